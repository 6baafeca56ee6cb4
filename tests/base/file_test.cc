#include "base/file.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "base/error.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("entente-file-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  const fs::path& path() const { return path_; }
  size_t file_count() const {
    return static_cast<size_t>(std::distance(fs::directory_iterator(path_), {}));
  }

 private:
  fs::path path_;
};

std::string read_error(const fs::path& path) {
  try {
    read_file(path);
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("a file reads back as it was written, and nothing is left beside it", "[base]") {
  const Folder folder;
  const fs::path path = folder.path() / "a.txt";
  using namespace std::string_literals;
  for (const std::string& bytes : {""s, "one\r\n\0two\xFF"s, std::string(300'000, 'x'), "short"s}) {
    write_file(path, bytes);
    CHECK(read_file(path) == bytes);
    CHECK(folder.file_count() == 1);
  }
}

TEST_CASE("read_file says what stood in the way", "[base]") {
  const Folder folder;
  const fs::path missing = folder.path() / "missing.txt";
  CHECK(read_error(missing) == missing.string() + ": no such file");
  CHECK(read_error(folder.path()) == folder.path().string() + ": is a directory, wanted a file");
}

TEST_CASE("a write that fails names the file and leaves nothing", "[base]") {
  const Folder folder;
  const fs::path directory = folder.path() / "directory";
  fs::create_directory(directory);
  CHECK_THROWS_AS(write_file(directory, "text"), Error);
  CHECK_THROWS_AS(write_file(folder.path() / "no" / "such" / "folder.txt", "text"), Error);
  CHECK_THROWS_WITH(write_file(directory, "text"), Catch::StartsWith(directory.string()));
  CHECK(folder.file_count() == 1);
}

TEST_CASE("a symbolic link stays one and a device is not replaced", "[base]") {
  const Folder folder;
  const fs::path target = folder.path() / "target.txt", link = folder.path() / "link.txt";
  write_file(target, "old");
  fs::create_symlink("target.txt", link);
  write_file(link, "new");
  CHECK(fs::is_symlink(link));
  CHECK(read_file(target) == "new");
  write_file("/dev/null", "nothing");
  CHECK(fs::is_character_file("/dev/null"));
}

}  // namespace entente
