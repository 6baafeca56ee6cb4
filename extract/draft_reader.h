#pragma once

#include <string>
#include <utility>
#include <vector>

#include "extract/drafts.h"

namespace entente {

/// What readers of drafts share: the sentence and the list that grows.
class DraftReader {
 protected:
  explicit DraftReader(const SentenceView& s) : s_(s) {}

  void emit(uint32_t source, EdgeType type, uint32_t target, std::string rule, double confidence,
            uint32_t anchor, Status status = Status::actual, std::string role = {}) {
    emit_entity(source, type, s_.entity(target), std::move(rule), confidence, anchor, status,
                std::move(role));
  }

  void emit_entity(uint32_t source, EdgeType type, uint32_t target, std::string rule,
                   double confidence, uint32_t anchor, Status status = Status::actual,
                   std::string role = {}) {
    Draft draft;
    draft.source = s_.entity(source);
    draft.target = target;
    draft.type = type;
    draft.status = status;
    draft.role = std::move(role);
    draft.rule = std::move(rule);
    draft.confidence = confidence;
    draft.anchor = anchor;
    draft.dated = false;
    drafts_.push_back(std::move(draft));
  }

  const SentenceView& s_;
  std::vector<Draft> drafts_;
};

inline bool is_possessive_mark(std::string_view lower) { return lower == "'s" || lower == "'"; }

}  // namespace entente
