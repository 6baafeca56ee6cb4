#include "extract/model_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstring>

#include "base/error.h"
#include "base/file.h"

static_assert(std::endian::native == std::endian::little, "model files are little endian");

namespace entente {
namespace {

constexpr std::string_view kMagic = "ENTMODEL";
constexpr size_t kAlignment = 64;

struct Header {
  std::array<char, 8> magic{};
  std::array<char, 16> kind{};
  uint32_t version = 0;
  uint32_t section_count = 0;
  uint64_t fingerprint = 0;
  uint64_t size = 0;  ///< of everything after the header
  uint64_t checksum = 0;
  std::array<char, 8> reserved{};
};
static_assert(sizeof(Header) == kAlignment);

struct Entry {
  std::array<char, 24> name{};
  uint64_t offset = 0;
  uint64_t size = 0;
};

template <size_t kSize>
std::array<char, kSize> pad(std::string_view text) {
  assert(text.size() < kSize);
  std::array<char, kSize> padded{};
  std::ranges::copy(text, padded.begin());
  return padded;
}

template <size_t kSize>
std::string_view unpad(const std::array<char, kSize>& padded) {
  return {padded.data(), strnlen(padded.data(), kSize)};
}

/// Four interleaved multiplicative hashes of eight bytes at a time: some gigabytes a second.
uint64_t checksum(std::string_view bytes) {
  static constexpr uint64_t kPrime = 0x9e3779b97f4a7c15;
  std::array<uint64_t, 4> lanes{1, 2, 3, 4};
  std::array<uint64_t, 4> block{};
  for (size_t at = 0; at < bytes.size(); at += sizeof(block)) {
    const size_t size = std::min(sizeof(block), bytes.size() - at);
    if (size < sizeof(block)) block = {};
    std::memcpy(block.data(), bytes.data() + at, size);
    for (size_t i = 0; i < lanes.size(); ++i)
      lanes[i] = std::rotl((lanes[i] ^ block[i]) * kPrime, 29);
  }
  uint64_t sum = bytes.size();
  for (const uint64_t lane : lanes) sum = std::rotl((sum ^ lane) * kPrime, 31);
  return sum;
}

/// Covers the header as well, but for the place of the checksum itself.
uint64_t checksum(Header header, std::string_view body) {
  header.checksum = checksum(body);
  return checksum(std::string_view(reinterpret_cast<const char*>(&header), sizeof(header)));
}

size_t aligned(size_t size) { return (size + kAlignment - 1) / kAlignment * kAlignment; }

void check(const std::string& path, std::string_view bytes, const ModelKind& kind) {
  Header header;
  if (bytes.size() < sizeof(header))
    throw Error(path, "not a model file: " + std::to_string(bytes.size()) + " bytes");
  std::memcpy(&header, bytes.data(), sizeof(header));
  if (std::string_view(header.magic.data(), header.magic.size()) != kMagic)
    throw Error(path, "not a model file: it does not begin with " + std::string(kMagic));
  if (unpad(header.kind) != kind.name)
    throw Error(path, "model of kind \"" + std::string(unpad(header.kind)) + "\", want \"" +
                          std::string(kind.name) + "\"");
  if (header.version != kind.version)
    throw Error(path, "model version " + std::to_string(header.version) + ", this program reads " +
                          std::to_string(kind.version));
  if (header.fingerprint != kind.fingerprint)
    throw Error(path, "model of other features than this program computes: train it anew");
  if (header.size != bytes.size() - sizeof(header))
    throw Error(path, "model file cut short or too long: " + std::to_string(bytes.size()) +
                          " bytes, want " + std::to_string(header.size + sizeof(header)));
  if (checksum(header, bytes.substr(sizeof(header))) != header.checksum)
    throw Error(path, "model file damaged: its checksum does not match");
  if (header.section_count > header.size / sizeof(Entry))
    throw Error(path, "model file damaged: " + std::to_string(header.section_count) + " sections");
}

}  // namespace

// The checksum reads every page anyway: fault them in at once.
static constexpr int kMapping = MAP_PRIVATE | MAP_POPULATE;

struct ModelFile::Mapping {
  Mapping(const std::string& path) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) throw Error(path, std::string("cannot open model: ") + std::strerror(errno));
    struct stat status {};
    const bool readable = fstat(file, &status) == 0 && S_ISREG(status.st_mode);
    const auto size = readable ? static_cast<size_t>(status.st_size) : 0;
    void* begin = size > 0 ? mmap(nullptr, size, PROT_READ, kMapping, file, 0) : MAP_FAILED;
    close(file);
    if (begin == MAP_FAILED) throw Error(path, "not a model file: empty or not a regular file");
    bytes = {static_cast<const char*>(begin), size};
  }
  ~Mapping() { munmap(const_cast<char*>(bytes.data()), bytes.size()); }
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;

  std::string_view bytes;
};

ModelFile::ModelFile(const std::filesystem::path& path, const ModelKind& kind)
    : path_(path.string()), mapping_(std::make_shared<const Mapping>(path_)) {
  check(path_, mapping_->bytes, kind);
}

uint64_t ModelFile::checksum() const {
  Header header;
  std::memcpy(&header, mapping_->bytes.data(), sizeof(header));
  return header.checksum;
}

std::string_view ModelFile::find(std::string_view name, size_t unit) const {
  const std::string_view bytes = mapping_->bytes;
  Header header;
  std::memcpy(&header, bytes.data(), sizeof(header));
  for (uint32_t i = 0; i < header.section_count; ++i) {
    Entry entry;
    std::memcpy(&entry, bytes.data() + sizeof(header) + i * sizeof(entry), sizeof(entry));
    if (unpad(entry.name) != name) continue;
    const bool inside = entry.offset <= bytes.size() && entry.size <= bytes.size() - entry.offset;
    if (!inside || entry.offset % kAlignment != 0 || entry.size % unit != 0)
      throw Error(path_, "model section \"" + std::string(name) + "\" is malformed");
    return bytes.substr(entry.offset, entry.size);
  }
  throw Error(path_, "model section \"" + std::string(name) + "\" is missing");
}

std::vector<std::string> ModelFile::lines(std::string_view name) const {
  std::vector<std::string> result;
  std::string_view rest = find(name, 1);
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    result.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return result;
}

void write_model_file(const std::filesystem::path& path, const ModelKind& kind,
                      const std::vector<ModelSection>& sections) {
  std::string body;
  size_t offset = aligned(sizeof(Header) + sections.size() * sizeof(Entry));
  for (const auto& section : sections) {
    const Entry entry{pad<24>(section.name), offset, section.bytes.size()};
    body.append(reinterpret_cast<const char*>(&entry), sizeof(entry));
    offset = aligned(offset + section.bytes.size());
  }
  for (const auto& section : sections) {
    body.resize(aligned(sizeof(Header) + body.size()) - sizeof(Header));
    body += section.bytes;
  }
  Header header;
  std::ranges::copy(kMagic, header.magic.begin());
  header.kind = pad<16>(kind.name);
  header.version = kind.version;
  header.section_count = static_cast<uint32_t>(sections.size());
  header.fingerprint = kind.fingerprint;
  header.size = body.size();
  header.checksum = checksum(header, body);
  write_file(path, std::string(reinterpret_cast<const char*>(&header), sizeof(header)) + body);
}

}  // namespace entente
