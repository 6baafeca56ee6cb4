#include "train/word_prediction.h"

#include <algorithm>
#include <numeric>

#include "train/syntax_predict.h"

namespace entente {
namespace {

using torch::Tensor;

constexpr double kHidden = 0.2;     // of the words that can be guessed
constexpr size_t kGuessed = 15000;  // words
constexpr int64_t kLeast = 15;      // occurrences of a word that can be guessed

int64_t row_of(const std::string& form, const Vocabulary& vocabulary) {
  return vocabulary.find(word_features(form, 0));
}

}  // namespace

WordPredictorImpl::WordPredictorImpl(int64_t units, const Vocabulary& vocabulary,
                                     const std::vector<int64_t>& rows) {
  const Tensor vectors = vocabulary.vectors.index_select(0, torch::tensor(rows));
  read = register_module("read", torch::nn::Linear(units, vectors.size(1)));
  norm =
      register_module("norm", torch::nn::LayerNorm(torch::nn::LayerNormOptions({vectors.size(1)})));
  words = register_module(
      "words", torch::nn::Embedding::from_pretrained(
                   vectors.clone(), torch::nn::EmbeddingFromPretrainedOptions().freeze(false)));
  bias = register_parameter("bias", torch::zeros({vectors.size(0)}));
}

Tensor WordPredictorImpl::loss(const Tensor& states, const HiddenWords& hidden) {
  const Tensor chosen = states.flatten(0, 1).index_select(0, hidden.cells);
  const Tensor guess = norm(torch::gelu(read(chosen)));
  return torch::nn::functional::cross_entropy(torch::addmm(bias, guess, words->weight.t()),
                                              hidden.targets);
}

RawText::RawText(std::vector<RawSentence> sentences, const Vocabulary& vocabulary)
    : sentences_(std::move(sentences)), numbers_(vocabulary.hashes.size(), -1) {
  std::vector<std::pair<int64_t, int64_t>> counts(vocabulary.hashes.size());
  for (size_t row = 0; row < counts.size(); ++row) counts[row].second = static_cast<int64_t>(row);
  for (const auto& sentence : sentences_)
    for (const auto& form : sentence) --counts[row_of(form, vocabulary)].first;
  counts.front().first = 0;  // unknown words
  std::ranges::sort(counts);
  for (const auto& [count, row] : counts) {
    if (-count < kLeast || rows_.size() == kGuessed) break;
    numbers_[row] = static_cast<int64_t>(rows_.size());
    rows_.push_back(row);
  }
}

void RawText::restart(std::mt19937& random) {
  order_.resize(sentences_.size());
  std::iota(order_.begin(), order_.end(), size_t{0});
  std::ranges::shuffle(order_, random);
  at_ = 0;
}

std::vector<HiddenWords> RawText::next(int64_t words, int64_t batch_words,
                                       const SyntaxClasses& classes, const Vocabulary& vocabulary,
                                       std::mt19937& random) {
  std::vector<ConlluSentence> taken;
  for (int64_t count = 0; count < words;) {
    const RawSentence& sentence = sentences_[order_[at_]];
    taken.push_back(roughen(unanalysed(sentence), random));
    count += static_cast<int64_t>(sentence.size());
    at_ = (at_ + 1) % sentences_.size();
  }
  std::vector<HiddenWords> result;
  for (const auto& group : make_plan(taken, batch_words, random)) {
    std::vector<const ConlluSentence*> chosen;
    for (const size_t index : group) chosen.push_back(&taken[index]);
    result.push_back(hide(chosen, classes, vocabulary, random));
  }
  return result;
}

HiddenWords RawText::hide(const std::vector<const ConlluSentence*>& sentences,
                          const SyntaxClasses& classes, const Vocabulary& vocabulary,
                          std::mt19937& random) const {
  HiddenWords hidden;
  hidden.batch = make_batch(sentences, classes, vocabulary);
  hidden.batch.shown = hidden.batch.mask.clone();
  auto* shown = hidden.batch.shown.data_ptr<float>();
  const auto* word = hidden.batch.words.data_ptr<int64_t>();
  std::vector<int64_t> cells, targets;
  std::bernoulli_distribution draw(kHidden);
  for (int64_t cell = 0; cell < hidden.batch.words.size(0); ++cell) {
    if (shown[cell] == 0 || numbers_[word[cell]] < 0 || !draw(random)) continue;
    shown[cell] = 0;
    cells.push_back(cell);
    targets.push_back(numbers_[word[cell]]);
  }
  hidden.cells = torch::tensor(cells, torch::kLong);
  hidden.targets = torch::tensor(targets, torch::kLong);
  return hidden;
}

}  // namespace entente
