#include "extract/syntax_model.h"

#include <catch2/catch.hpp>
#include <string>

#include "base/error.h"
#include "base/file.h"
#include "tests/extract/tiny_syntax_model.h"

namespace entente {
namespace {

/// The message with which loading fails; empty if it does not.
std::string failure(const std::filesystem::path& path) {
  try {
    load_syntax_model(path);
  } catch (const Error& error) {
    CHECK(error.where() == path.string());
    return error.message();
  }
  return "";
}

std::string failure_of_bytes(const std::string& bytes) {
  const TemporaryFile file("syntax-model-bytes");
  write_file(file.path, bytes);
  return failure(file.path);
}

std::string failure_of(const TinyModel& model) {
  const TemporaryFile file("syntax-model");
  write_model_file(file.path, syntax_model_kind(), model.sections);
  return failure(file.path);
}

std::string tiny_bytes(const ModelKind& kind = syntax_model_kind()) {
  const TemporaryFile file("syntax-model");
  write_model_file(file.path, kind, TinyModel().sections);
  return read_file(file.path);
}

TEST_CASE("load_syntax_model says what is wrong with a file", "[extract]") {
  using Catch::Matchers::Contains;
  CHECK(failure_of_bytes(tiny_bytes()).empty());
  CHECK_THAT(failure("no/such.model"), Contains("cannot open"));
  CHECK_THAT(failure(std::filesystem::temp_directory_path()), Contains("not a regular file"));
  CHECK_THAT(failure_of_bytes(""), Contains("empty"));
  CHECK_THAT(failure_of_bytes("short"), Contains("5 bytes"));
  CHECK_THAT(failure_of_bytes(std::string(500, 'x')), Contains("not a model file"));

  ModelKind kind = syntax_model_kind();
  kind.name = "names";
  CHECK_THAT(failure_of_bytes(tiny_bytes(kind)), Contains("\"names\", want \"syntax\""));
  kind = syntax_model_kind();
  kind.version = 99;
  CHECK_THAT(failure_of_bytes(tiny_bytes(kind)), Contains("version 99, this program reads 1"));
  kind = syntax_model_kind();
  ++kind.fingerprint;
  CHECK_THAT(failure_of_bytes(tiny_bytes(kind)), Contains("other features"));

  std::string bytes = tiny_bytes();
  CHECK_THAT(failure_of_bytes(bytes.substr(0, bytes.size() / 2)), Contains("cut short"));
  bytes[bytes.size() / 2] ^= 1;
  CHECK_THAT(failure_of_bytes(bytes), Contains("checksum"));
}

TEST_CASE("load_syntax_model refuses sections that do not fit", "[extract]") {
  using Catch::Matchers::Contains;
  TinyModel model;
  model.set_text("arc_map", std::string(12, '\0'));
  CHECK_THAT(failure_of(model), Contains("\"arc_map\" holds 6 numbers, want 256"));
  model = TinyModel();
  model.set_text("tag_names", "NOUN\nVERBAL\nPUNCT\n");
  CHECK_THAT(failure_of(model), Contains("unknown tag VERBAL"));
  model = TinyModel();
  model.set_text("relation_names", "nsubj\nnmod:poss\nroot\nowner\n");
  CHECK_THAT(failure_of(model), Contains("unknown relation owner"));
  model = TinyModel();
  std::erase_if(model.sections, [](const ModelSection& s) { return s.name == "root_arc"; });
  CHECK_THAT(failure_of(model), Contains("\"root_arc\" is missing"));
  model = TinyModel();
  model.set_text("shape", std::string(40, '\xFF'));
  CHECK_THAT(failure_of(model), Contains("out of range"));
}

TEST_CASE("any damage to the header is noticed", "[extract]") {
  const std::string good = tiny_bytes();
  for (size_t at = 0; at < 64; ++at) {
    std::string bytes = good;
    bytes[at] ^= static_cast<char>(0xA5);
    CAPTURE(at);
    CHECK_FALSE(failure_of_bytes(bytes).empty());
  }
}

}  // namespace
}  // namespace entente
