#pragma once

#include <vector>

#include "train/coreference_data.h"

namespace entente {

/// Right, found and wanted items; or their sums of degrees.
struct Tally {
  double right_found = 0, found = 0;    ///< for precision
  double right_wanted = 0, wanted = 0;  ///< for recall

  double precision() const { return found > 0 ? 100 * right_found / found : 0; }
  double recall() const { return wanted > 0 ? 100 * right_wanted / wanted : 0; }
  double f1() const;
  void add(const Tally& other);
};

/// F1 of GAP (Webster et al. 2018): each name of a text is one decision, found where the entity of
/// the pronoun has a name that overlaps it.
struct GapScores {
  Tally overall, masculine, feminine;
  double bias() const { return feminine.f1() / masculine.f1(); }
};
GapScores score_gap(const std::vector<GapText>& texts);

/// MUC (Vilain et al. 1995), B³ (Bagga & Baldwin 1998) and CEAF-φ4 (Luo 2005); their mean F1 is the
/// score of CoNLL 2012.
struct ClusterScores {
  Tally muc, b_cubed, ceaf;
  double conll() const { return (muc.f1() + b_cubed.f1() + ceaf.f1()) / 3; }
};

/// Scores our own mentions against the gold clusters of two mentions or more of which at least one
/// is a name. A name of ours is the gold mention whose name overlaps it, a reference the gold
/// mention with the same head word; each gold mention is matched at most once. Our clusters are
/// entities with two names and references or more; demonyms and references to several entities are
/// left out.
ClusterScores score_gum(const std::vector<GumText>& texts);

}  // namespace entente
