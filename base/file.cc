#include "base/file.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include "base/error.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

std::string last_error() { return std::strerror(errno); }

fs::path temporary_beside(const fs::path& path) {
  fs::path result = path;
  result += ".partial-" + std::to_string(::getpid());
  return result;
}

/// Writes to what cannot be replaced: a device or a pipe.
void write_stream(const fs::path& path, std::string_view bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush();
  if (!out) throw Error(path.string(), "cannot be written: " + last_error());
}

}  // namespace

std::string read_file(const fs::path& path) {
  std::error_code code;
  const auto status = fs::status(path, code);
  if (!fs::exists(status)) throw Error(path.string(), "no such file");
  if (fs::is_directory(status)) throw Error(path.string(), "is a directory, wanted a file");
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(path.string(), "cannot be opened: " + last_error());
  std::string bytes(std::istreambuf_iterator<char>(in), {});
  if (in.bad()) throw Error(path.string(), "cannot be read: " + last_error());
  return bytes;
}

void write_file(const fs::path& path, std::string_view bytes) {
  std::error_code unknown;
  const auto status = fs::status(path, unknown);
  if (fs::is_directory(status))
    throw Error(path.string(), "is a directory, wanted a file to write");
  if (fs::exists(status) && !fs::is_regular_file(status)) return write_stream(path, bytes);
  const fs::path target = fs::is_symlink(path, unknown) ? fs::weakly_canonical(path) : path;
  const fs::path temporary = temporary_beside(target);
  {
    std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
    if (!out) throw Error(path.string(), "cannot be written: " + last_error());
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) {
      const std::string reason = last_error();
      std::error_code ignored;
      fs::remove(temporary, ignored);
      throw Error(path.string(), "cannot be written: " + reason);
    }
  }
  std::error_code code;
  fs::rename(temporary, target, code);
  if (code) {
    std::error_code ignored;
    fs::remove(temporary, ignored);
    throw Error(path.string(), "cannot be written: " + code.message());
  }
}

}  // namespace entente
