#include "cli/output.h"
#include "cli/verbs.h"
#include "export/json.h"

namespace entente {

ExitCode run_schema(Arguments arguments, Console& console) {
  CommandLine command_line("schema", "Prints the JSON Schema of native graphs.",
                           "entente schema -o graph.schema.json");
  OutputOptions output;
  command_line.option("-o,--output", "FILE", output.file, "Write here");
  command_line.parse(arguments);
  write_output(output, json_schema(), console);
  return kDone;
}

}  // namespace entente
