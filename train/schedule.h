#pragma once

#include <torch/torch.h>

#include <vector>

namespace entente {

/// The learning rate after a part `progress` of all steps: a short warm-up to `peak`, then down
/// along a cosine (Loshchilov & Hutter 2017).
double learning_rate(double peak, double progress);

/// A running average of a network's weights (Polyak & Juditsky 1992): steadier than the last ones.
class AveragedWeights {
 public:
  explicit AveragedWeights(const std::vector<torch::Tensor>& weights);

  void add(const std::vector<torch::Tensor>& weights);
  /// Exchanges the average and the weights, to measure or save the average.
  void swap(std::vector<torch::Tensor> weights);

  void save(torch::serialize::OutputArchive& archive) const;
  void load(torch::serialize::InputArchive& archive);

 private:
  std::vector<torch::Tensor> averages_;
  int64_t steps_ = 0;
};

}  // namespace entente
