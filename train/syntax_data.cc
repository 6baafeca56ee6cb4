#include "train/syntax_data.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "base/error.h"
#include "base/file.h"
#include "base/utf8.h"
#include "extract/lemma.h"

namespace entente {
namespace {

constexpr int64_t kIgnored = -100;  // of torch's cross entropy
constexpr int64_t kVectorSize = 100;

Classes by_frequency(const std::map<std::string, int>& counts, int least) {
  std::vector<std::pair<int, std::string>> order;
  for (const auto& [name, count] : counts)
    if (count >= least) order.emplace_back(-count, name);
  std::ranges::sort(order);
  Classes classes;
  for (const auto& [count, name] : order) {
    classes.numbers[name] = classes.size();
    classes.names.push_back(name);
  }
  return classes;
}

/// Counts of folded forms, and of those with digits as 0.
std::map<std::string, int> count_words(const std::vector<ConlluSentence>& sentences) {
  std::map<std::string, int> counts;
  for (const auto& sentence : sentences)
    for (const auto& word : sentence.words) {
      std::string folded = fold_word(word.form);
      ++counts[folded];
      std::string digitless = folded;
      for (char& c : digitless)
        if (c >= '0' && c <= '9') c = '0';
      if (digitless != folded) ++counts[digitless];
    }
  return counts;
}

/// Fills the cells of a batch one word at a time; cell t * B + b is word t of sentence b.
class BatchMaker {
 public:
  BatchMaker(const std::vector<const ConlluSentence*>& sentences, const SyntaxClasses& classes,
             const Vocabulary& vocabulary)
      : sentences_(sentences), classes_(classes), vocabulary_(vocabulary) {
    for (const auto* sentence : sentences)
      steps_ = std::max(steps_, static_cast<int64_t>(sentence->words.size()));
    const int64_t cells = steps_ * static_cast<int64_t>(sentences.size());
    words_.resize(cells);
    trained_ = shapes_ = words_;
    affixes_.resize(cells * static_cast<int64_t>(kAffixes));
    mask_.resize(cells);
    tags_.assign(cells, kIgnored);
    features_ = rules_ = relations_ = heads_ = tags_;
  }

  Batch make() {
    const auto batch = static_cast<int64_t>(sentences_.size());
    for (int64_t t = 0; t < steps_; ++t)
      for (int64_t b = 0; b < batch; ++b) {
        offsets_.push_back(static_cast<int64_t>(grams_.size()));
        const auto& words = sentences_[b]->words;
        if (t >= static_cast<int64_t>(words.size())) continue;
        add_input(words[t], t == 0 ? 1 : 0, t * batch + b);
        add_gold(words[t], t * batch + b);
        heads_[b * steps_ + t] = words[t].head;
        ++word_count_;
      }
    return tensors();
  }

 private:
  void add_input(const ConlluWord& word, uint32_t first, int64_t cell) {
    const auto seen = word_features(word.form, first);
    words_[cell] = vocabulary_.find(seen);
    const auto place = std::ranges::lower_bound(vocabulary_.trained, words_[cell]);
    if (place != vocabulary_.trained.end() && *place == words_[cell])
      trained_[cell] = place - vocabulary_.trained.begin() + 1;
    shapes_[cell] = seen.shape;
    std::ranges::copy(seen.affixes, affixes_.begin() + cell * static_cast<int64_t>(kAffixes));
    grams_.insert(grams_.end(), seen.grams.begin(), seen.grams.end());
    mask_[cell] = 1;
  }

  void add_gold(const ConlluWord& word, int64_t cell) {
    const auto known = [](int64_t number) { return number < 0 ? kIgnored : number; };
    tags_[cell] = known(classes_.tags.find(word.upos));
    features_[cell] = known(classes_.features.find(word.feats));
    rules_[cell] = known(classes_.rules.find(lemma_rule(word.form, word.lemma)));
    relations_[cell] = known(classes_.relations.find(word.deprel));
  }

  Batch tensors() const {
    const auto batch = static_cast<int64_t>(sentences_.size());
    std::vector<int64_t> lengths;
    for (const auto* sentence : sentences_)
      lengths.push_back(static_cast<int64_t>(sentence->words.size()));
    const auto tensor = [](const std::vector<int64_t>& values) { return torch::tensor(values); };
    Batch result;
    result.words = tensor(words_);
    result.trained = tensor(trained_);
    result.affixes = tensor(affixes_).view({steps_ * batch, static_cast<int64_t>(kAffixes)});
    result.grams = tensor(grams_);
    result.gram_offsets = tensor(offsets_);
    result.shapes = tensor(shapes_);
    result.mask = torch::tensor(mask_).view({steps_, batch, 1});
    result.shown = result.mask;
    result.lengths = tensor(lengths);
    result.tags = tensor(tags_);
    result.features = tensor(features_);
    result.rules = tensor(rules_);
    result.relations = tensor(relations_);
    result.heads = tensor(heads_).view({batch, steps_});
    result.word_count = word_count_;
    return result;
  }

