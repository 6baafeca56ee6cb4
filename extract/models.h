#pragma once

#include <filesystem>
#include <optional>

#include "extract/coreference_model.h"
#include "extract/knowledge.h"
#include "extract/lexicon.h"
#include "extract/name_model.h"
#include "extract/statement_model.h"
#include "extract/syntax_model.h"
#include "extract/time_model.h"

namespace entente {

/// Everything that `analyze` knows beforehand: facts, words and trained models. Immutable once
/// loaded, and shared by threads.
struct Models {
  Knowledge knowledge;
  Lexicon lexicon;
  std::optional<SyntaxModel> syntax{};
  std::optional<NameModel> names{};               ///< only with syntax, whose encoder it reads
  std::optional<CoreferenceModel> coreference{};  ///< only with syntax, whose word vectors it reads
  std::optional<StatementModel> statements{};     ///< only with names, whose network it reads
  std::optional<TimeModel> times{};               ///< counts only with statements
};

/// Reads the tables compiled into the library: names and statements are found by rules alone.
Models load_models();

/// The tables, and the trained models of a directory: syntax.model, names.model,
/// coreference.model, statements.model, times.model. Throws Error that names the file if one is
/// missing or not what this program reads.
Models load_models(const std::filesystem::path& directory);

}  // namespace entente
