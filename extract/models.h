#pragma once

#include "extract/knowledge.h"
#include "extract/lexicon.h"

namespace entente {

/// Everything that `analyze` knows beforehand: facts, words and trained models. Immutable once
/// loaded, and shared by threads.
struct Models {
  Knowledge knowledge;
  Lexicon lexicon;
};

/// Reads the tables compiled into the library.
Models load_models();

}  // namespace entente