  const std::vector<const ConlluSentence*>& sentences_;
  const SyntaxClasses& classes_;
  const Vocabulary& vocabulary_;
  int64_t steps_ = 0, word_count_ = 0;
  std::vector<int64_t> words_, trained_, shapes_, affixes_, grams_, offsets_;
  std::vector<int64_t> tags_, features_, rules_, relations_, heads_;
  std::vector<float> mask_;
};

}  // namespace

int64_t Classes::find(const std::string& name) const {
  const auto found = numbers.find(name);
  return found == numbers.end() ? -1 : found->second;
}

int64_t Vocabulary::find(const WordFeatures& word) const {
  if (const auto found = rows.find(word.word); found != rows.end()) return found->second;
  const auto found = rows.find(word.digitless);
  return found == rows.end() ? 0 : found->second;
}

std::vector<ConlluSentence> read_conllu(const std::vector<std::string>& paths) {
  std::vector<ConlluSentence> all;
  for (const auto& path : paths) {
    auto sentences = read_conllu(std::filesystem::path(path));
    std::ranges::move(sentences, std::back_inserter(all));
  }
  return all;
}

SyntaxClasses collect_classes(const std::vector<ConlluSentence>& sentences) {
  std::map<std::string, int> tags, features, rules, relations;
  for (const auto& sentence : sentences)
    for (const auto& word : sentence.words) {
      ++tags[word.upos];
      ++features[word.feats];
      ++rules[lemma_rule(word.form, word.lemma)];
      ++relations[word.deprel];
    }
  return {by_frequency(tags, 1), by_frequency(features, 3), by_frequency(rules, 3),
          by_frequency(relations, 1)};
}

Vocabulary make_vocabulary(const std::vector<ConlluSentence>& sentences,
                           const std::filesystem::path& vectors, size_t common) {
  static constexpr int kLeastTrained = 2;
  const auto counts = count_words(sentences);
  rapidjson::Document json;
  const std::string bytes = read_file(vectors);
  json.Parse(bytes.data(), bytes.size());
  if (json.HasParseError() || !json.HasMember("words") || !json.HasMember("vectors"))
    throw Error(vectors.string(), "not a file of word vectors");
  const auto& known = json["vectors"];
  std::vector<std::string> words;
  std::set<std::string> seen;
  for (const auto& word : json["words"].GetArray()) {
    const std::string name(word.GetString(), word.GetStringLength());
    const auto found = counts.find(name);
    const bool wanted = words.size() < common || found != counts.end();
    if (wanted && known.HasMember(name.c_str()) && seen.insert(name).second) words.push_back(name);
  }
  for (const auto& [word, count] : counts)
    if (count >= kLeastTrained && seen.insert(word).second) words.push_back(word);
  Vocabulary vocabulary;
  vocabulary.hashes.push_back(0);
  vocabulary.vectors = torch::zeros({static_cast<int64_t>(words.size()) + 1, kVectorSize});
  auto cells = vocabulary.vectors.accessor<float, 2>();
  for (const auto& word : words) {
    const auto row = static_cast<int64_t>(vocabulary.hashes.size());
    vocabulary.hashes.push_back(hash_word(word));
    vocabulary.rows[hash_word(word)] = row;
    if (const auto found = known.FindMember(word.c_str()); found != known.MemberEnd())
      for (int64_t i = 0; i < kVectorSize; ++i)
        cells[row][i] = found->value[static_cast<rapidjson::SizeType>(i)].GetFloat();
    if (const auto count = counts.find(word);
        count != counts.end() && count->second >= kLeastTrained)
      vocabulary.trained.push_back(row);
  }
  return vocabulary;
}

ConlluSentence roughen(const ConlluSentence& sentence, std::mt19937& random) {
  static constexpr double kLower = 0.03, kUpper = 0.01, kStopless = 0.05;
  const double draw = std::uniform_real_distribution<>(0, 1)(random);
  ConlluSentence rough = sentence;
  if (draw < kLower) {
    for (auto& word : rough.words) word.form = lower_case(word.form);
  } else if (draw < kLower + kUpper) {
    for (auto& word : rough.words) word.form = upper_case(word.form);
  } else if (draw < kLower + kUpper + kStopless && rough.words.size() > 2 &&
             rough.words.back().form == ".") {
    rough.words.pop_back();
    for (const auto& word : rough.words)
      if (word.head > rough.words.size()) return sentence;
  }
  return rough;
}

Batch make_batch(const std::vector<const ConlluSentence*>& sentences, const SyntaxClasses& classes,
                 const Vocabulary& vocabulary) {
  BatchMaker maker(sentences, classes, vocabulary);
  return maker.make();
}

}  // namespace entente
