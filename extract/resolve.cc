#include "extract/resolve.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

#include "base/utf8.h"
#include "extract/name_match.h"

namespace entente {
namespace {

/// An entity while it grows.
struct Cluster {
  Entity entity;
  std::vector<NameForm> names;
  std::string owner;  // id of the state whose body it is, where the text says so
  uint32_t last = 0;  // index of the latest mention
};

std::string one_line(std::string_view text) {
  std::string result(text);
  std::replace_if(
      result.begin(), result.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; },
      ' ');
  return result;
}

/// Acronyms that stand in parentheses after a name, or before one in parentheses: by mention, the
/// mention of the name.
std::map<uint32_t, uint32_t> find_definitions(const Document& document,
                                              const std::vector<NameForm>& forms) {
  std::map<uint32_t, uint32_t> names;
  for (uint32_t m = 0; m + 1 < forms.size(); ++m) {
    const TokenSpan first = document.mentions[m].tokens, second = document.mentions[m + 1].tokens;
    const bool inside = second.begin == first.end + 1 && document.token(first.end) == "(" &&
                        second.end < document.tokens.size() && document.token(second.end) == ")";
    if (!inside || forms[m].kind != forms[m + 1].kind || forms[m].kind == NodeKind::person)
      continue;
    if (!forms[m + 1].compact.empty() && abbreviates(forms[m + 1], forms[m]))
      names.emplace(m + 1, m);
    else if (!forms[m].compact.empty() && abbreviates(forms[m], forms[m + 1]))
      names.emplace(m, m + 1);
  }
  return names;
}

class Resolver {
 public:
  Resolver(const Document& document, const Models& models, SieveSet sieves)
      : document_(document), models_(models), sieves_(sieves) {
    for (const Mention& mention : document.mentions) {
      forms_.push_back(name_form(document, mention, models));
      known_ids_.push_back(mention.known.empty() ? find_state(mention) : mention.known);
    }
    if (sieves.contains(Sieve::defined_acronym)) use_definitions();
  }

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
  struct Choice {
    size_t cluster = 0;
    std::optional<Sieve> sieve;
  };

  /// The state that has this name but for a full stop or its form of government, or empty:
  /// "Kingdom of Sweden".
  std::string find_state(const Mention& mention) const {
    if (mention.kind != NodeKind::state || mention.form != MentionForm::name) return {};
    static const std::set<std::string_view> kPolities = {
        "kingdom", "republic", "state", "empire", "principality", "sultanate", "emirate"};
    std::string surface;
    bool polity = false, rest = false;
    for (uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t) {
      const std::string token = plain_token(document_.token(t));
      if (rest && surface.empty() && token == "the") continue;
      surface += (surface.empty() ? "" : " ") + token;
      polity |= kPolities.contains(lower_case(token));
      if (polity && !rest && token == "of") {
        rest = true;
        surface.clear();
      }
    }
    for (const std::string& form : {surface, surface + "."})
      for (const KnownName& reading : models_.knowledge.find(form))
        if (const KnownThing& thing = models_.knowledge.thing(reading.thing);
            thing.kind == NodeKind::state && reading.use == NameUse::name)
          return thing.id;
    return {};
  }

  /// Reads acronyms that the text defines as the names they stand for, wherever they are.
  void use_definitions() {
    std::map<std::string, uint32_t> meanings;
    for (const auto& [acronym, name] : find_definitions(document_, forms_))
      meanings.emplace(forms_[acronym].compact, name);
    for (uint32_t m = 0; m < forms_.size(); ++m) {
      const auto found = meanings.find(forms_[m].compact);
      if (found == meanings.end() || forms_[found->second].kind != forms_[m].kind) continue;
      if (known_ids_[m].empty() || known_ids_[m] != known_ids_[found->second]) {
        known_ids_[m] = known_ids_[found->second];
        stands_for_.emplace(m, found->second);
      }
    }
  }

  const NameForm& form_of(uint32_t m) const {
    const auto found = stands_for_.find(m);
    return forms_[found == stands_for_.end() ? m : found->second];
  }

  /// The state whose body an organization is: "the Indian | Supreme Court", "Russia's | …",
  /// "Supreme Court | of India"; or empty.
  std::string owner_of(uint32_t m) const {
    const auto& mentions = document_.mentions;
    if (mentions[m].kind != NodeKind::organization || !known_ids_[m].empty()) return {};
    const TokenSpan tokens = mentions[m].tokens;
    if (m > 0 && mentions[m - 1].kind == NodeKind::state) {
      uint32_t end = mentions[m - 1].tokens.end;
      if (end < tokens.begin && plain_token(document_.token(end)).starts_with('\'')) ++end;
      if (end == tokens.begin) return known_ids_[m - 1];
    }
    if (m + 1 < mentions.size() && mentions[m + 1].kind == NodeKind::state &&
        document_.token(tokens.end) == "of") {
      const uint32_t the = document_.token(tokens.end + 1) == "the" ? 1 : 0;
      if (mentions[m + 1].tokens.begin == tokens.end + 1 + the) return known_ids_[m + 1];
    }
    return {};
  }

