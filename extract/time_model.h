#pragma once

#include <cstdint>
#include <filesystem>
#include <span>

#include "extract/model_file.h"

namespace entente {

/// Weights of what speaks for a time of a statement: a log-linear model over the options of
/// TimeOptions, trained by train/train_times.cc. Immutable, shared by threads.
struct TimeModel {
  ModelFile file;
  std::span<const uint64_t> vocabulary{};  ///< hashes of features, ascending
  std::span<const float> weights{};        ///< [vocabulary]
};

ModelKind time_model_kind();

/// Maps and checks a model file. Throws Error as ModelFile does.
TimeModel load_time_model(const std::filesystem::path& path);

/// The sum of the weights of features.
double score(std::span<const uint64_t> features, const TimeModel& model);

}  // namespace entente
