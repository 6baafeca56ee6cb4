#pragma once

namespace entente {

/// Everything that `analyze` knows beforehand: facts, words and trained models. Immutable once
/// loaded, and shared by threads.
struct Models {};

/// Reads the tables compiled into the library. About 10 ms.
Models load_models();

}  // namespace entente
