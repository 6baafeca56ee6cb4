#include "extract/read_sources.h"

#include <algorithm>
#include <map>
#include <set>
#include <system_error>

#include "base/utf8.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

using Skipped = std::function<void(std::string, std::string)>;

std::string valid_name(const fs::path& path) { return repair_utf8(path.generic_string()).text; }

/// The known files of a directory and those below it, sorted. Links to directories are not
/// followed: they may lead in circles.
std::vector<fs::path> files_in(const fs::path& top, const Skipped& skipped) {
  std::vector<fs::path> files, folders = {top};
  while (!folders.empty()) {
    const fs::path folder = folders.back();
    folders.pop_back();
    std::error_code code, ignored;
    fs::directory_iterator entry(folder, code);
    for (; !code && entry != fs::directory_iterator(); entry.increment(code)) {
      const bool known = kind_of_file(entry->path()) != SourceKind::unknown;
      if (!entry->is_directory(ignored)) {
        if (known) files.push_back(entry->path());
      } else if (!entry->is_symlink(ignored)) {
        folders.push_back(entry->path());
      }
    }
    if (code) skipped(valid_name(folder), "cannot be read: " + code.message());
  }
  if (files.empty()) skipped(valid_name(top), "no .txt, .html or .jsonl file in this directory");
  std::sort(files.begin(), files.end());
  return files;
}

/// What two ways of writing the path of one file have in common.
fs::path identity(const fs::path& path) {
  std::error_code code;
  const fs::path canonical = fs::weakly_canonical(path, code);
  return code ? path.lexically_normal() : canonical;
}

/// The name of a file with the `folders` nearest folders before it, joined by hyphens.
std::string name_with_folders(const fs::path& path, std::string name, size_t folders) {
  fs::path parent = path.parent_path();
  for (; folders > 0 && parent.has_filename(); --folders, parent = parent.parent_path()) {
    name = valid_name(parent.filename()) + "-" + name;
  }
  return name;
}

/// Gives every source an id, taking in suffix and folders where shorter names are shared, as far
/// as they go.
void name_sources(std::vector<ReadSource>& sources) {
  std::map<fs::path, size_t> stems;  // files that differ in nothing but the suffix
  for (const ReadSource& source : sources) {
    ++stems[source.path.parent_path() / source.path.stem()];
  }
  std::vector<std::string> names;
  for (const ReadSource& source : sources) {
    const bool shared = stems[source.path.parent_path() / source.path.stem()] > 1;
    names.push_back(source.path == "-" ? "stdin"
                                       : valid_name(shared ? source.path.filename()  //
                                                           : source.path.stem()));
  }
  std::vector<size_t> folders(sources.size(), 0);
  for (bool changed = true; changed;) {
    std::map<std::string, std::vector<size_t>> by_id;
    for (size_t i = 0; i < sources.size(); ++i) {
      sources[i].id = name_with_folders(identity(sources[i].path), names[i], folders[i]);
      by_id[sources[i].id].push_back(i);
    }
    changed = false;
    for (const auto& [id, sharing] : by_id) {
      if (sharing.size() == 1) continue;
      for (const size_t i : sharing) {
        const std::string longer =
            name_with_folders(identity(sources[i].path), names[i], ++folders[i]);
        changed = changed || longer != id;
      }
    }
  }
}

}  // namespace

SourceKind kind_of_file(const fs::path& path) {
  const std::string suffix = lower_case(valid_name(path.extension()));
  if (suffix == ".txt" || suffix == ".text") return SourceKind::text;
  if (suffix == ".html" || suffix == ".htm" || suffix == ".xhtml") return SourceKind::html;
  if (suffix == ".jsonl" || suffix == ".ndjson") return SourceKind::jsonl;
  return SourceKind::unknown;
}

std::vector<ReadSource> read_sources(std::span<const std::string> inputs, const Skipped& skipped) {
  std::vector<ReadSource> sources;
  std::set<fs::path> seen;
  const auto add = [&](const fs::path& path, const fs::path& name) {
    if (!seen.insert(path == "-" ? path : identity(path)).second) return;
    sources.push_back({path, kind_of_file(path), {}, valid_name(name)});
  };
  for (const std::string& input : inputs) {
    const fs::path path(input);
    std::error_code ignored;
    if (input == "-") {
      add(path, "stdin");
    } else if (fs::is_directory(path, ignored)) {
      for (const fs::path& file : files_in(path, skipped)) add(file, file.lexically_relative(path));
    } else {
      add(path, path.filename());
    }
  }
  name_sources(sources);
  return sources;
}

}  // namespace entente
