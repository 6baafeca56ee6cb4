#include "extract/resolve.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

#include "base/utf8.h"
#include "extract/words.h"

namespace entente {
namespace {

using Tokens = std::vector<std::string>;

/// A mention's words, folded, without punctuation: what two names are compared by.
Tokens name_tokens(const Document& document, const Mention& mention) {
  Tokens result;
  for (uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t) {
    std::string token = slug(document.token(t));
    if (!token.empty()) result.push_back(std::move(token));
  }
  return result;
}

/// The first letters of the words that begin with a capital: "SCUA".
std::string initials(const Document& document, const Mention& mention) {
  std::string result;
  for (uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t) {
    const std::string_view token = document.token(t);
    const CodePoint c = first_code_point(token);
    if (is_upper(c.value)) result.append(token.substr(0, c.size));
  }
  return result;
}

std::string without_stops(std::string_view token) {
  std::string result(token);
  std::erase(result, '.');
  return result;
}

bool is_subset(const Tokens& part, const Tokens& whole) {
  return std::all_of(part.begin(), part.end(), [&](const std::string& token) {
    return std::find(whole.begin(), whole.end(), token) != whole.end();
  });
}

/// An entity while it grows.
struct Cluster {
  Entity entity;
  std::vector<Tokens> names;
  std::set<std::string> acronyms;
  uint32_t last = 0;  // index of the latest mention
};

/// Why a mention is of a cluster; empty: it is not.
std::string reason_to_join(const Document& document, const Mention& mention, const Tokens& tokens,
                           const Cluster& cluster) {
  if (tokens.empty() || cluster.entity.kind != mention.kind) return {};
  for (const Tokens& name : cluster.names)
    if (name == tokens) return "same name";
  const bool person = mention.kind == NodeKind::person;
  for (const Tokens& name : cluster.names) {
    if (person && tokens.size() == 1 && name.size() > 1 && name.back() == tokens[0])
      return "surname";
    if (person && tokens.size() == 1 && name.size() > 1 && name.front() == tokens[0])
      return "given name";
    if (person && tokens.size() > 1 && name.size() > 1 && tokens.back() == name.back() &&
        (is_subset(tokens, name) || is_subset(name, tokens)))
      return "longer form of the name";
    if (person && name.size() == 1 && tokens.size() > 1 && tokens.back() == name[0])
      return "surname";
    if (!person && tokens.size() < name.size() && tokens.back() == name.back() &&
        is_subset(tokens, name))
      return "short form";
    if (!person && mention.kind != NodeKind::territory && name.size() < tokens.size() &&
        tokens.back() == name.back() && is_subset(name, tokens))
      return "longer form";
  }
  if (person || mention.kind == NodeKind::state) return {};
  const std::string text = without_stops(document.slice(mention.tokens));
  if (text.size() >= 2 && cluster.acronyms.contains(text)) return "acronym";
  if (mention.tokens.size() > 1 && !cluster.names.empty() && cluster.names[0].size() == 1) {
    const std::string derived = fold(initials(document, mention));
    if (derived.size() >= 2 && derived == cluster.names[0][0]) return "acronym";
  }
  return {};
}

class Resolver {
 public:
  Resolver(const Document& document, const Models& models) : document_(document), models_(models) {}

  std::vector<Entity> resolve() {
    for (uint32_t m = 0; m < document_.mentions.size(); ++m) add(m);
    std::vector<Entity> entities;
    std::map<std::string, int> used;
    for (Cluster& cluster : clusters_) {
      finish(cluster);
      const int count = ++used[cluster.entity.id];
      if (count > 1) cluster.entity.id += "-" + std::to_string(count);
      entities.push_back(std::move(cluster.entity));
    }
    return entities;
  }

 private:
  void add(uint32_t m) {
    const Mention& mention = document_.mentions[m];
    const Tokens tokens = name_tokens(document_, mention);
    std::string reason;
    Cluster& cluster = cluster_of(mention, tokens, reason);
    cluster.entity.mentions.push_back(m);
    cluster.last = m;
    const bool is_name = mention.form == MentionForm::name;
    if (is_name &&
        std::find(cluster.names.begin(), cluster.names.end(), tokens) == cluster.names.end()) {
      cluster.names.push_back(tokens);
      index(static_cast<size_t>(&cluster - clusters_.data()), mention, tokens);
      if (mention.tokens.size() > 1) cluster.acronyms.insert(initials(document_, mention));
      if (!reason.empty() && cluster.names.size() > 1)
        cluster.entity.merges.push_back({std::string(document_.slice(mention.tokens)), reason});
    }
  }

