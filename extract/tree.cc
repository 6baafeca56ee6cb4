#include "extract/tree.h"

#include <algorithm>

namespace entente {
namespace {

bool heads_clause(const Syntax& syntax, uint32_t token) {
  switch (universal(syntax.arcs[token].relation)) {
    case Deprel::root:
    case Deprel::ccomp:
    case Deprel::xcomp:
    case Deprel::advcl:
    case Deprel::acl:
    case Deprel::csubj:
    case Deprel::parataxis:
      return true;
    case Deprel::conj:
      return syntax.tags[token] == Upos::verb || syntax.tags[token] == Upos::aux;
    default:
      return false;
  }
}

uint32_t mix(uint32_t hash, uint32_t value) { return (hash ^ value) * 0x01000193; }

}  // namespace

uint32_t head_of(const Syntax& syntax, TokenSpan tokens) {
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const uint32_t head = syntax.arcs[t].head;
    if (head < tokens.begin || head >= tokens.end || head == t) return t;
  }
  return tokens.end - 1;
}

uint32_t first_conjunct(const Syntax& syntax, uint32_t token) {
  for (uint32_t step = 0; step < kDeepest; ++step) {
    const Deprel relation = universal(syntax.arcs[token].relation);
    if (relation != Deprel::conj && relation != Deprel::appos && relation != Deprel::flat) break;
    token = syntax.arcs[token].head;
  }
  return token;
}

Role role_of(const Syntax& syntax, uint32_t token) {
  const Deprel relation = syntax.arcs[first_conjunct(syntax, token)].relation;
  switch (relation) {
    case Deprel::nsubj_pass:
      return Role::passive_subject;
    case Deprel::obl_agent:
      return Role::agent;
    case Deprel::nmod_poss:
      return Role::possessive;
    default:
      break;
  }
  switch (universal(relation)) {
    case Deprel::nsubj:
      return Role::subject;
    case Deprel::obj:
    case Deprel::iobj:
      return Role::object;
    case Deprel::obl:
      return Role::oblique;
    case Deprel::nmod:
      return Role::nominal;
    case Deprel::compound:
    case Deprel::amod:
      return Role::modifier;
    case Deprel::root:
    case Deprel::xcomp:
    case Deprel::ccomp:
      return Role::predicate;
    default:
      return Role::other;
  }
}

uint32_t clause_of(const Syntax& syntax, uint32_t token) {
  for (uint32_t step = 0; step < kDeepest && !heads_clause(syntax, token); ++step)
    token = syntax.arcs[token].head;
  return token;
}

std::vector<uint32_t> ancestors(const Syntax& syntax, uint32_t token) {
  std::vector<uint32_t> result = {token};
  while (result.size() < kDeepest && syntax.arcs[token].head != token)
    result.push_back(token = syntax.arcs[token].head);
  return result;
}

uint32_t path_between(const Syntax& syntax, const std::vector<uint32_t>& above, uint32_t other) {
  uint32_t hash = 0x811c9dc5;
  for (uint32_t step = 0; step < kDeepest; ++step) {
    const auto meeting = std::ranges::find(above, other);
    if (meeting != above.end()) {
      for (auto at = above.begin(); at != meeting; ++at)
        hash = mix(hash, 64 + static_cast<uint32_t>(universal(syntax.arcs[*at].relation)));
      return hash | 1;
    }
    hash = mix(hash, static_cast<uint32_t>(universal(syntax.arcs[other].relation)));
    if (syntax.arcs[other].head == other) break;
    other = syntax.arcs[other].head;
  }
  return 0;
}

}  // namespace entente
