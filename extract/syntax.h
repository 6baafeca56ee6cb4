#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace entente {

struct SyntaxModel;

/// Universal part of speech (UD v2).
enum class Upos : uint8_t {
  adj,
  adp,
  adv,
  aux,
  cconj,
  det,
  intj,
  noun,
  num,
  part,
  pron,
  propn,
  punct,
  sconj,
  sym,
  verb,
  x,
};

/// Universal dependency relation (UD v2) with the subtypes of English.
enum class Deprel : uint8_t {
  acl,
  acl_relcl,
  advcl,
  advcl_relcl,
  advmod,
  amod,
  appos,
  aux,
  aux_pass,
  case_,
  cc,
  cc_preconj,
  ccomp,
  clf,
  compound,
  compound_prt,
  conj,
  cop,
  csubj,
  csubj_outer,
  csubj_pass,
  dep,
  det,
  det_predet,
  discourse,
  dislocated,
  expl,
  fixed,
  flat,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nmod_desc,
  nmod_poss,
  nmod_unmarked,
  nsubj,
  nsubj_outer,
  nsubj_pass,
  nummod,
  obj,
  obl,
  obl_agent,
  obl_unmarked,
  orphan,
  parataxis,
  punct,
  reparandum,
  root,
  vocative,
  xcomp,
};

std::string_view name(Upos tag);         ///< "ADJ"
std::string_view name(Deprel relation);  ///< "nmod:poss"
std::optional<Upos> find_upos(std::string_view name);
std::optional<Deprel> find_deprel(std::string_view name);

/// The relation without its subtype: nmod_poss gives nmod.
Deprel universal(Deprel relation);

enum class Tense : uint8_t { none, past, pres };
enum class VerbForm : uint8_t { none, fin, ger, inf, part };
enum class Mood : uint8_t { none, imp, ind, sub };
enum class Number : uint8_t { none, plur, sing };
enum class Voice : uint8_t { none, pass };

/// The features of a word that later layers read.
struct Morphology {
  Tense tense = Tense::none;
  VerbForm form = VerbForm::none;
  Mood mood = Mood::none;
  Number number = Number::none;
  Voice voice = Voice::none;
  uint8_t person = 0;  ///< 1 to 3; 0: none

  friend bool operator==(const Morphology&, const Morphology&) = default;
};

/// Reads "Mood=Ind|Tense=Past|VerbForm=Fin"; other features are passed over.
Morphology read_morphology(std::string_view feats);
/// As CoNLL-U has it; "_" if there is none.
std::string write_morphology(const Morphology& morphology);

/// A word's place in the tree of its sentence.
struct Arc {
  uint32_t head = 0;  ///< token of the document; the root of a sentence is its own head
  Deprel relation = Deprel::root;

  friend bool operator==(const Arc&, const Arc&) = default;
};

/// What the words of a text are and how they depend on each other: [tokens.size()] each.
struct Syntax {
  std::vector<Upos> tags;
  std::vector<Morphology> morphology;
  std::vector<std::string> lemmas;
  std::vector<Arc> arcs;
};

/// What the parser's encoder makes of the tokens of a few sentences, for other layers to read.
/// Valid during the call that gives it.
struct Encoding {
  std::span<const TokenSpan> pieces;     ///< of sentences, one after another
  std::vector<const float*> words;       ///< a token by itself: SyntaxSizes::input() numbers each
  std::vector<const float*> in_context;  ///< a token in its sentence, normalized: units() each
};

/// Tags, lemmatizes and parses. Every sentence gets one tree, however long it is: sentences of
/// more than 200 tokens are parsed in pieces, later roots hang on the first as parataxis.
///
/// Requires valid UTF-8, tokens = tokenize(text) and sentences that partition them. Cannot fail;
/// time O(text.size()), memory O(tokens.size()). `read_encoding` is called for all tokens in order,
/// some sentences at a time.
Syntax parse(std::string_view text, std::span<const ByteSpan> tokens,
             std::span<const TokenSpan> sentences, const SyntaxModel& model,
             const std::function<void(const Encoding&)>& read_encoding = {});

}  // namespace entente
