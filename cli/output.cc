#include "cli/output.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <ostream>

#include "base/error.h"
#include "base/file.h"
#include "cli/interrupt.h"
#include "export/dot.h"
#include "export/json.h"
#include "export/render.h"

namespace entente {

namespace fs = std::filesystem;

void add_output(CommandLine& command_line, OutputOptions& options) {
  command_line.option("-o,--output", "FILE", options.file,
                      "Write here; the suffix tells the format (.json .dot .svg .png .pdf)");
  command_line.option("--format", "NAME", options.format,
                      "json, dot, svg, png or pdf, whatever the suffix");
}

bool to_standard_output(const OutputOptions& options) {
  return options.file.empty() || options.file == "-";
}

Format format_of(const OutputOptions& options) {
  if (!options.format.empty()) {
    if (const auto format = parse_format(options.format)) return *format;
    throw UsageError("there is no format \"" + options.format +
                     "\", wanted json, dot, svg, png or pdf");
  }
  if (to_standard_output(options)) return Format::json;
  if (const auto format = format_of_file(options.file)) return *format;
  throw UsageError(options.file +
                   ": its suffix names no format; wanted .json, .dot, .svg, .png or .pdf, "
                   "or --format");
}

void refuse_to_overwrite(std::string_view output, std::span<const std::string> inputs) {
  for (const std::string& input : inputs) {
    std::error_code ignored;
    if (fs::is_regular_file(input, ignored) && fs::equivalent(input, output, ignored))
      throw UsageError(std::string(output) + " is an input and would be overwritten");
  }
}

std::string formatted(const KnowledgeGraph& graph, Format format) {
  if (format == Format::json) return write_json(graph);
  const std::string dot = write_dot(graph);
  return format == Format::dot ? dot : render(dot, format);
}

void write_output(const OutputOptions& options, std::string_view bytes, Console& console) {
  if (!to_standard_output(options)) {
    const WholeWrite whole;
    write_file(options.file, bytes);
    return;
  }
  errno = 0;
  console.out.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush();
  if (!console.out)
    throw Error("standard output", std::string("cannot be written: ") + std::strerror(errno));
}

}  // namespace entente
