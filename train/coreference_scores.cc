#include "train/coreference_scores.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

namespace entente {
namespace {

using Cluster = std::set<uint32_t>;  // numbers of gold mentions; larger ones match none
using Clusters = std::vector<Cluster>;

/// Our clusters in the numbers of the gold mentions they match.
class Matching {
 public:
  explicit Matching(const GumText& text) : text_(text), taken_(text.mentions.size(), false) {}

  Clusters read() {
    Clusters clusters;
    for (const Entity& entity : document().entities) {
      Cluster cluster;
      for (const uint32_t m : entity.mentions)
        if (document().mentions[m].form == MentionForm::name)
          cluster.insert(match_name(document().mentions[m].tokens));
      clusters.push_back(std::move(cluster));
    }
    for (const Reference& reference : document().references)
      if (reference.entities.size() == 1)
        clusters[reference.entities[0]].insert(match_head(reference.tokens.end - 1));
    std::erase_if(clusters, [](const Cluster& cluster) { return cluster.size() < 2; });
    return clusters;
  }

 private:
  const Document& document() const { return text_.document; }

  template <class Fits>
  uint32_t match(Fits fits) {
    for (uint32_t g = 0; g < text_.mentions.size(); ++g) {
      if (taken_[g] || !fits(text_.mentions[g])) continue;
      taken_[g] = true;
      return g;
    }
    return unmatched_++;
  }
  uint32_t match_name(TokenSpan tokens) {
    return match([&](const GoldMention& gold) {
      return gold.name && overlaps(document(), tokens, *gold.name);
    });
  }
  uint32_t match_head(uint32_t head) {
    return match([&](const GoldMention& gold) {
      return !gold.name && document().tokens[head].overlaps(gold.head);
    });
  }

