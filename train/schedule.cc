#include "train/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

namespace entente {
namespace {

constexpr double kWarmUp = 0.03;    // of all steps
constexpr double kLeast = 0.02;     // of the peak
constexpr double kAverage = 0.999;  // decay of the averaged weights

}  // namespace

double learning_rate(double peak, double progress) {
  if (progress < kWarmUp) return peak * progress / kWarmUp;
  const double done = (progress - kWarmUp) / (1 - kWarmUp);
  return peak * (kLeast + (1 - kLeast) * 0.5 * (1 + std::cos(std::numbers::pi * done)));
}

AveragedWeights::AveragedWeights(const std::vector<torch::Tensor>& weights) {
  for (const torch::Tensor& weight : weights) averages_.push_back(weight.detach().clone());
}

void AveragedWeights::add(const std::vector<torch::Tensor>& weights) {
  torch::NoGradGuard guard;
  ++steps_;
  const auto steps = static_cast<double>(steps_);
  const double decay = std::min(kAverage, (1.0 + steps) / (10.0 + steps));
  for (size_t i = 0; i < weights.size(); ++i)
    averages_[i].mul_(decay).add_(weights[i].detach(), 1 - decay);
}

void AveragedWeights::swap(std::vector<torch::Tensor> weights) {
  torch::NoGradGuard guard;
  for (size_t i = 0; i < weights.size(); ++i) {
    const torch::Tensor kept = weights[i].detach().clone();
    weights[i].data().copy_(averages_[i]);
    averages_[i].copy_(kept);
  }
}

void AveragedWeights::save(torch::serialize::OutputArchive& archive) const {
  for (size_t i = 0; i < averages_.size(); ++i)
    archive.write("averaged" + std::to_string(i), averages_[i]);
  archive.write("average_steps", torch::tensor(steps_));
}

void AveragedWeights::load(torch::serialize::InputArchive& archive) {
  for (size_t i = 0; i < averages_.size(); ++i)
    archive.read("averaged" + std::to_string(i), averages_[i]);
  torch::Tensor steps;
  archive.read("average_steps", steps);
  steps_ = steps.item<int64_t>();
}

}  // namespace entente