  /// Clusters with a name that begins or ends with the mention's last word, or that may be its
  /// acronym: no others can be the same, and thousands may share a given name.
  std::vector<size_t> candidates(const Mention& mention, const Tokens& tokens) const {
    std::set<size_t> found;
    const auto look_up = [&](const std::string& key) {
      if (const auto at = by_word_.find(key); at != by_word_.end())
        found.insert(at->second.begin(), at->second.end());
    };
    if (!tokens.empty()) look_up(tokens.back());
    if (mention.kind == NodeKind::person) return {found.begin(), found.end()};
    look_up(fold(without_stops(document_.slice(mention.tokens))));
    look_up(fold(initials(document_, mention)));
    return {found.begin(), found.end()};
  }

  void index(size_t cluster, const Mention& mention, const Tokens& tokens) {
    std::set<std::string> keys;
    if (!tokens.empty()) keys = {tokens.front(), tokens.back()};
    if (mention.tokens.size() > 1) keys.insert(fold(initials(document_, mention)));
    for (const std::string& key : keys) {
      auto& clusters = by_word_[key];
      if (clusters.empty() || clusters.back() != cluster) clusters.push_back(cluster);
    }
  }

  Cluster& cluster_of(const Mention& mention, const Tokens& tokens, std::string& reason) {
    if (!mention.known.empty()) {
      if (const auto known = known_.find(mention.known); known != known_.end()) {
        reason = "known name";
        return clusters_[known->second];
      }
    }
    // The latest cluster wins: "the Agreement" is the one spoken of last.
    size_t best = clusters_.size();
    for (const size_t c : candidates(mention, tokens)) {
      const bool both_known = !mention.known.empty() && !clusters_[c].entity.id.empty();
      if (both_known || mention.kind == NodeKind::state) continue;
      std::string found = reason_to_join(document_, mention, tokens, clusters_[c]);
      if (found.empty()) continue;
      if (best < clusters_.size() && clusters_[best].last > clusters_[c].last) continue;
      best = c;
      reason = std::move(found);
    }
    if (best == clusters_.size()) {
      clusters_.emplace_back();
      clusters_.back().entity.kind = mention.kind;
    }
    Cluster& cluster = clusters_[best];
    if (!mention.known.empty()) {
      cluster.entity.id = mention.known;
      known_.emplace(mention.known, best);
    }
    return cluster;
  }

  /// Gives the entity its name and, where it is not a known thing, an id made of the name.
  void finish(Cluster& cluster) {
    Entity& entity = cluster.entity;
    std::string longest;
    for (const uint32_t m : entity.mentions) {
      const Mention& mention = document_.mentions[m];
      if (mention.form != MentionForm::name) continue;
      std::string text = one_line(document_.slice(mention.tokens));
      if (text.size() > longest.size()) longest = std::move(text);
    }
    if (const KnownThing* thing = models_.knowledge.find_id(entity.id)) {
      entity.iso = thing->iso;
      const bool state = entity.kind == NodeKind::state;
      entity.name = state || longest.empty() ? thing->name : longest;
      return;
    }
    entity.name = longest.empty()
                      ? one_line(document_.slice(document_.mentions[entity.mentions[0]].tokens))
                      : longest;
    std::string tail = slug(entity.name);
    if (tail.empty()) tail = "unnamed";
    entity.id = lower_case(name(entity.kind)) + ":" + tail;
  }

  static std::string one_line(std::string_view text) {
    std::string result(text);
    std::replace_if(
        result.begin(), result.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; },
        ' ');
    return result;
  }

  const Document& document_;
  const Models& models_;
  std::vector<Cluster> clusters_;
  std::unordered_map<std::string, std::vector<size_t>> by_word_;
  std::unordered_map<std::string, size_t> known_;  // id of a known thing to its cluster
};

}  // namespace

std::vector<Entity> resolve(const Document& document, const Models& models) {
  return Resolver(document, models).resolve();
}

}  // namespace entente