  const GumText& text_;
  std::vector<bool> taken_;
  uint32_t unmatched_ = 1u << 24;
};

Clusters gold_clusters(const GumText& text) {
  std::map<uint32_t, Cluster> clusters;
  std::set<uint32_t> named;
  for (uint32_t g = 0; g < text.mentions.size(); ++g) {
    clusters[text.mentions[g].cluster].insert(g);
    if (text.mentions[g].name) named.insert(text.mentions[g].cluster);
  }
  Clusters result;
  for (auto& [number, cluster] : clusters)
    if (cluster.size() > 1 && named.contains(number)) result.push_back(std::move(cluster));
  return result;
}

std::map<uint32_t, size_t> index(const Clusters& clusters) {
  std::map<uint32_t, size_t> result;
  for (size_t c = 0; c < clusters.size(); ++c)
    for (const uint32_t mention : clusters[c]) result.emplace(mention, c);
  return result;
}

/// Links that one side needs and how many of them the other side has.
std::pair<double, double> muc_links(const Clusters& from, const Clusters& to) {
  const auto other = index(to);
  double kept = 0, all = 0;
  for (const Cluster& cluster : from) {
    std::set<size_t> parts;
    size_t alone = 0;
    for (const uint32_t mention : cluster) {
      const auto found = other.find(mention);
      if (found == other.end())
        ++alone;
      else
        parts.insert(found->second);
    }
    kept += static_cast<double>(cluster.size() - parts.size() - alone);
    all += static_cast<double>(cluster.size() - 1);
  }
  return {kept, all};
}

double common(const Cluster& a, const Cluster& b) {
  return static_cast<double>(
      std::ranges::count_if(a, [&](uint32_t mention) { return b.contains(mention); }));
}

std::pair<double, double> b_cubed(const Clusters& from, const Clusters& to) {
  double right = 0, all = 0;
  for (const Cluster& cluster : from) {
    const auto size = static_cast<double>(cluster.size());
    for (const Cluster& other : to) {
      const double both = common(cluster, other);
      right += both * both / size;
    }
    all += size;
  }
  return {right, all};
}

/// The greatest sum of values that pairs rows with columns (Kuhn 1955), rows <= columns.
double best_pairing(const std::vector<std::vector<double>>& values) {
  const size_t rows = values.size(), columns = rows > 0 ? values[0].size() : 0;
  std::vector<double> of_row(rows + 1), of_column(columns + 1);
  std::vector<size_t> match(columns + 1), way(columns + 1);
  for (size_t row = 1; row <= rows; ++row) {
    std::vector<double> least(columns + 1, std::numeric_limits<double>::infinity());
    std::vector<bool> used(columns + 1, false);
    size_t at = 0;
    match[0] = row;
    do {
      used[at] = true;
      const size_t from = match[at];
      size_t next = 0;
      double step = std::numeric_limits<double>::infinity();
      for (size_t c = 1; c <= columns; ++c) {
        if (used[c]) continue;
        const double cost = -values[from - 1][c - 1] - of_row[from] - of_column[c];
        if (cost < least[c]) {
          least[c] = cost;
          way[c] = at;
        }
        if (least[c] < step) {
          step = least[c];
          next = c;
        }
      }
      for (size_t c = 0; c <= columns; ++c) {
        if (used[c]) {
          of_row[match[c]] += step;
          of_column[c] -= step;
        } else {
          least[c] -= step;
        }
      }
      at = next;
    } while (match[at] != 0);
    for (; at != 0; at = way[at]) match[at] = match[way[at]];
  }
  double sum = 0;
  for (size_t c = 1; c <= columns; ++c)
    if (match[c] != 0) sum += values[match[c] - 1][c - 1];
  return sum;
}

double ceaf(const Clusters& a, const Clusters& b) {
  const Clusters& rows = a.size() <= b.size() ? a : b;
  const Clusters& columns = a.size() <= b.size() ? b : a;
  std::vector<std::vector<double>> values;
  for (const Cluster& row : rows) {
    values.emplace_back();
    for (const Cluster& column : columns)
      values.back().push_back(2 * common(row, column) /
                              static_cast<double>(row.size() + column.size()));
  }
  return best_pairing(values);
}

Tally tally(std::pair<double, double> precision, std::pair<double, double> recall) {
  return {precision.first, precision.second, recall.first, recall.second};
}

}  // namespace

double Tally::f1() const {
  const double p = precision(), r = recall();
  return p + r > 0 ? 2 * p * r / (p + r) : 0;
}

void Tally::add(const Tally& other) {
  right_found += other.right_found;
  found += other.found;
  right_wanted += other.right_wanted;
  wanted += other.wanted;
}

GapScores score_gap(const std::vector<GapText>& texts) {
  GapScores scores;
  for (const GapText& text : texts) {
    const auto reference = std::ranges::find_if(text.document.references, [&](const Reference& r) {
      return overlaps(text.document, r.tokens, text.pronoun);
    });
    const auto found_in = [&](ByteSpan name) {
      return reference != text.document.references.end() &&
             std::ranges::any_of(reference->entities, [&](uint32_t entity) {
               return is_named_in(text.document, entity, name);
             });
    };
    const bool found_a = found_in(text.a), found_b = found_in(text.b);
    const double right = (found_a && text.is_a) + (found_b && text.is_b);
    const double found = found_a + found_b, wanted = text.is_a + text.is_b;
    const Tally counts{right, found, right, wanted};
    scores.overall.add(counts);
    (text.feminine ? scores.feminine : scores.masculine).add(counts);
  }
  return scores;
}

ClusterScores score_gum(const std::vector<GumText>& texts) {
  ClusterScores scores;
  for (const GumText& text : texts) {
    const Clusters gold = gold_clusters(text), ours = Matching(text).read();
    scores.muc.add(tally(muc_links(ours, gold), muc_links(gold, ours)));
    scores.b_cubed.add(tally(b_cubed(ours, gold), b_cubed(gold, ours)));
    const double similar = ceaf(gold, ours);
    scores.ceaf.add(
        {similar, static_cast<double>(ours.size()), similar, static_cast<double>(gold.size())});
  }
  return scores;
}

}  // namespace entente
