#include "train/raw_text.h"

#include "base/file.h"
#include "extract/sentences.h"
#include "extract/tokenize.h"

namespace entente {

std::vector<RawSentence> read_raw_sentences(const std::filesystem::path& path, size_t shortest,
                                            size_t longest) {
  const std::string text = read_file(path);
  const auto tokens = tokenize(text);
  std::vector<RawSentence> sentences;
  for (const TokenSpan span : split_sentences(text, tokens)) {
    const size_t length = span.end - span.begin;
    if (length < shortest || length > longest) continue;
    sentences.emplace_back();
    for (uint32_t token = span.begin; token < span.end; ++token)
      sentences.back().push_back(
          text.substr(tokens[token].begin, tokens[token].end - tokens[token].begin));
  }
  return sentences;
}

ConlluSentence unanalysed(const RawSentence& sentence) {
  ConlluSentence result;
  for (const auto& form : sentence) {
    ConlluWord word;
    word.form = form;
    result.words.push_back(word);
  }
  return result;
}

}  // namespace entente