  void add(uint32_t m) {
    const Mention& mention = document_.mentions[m];
    const std::string owner = owner_of(m);
    const Choice choice = choose(m, owner);
    if (choice.cluster == clusters_.size()) {
      clusters_.emplace_back();
      clusters_.back().entity.kind = mention.kind;
    }
    Cluster& cluster = clusters_[choice.cluster];
    if (!known_ids_[m].empty()) {
      cluster.entity.id = known_ids_[m];
      known_.emplace(known_ids_[m], choice.cluster);
    }
    if (cluster.owner.empty()) cluster.owner = owner;
    cluster.entity.mentions.push_back(m);
    cluster.last = m;
    if (mention.form != MentionForm::name) return;
    add_name(choice, forms_[m], m);
    if (stands_for_.contains(m)) add_name(choice, form_of(m), m);
  }

  void add_name(const Choice& choice, const NameForm& form, uint32_t m) {
    Cluster& cluster = clusters_[choice.cluster];
    const auto same = [&](const NameForm& other) { return other.words == form.words; };
    if (form.words.empty() || std::ranges::any_of(cluster.names, same)) return;
    cluster.names.push_back(form);
    index(choice.cluster, form);
    if (choice.sieve && cluster.names.size() > 1)
      cluster.entity.merges.push_back(
          {std::string(document_.slice(document_.mentions[m].tokens)),
           std::string(name(stands_for_.contains(m) ? Sieve::defined_acronym : *choice.sieve))});
  }

  /// Keys by which a name finds others: no others can be the same, and thousands may share a given
  /// name.
  static std::set<std::string> keys_of(const NameForm& form) {
    std::set<std::string> keys;
    if (form.words.empty()) return keys;
    keys.insert(form.words.back());
    keys.insert("~" + spelling_key(form.words.back()));
    if (form.kind == NodeKind::person) return keys;
    keys.insert(form.words.front());
    for (const std::string& word : {form.words.front(), form.words.back()})
      if (word.size() > 3 && word.ends_with('s')) keys.insert(word.substr(0, word.size() - 1));
    std::string contents = "=";
    for (const std::string& word : form.contents) contents += word + " ";
    keys.insert(std::move(contents));
    return keys;
  }

  std::vector<size_t> candidates(const NameForm& form) const {
    std::set<size_t> found;
    const auto look_up = [&](const std::string& key) {
      if (const auto at = by_key_.find(key); at != by_key_.end())
        found.insert(at->second.begin(), at->second.end());
    };
    for (const std::string& key : keys_of(form)) look_up(key);
    if (!form.compact.empty()) look_up("." + form.compact);
    if (!form.initials.empty()) look_up(form.initials);
    return {found.begin(), found.end()};
  }

  void index(size_t cluster, const NameForm& form) {
    std::set<std::string> keys = keys_of(form);
    keys.insert(form.words.front());
    if (form.words.size() == 3) keys.insert(form.words[1]);
    if (!form.initials.empty()) keys.insert("." + form.initials);
    for (const std::string& key : keys) {
      auto& clusters = by_key_[key];
      if (clusters.empty() || clusters.back() != cluster) clusters.push_back(cluster);
    }
  }

  /// The latest cluster wins: "the Agreement" is the one spoken of last. A person's surname goes to
  /// whom it was used for before, or else to who is named most.
  bool is_likelier(size_t cluster, Sieve sieve, const Choice& best) const {
    const Cluster &one = clusters_[cluster], &other = clusters_[best.cluster];
    if (one.entity.kind == NodeKind::person) {
      const bool used = sieve == Sieve::same_name, other_used = best.sieve == Sieve::same_name;
      if (used != other_used) return used;
      const size_t count = one.entity.mentions.size(), other_count = other.entity.mentions.size();
      if (count != other_count) return count > other_count;
    }
    return one.last > other.last;
  }

  Choice choose(uint32_t m, const std::string& owner) const {
    const std::string& known = known_ids_[m];
    if (!known.empty() && sieves_.contains(Sieve::known_name))
      if (const auto found = known_.find(known); found != known_.end())
        return {found->second, Sieve::known_name};
    Choice best{clusters_.size(), std::nullopt};
    const NameForm& form = form_of(m);
    for (const size_t c : candidates(form)) {
      const Cluster& cluster = clusters_[c];
      if (cluster.entity.kind != form.kind) continue;
      if (!known.empty() && !cluster.entity.id.empty() && sieves_.contains(Sieve::known_name))
        continue;
      if (!owner.empty() && !cluster.owner.empty() && owner != cluster.owner) continue;
      const auto sieve = match_name(form, cluster.names, models_.lexicon, sieves_);
      if (!sieve) continue;
      if (best.sieve && !is_likelier(c, *sieve, best)) continue;
      best = {c, sieve};
    }
    return best;
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
    entity.id = lower_case(entente::name(entity.kind)) + ":" + tail;
  }

  const Document& document_;
  const Models& models_;
  SieveSet sieves_;
  std::vector<NameForm> forms_;              // of mentions
  std::vector<std::string> known_ids_;       // of mentions; may be empty
  std::map<uint32_t, uint32_t> stands_for_;  // mentions of acronyms: the mention of the name
  std::vector<Cluster> clusters_;
  std::unordered_map<std::string, std::vector<size_t>> by_key_;
  std::unordered_map<std::string, size_t> known_;  // id of a known thing to its cluster
};

}  // namespace

std::string_view name(Sieve sieve) {
  static constexpr std::array<std::string_view, kSieves.size()> kNames = {
      "known name", "defined acronym", "same name", "longer form of the name",
      "surname",    "given name",      "acronym",   "same words",
      "short form", "longer form",     "plural",    "spelling"};
  return kNames[static_cast<size_t>(sieve)];
}

std::vector<Entity> resolve(const Document& document, const Models& models, SieveSet sieves) {
  return Resolver(document, models, sieves).resolve();
}

}  // namespace entente
