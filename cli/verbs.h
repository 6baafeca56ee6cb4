#pragma once

#include "cli/program.h"

namespace entente {

/// One function a verb, each in the file of its name.
ExitCode run_build(Arguments arguments, Console& console);
ExitCode run_extract(Arguments arguments, Console& console);
ExitCode run_show(Arguments arguments, Console& console);
ExitCode run_search(Arguments arguments, Console& console);
ExitCode run_neighbors(Arguments arguments, Console& console);
ExitCode run_path(Arguments arguments, Console& console);
ExitCode run_timeline(Arguments arguments, Console& console);
ExitCode run_why(Arguments arguments, Console& console);
ExitCode run_stats(Arguments arguments, Console& console);
ExitCode run_export(Arguments arguments, Console& console);
ExitCode run_render(Arguments arguments, Console& console);
ExitCode run_validate(Arguments arguments, Console& console);
ExitCode run_schema(Arguments arguments, Console& console);
ExitCode run_parse(Arguments arguments, Console& console);
ExitCode run_eval(Arguments arguments, Console& console);

}  // namespace entente
