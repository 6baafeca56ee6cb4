#include "extract/conllu.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/error.h"
#include "base/file.h"

namespace entente {
namespace {

constexpr size_t kColumns = 10;

std::optional<std::array<std::string_view, kColumns>> columns(std::string_view line) {
  std::array<std::string_view, kColumns> result;
  for (size_t i = 0; i < kColumns; ++i) {
    const size_t tab = line.find('\t');
    if ((tab == std::string_view::npos) != (i + 1 == kColumns)) return std::nullopt;
    result[i] = line.substr(0, tab);
    if (tab != std::string_view::npos) line.remove_prefix(tab + 1);
  }
  return result;
}

std::optional<uint32_t> number(std::string_view text) {
  uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// Reads line after line. Invariant: `sentence_` holds the words since the last blank line.
class ConlluReader {
 public:
  explicit ConlluReader(std::string path) : path_(std::move(path)) {}

  void read(std::string_view line) {
    ++line_number_;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty()) return end_sentence();
    if (line[0] == '#') {
      if (line.starts_with("# newdoc") || line.starts_with("# newpar"))
        sentence_.starts_paragraph = true;
      return;
    }
    const auto fields = columns(line);
    if (!fields) fail("want " + std::to_string(kColumns) + " columns");
    read_word(*fields);
  }

  std::vector<ConlluSentence> finish() {
    end_sentence();
    return std::move(sentences_);
  }

 private:
  [[noreturn]] void fail(const std::string& message) const {
    throw Error(path_ + ":" + std::to_string(line_number_), message);
  }

  void read_word(const std::array<std::string_view, kColumns>& fields) {
    const std::string_view id = fields[0];
    if (id.find('.') != std::string_view::npos) return;
    const bool space_after = fields[9].find("SpaceAfter=No") == std::string_view::npos;
    if (const size_t dash = id.find('-'); dash != std::string_view::npos) {
      const auto first = number(id.substr(0, dash));
      const auto last = number(id.substr(dash + 1));
      if (!first || !last || *last < *first) fail("bad range " + std::string(id));
      group_ = std::string(fields[1]);
      group_size_ = *last - *first + 1;
      group_left_ = group_size_;
      group_space_ = space_after;
      return;
    }
    const auto head = number(fields[6]);
    if (number(id) != sentence_.words.size() + 1) fail("word " + std::string(id) + " out of order");
    if (!head) fail("bad head " + std::string(fields[6]));
    ConlluWord word;
    word.form = fields[1];
    word.lemma = fields[2];
    word.upos = fields[3];
    word.feats = fields[5];
    word.head = *head;
    word.deprel = fields[7];
    word.space_after = space_after;
    if (group_left_ > 0) add_to_group(word);
    sentence_.words.push_back(std::move(word));
  }

  void add_to_group(ConlluWord& word) {
    if (group_left_ == group_size_) {
      word.group = group_;
      word.group_size = group_size_;
    }
    --group_left_;
    word.space_after = group_left_ == 0 && group_space_;
  }

  void end_sentence() {
    for (const ConlluWord& word : sentence_.words)
      if (word.head > sentence_.words.size()) fail("head " + std::to_string(word.head));
    if (!sentence_.words.empty()) sentences_.push_back(std::move(sentence_));
    sentence_ = {};
    group_left_ = 0;
  }

  std::string path_;
  size_t line_number_ = 0;
  std::vector<ConlluSentence> sentences_;
  ConlluSentence sentence_;
  std::string group_;
  uint32_t group_size_ = 0;
  uint32_t group_left_ = 0;  ///< words of the group still to come
  bool group_space_ = true;
};

}  // namespace

std::vector<ConlluSentence> read_conllu(const std::filesystem::path& path) {
  const std::string bytes = read_file(path);
  ConlluReader reader(path.string());
  std::string_view rest = bytes;
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    reader.read(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return reader.finish();
}

}  // namespace entente
