#pragma once

#include <torch/torch.h>

#include <string>
#include <utility>
#include <vector>

#include "extract/model_file.h"

namespace entente {

/// Collects the sections of a model file, as WeightReader reads them.
class Exporter {
 public:
  void add_text(const std::string& name, std::string text) {
    sections_.push_back({name, std::move(text)});
  }

  void add_floats(const std::string& name, const torch::Tensor& values) {
    sections_.push_back({name, bytes_of<float>(values.to(torch::kFloat))});
  }

  void add_matrix(const std::string& name, const torch::Tensor& matrix, const torch::Tensor& bias) {
    sections_.push_back({name, bytes_of<uint16_t>(matrix.to(torch::kHalf))});
    add_floats(name + ".bias", bias);
  }

  /// The matrix after a layer norm: the norm's own scale and shift become part of it.
  void add_matrix(const std::string& name, const torch::nn::LayerNorm& norm,
                  const torch::Tensor& matrix, const torch::Tensor& bias) {
    add_matrix(name, matrix * norm->weight.unsqueeze(0), bias + matrix.matmul(norm->bias));
  }

  void add_table(const std::string& name, const torch::Tensor& rows) {
    static constexpr double kLargest = 127;
    const torch::Tensor scale = rows.abs().amax(1).clamp_min(1e-8) / kLargest;
    const torch::Tensor cells = (rows / scale.unsqueeze(1)).round().to(torch::kChar);
    sections_.push_back({name, bytes_of<int8_t>(cells)});
    add_floats(name + ".scale", scale);
  }

  const std::vector<ModelSection>& sections() const { return sections_; }

 private:
  template <class T>
  static std::string bytes_of(const torch::Tensor& tensor) {
    const torch::Tensor flat = tensor.contiguous();
    return {static_cast<const char*>(flat.data_ptr()),
            static_cast<size_t>(flat.numel()) * sizeof(T)};
  }

  std::vector<ModelSection> sections_;
};

}  // namespace entente
