#include <algorithm>
#include <cassert>
#include <numeric>

#include "extract/lemma.h"
#include "extract/spanning_tree.h"
#include "extract/syntax.h"
#include "extract/syntax_features.h"
#include "extract/syntax_model.h"

namespace entente {
namespace {

constexpr uint32_t kLongestPiece = 200;  // tokens; few sentences are longer
constexpr uint32_t kBatch = 256;         // tokens computed together: fills the kernels, fits L2

/// Sentences cut so that no piece is longer than kLongestPiece, after punctuation where there is
/// any in the second half.
std::vector<TokenSpan> cut_pieces(std::string_view text, std::span<const ByteSpan> tokens,
                                  std::span<const TokenSpan> sentences) {
  std::vector<TokenSpan> pieces;
  for (TokenSpan rest : sentences) {
    while (rest.size() > kLongestPiece) {
      uint32_t cut = rest.begin + kLongestPiece;
      for (uint32_t at = cut; at > rest.begin + kLongestPiece / 2; --at) {
        const std::string_view mark = text.substr(tokens[at - 1].begin, tokens[at - 1].size());
        if (mark != "," && mark != ";" && mark != ":" && mark != ".") continue;
        cut = at;
        break;
      }
      pieces.push_back({rest.begin, cut});
      rest.begin = cut;
    }
    pieces.push_back(rest);
  }
  return pieces;
}

/// The values of one batch of pieces. Rows are tokens in order.
struct Rows {
  Rows(uint32_t count, uint32_t width) : width(width), values(static_cast<size_t>(count) * width) {}
  float* row(uint32_t i) { return values.data() + static_cast<size_t>(i) * width; }
  const float* row(uint32_t i) const { return values.data() + static_cast<size_t>(i) * width; }
  uint32_t width;
  std::vector<float> values;
};

std::vector<const float*> pointers(const Rows& rows, uint32_t count, uint32_t offset = 0) {
  std::vector<const float*> result(count);
  for (uint32_t i = 0; i < count; ++i) result[i] = rows.row(i) + offset;
  return result;
}

uint32_t argmax(const float* values, uint32_t count) {
  return static_cast<uint32_t>(std::max_element(values, values + count) - values);
}

/// Parses batches of pieces one after another into `syntax_`. Invariant: everything before the
/// current batch is done.
class Parser {
 public:
  Parser(std::string_view text, std::span<const ByteSpan> tokens, const SyntaxModel& model,
         const std::function<void(const Encoding&)>& read_encoding)
      : text_(text),
        tokens_(tokens),
        model_(model),
        sizes_(model.sizes),
        kernels_(model.kernels),
        read_encoding_(read_encoding) {
    syntax_.tags.resize(tokens.size());
    syntax_.morphology.resize(tokens.size());
    syntax_.lemmas.resize(tokens.size());
    syntax_.arcs.resize(tokens.size());
    for (const auto& tag : model.tag_names) tags_.push_back(*find_upos(tag));
    for (const auto& feats : model.feature_names) features_.push_back(read_morphology(feats));
    for (const auto& relation : model.relation_names) relations_.push_back(*find_deprel(relation));
  }

  void parse(std::span<const TokenSpan> pieces);
  Syntax finish() { return std::move(syntax_); }

 private:
  Rows multiply(const PackedMatrix& matrix, const std::vector<const float*>& rows) const;
  size_t find_word(uint64_t hash) const;
  void embed(uint32_t token, uint32_t first, float* out) const;
  std::string lemma_of(std::string_view form, const float* scores) const;
  Rows embed(std::span<const TokenSpan> pieces, std::vector<const float*>& windows) const;
  Rows window(const std::vector<const float*>& windows) const;
  void run_layer(uint32_t layer, std::span<const TokenSpan> pieces, Rows& hidden) const;
  Rows normalize(const Rows& rows) const;
  void read_tags(const Rows& hidden, uint32_t first_token);
  void attach(std::span<const TokenSpan> pieces, const Rows& normed);
  std::vector<uint32_t> heads_of(const Rows& views, const Rows& mapped, uint32_t begin,
                                 uint32_t count) const;
  void label(const Rows& views, uint32_t first_token, const std::vector<uint32_t>& heads);

  std::string_view text_;
  std::span<const ByteSpan> tokens_;
  const SyntaxModel& model_;
  const SyntaxSizes sizes_;
  const SyntaxKernels& kernels_;
  const std::function<void(const Encoding&)>& read_encoding_;
  std::vector<Upos> tags_;
  std::vector<Morphology> features_;
  std::vector<Deprel> relations_;
  uint32_t batch_begin_ = 0;  ///< first token of the current batch
  Syntax syntax_;
};

Rows Parser::multiply(const PackedMatrix& matrix, const std::vector<const float*>& rows) const {
  const auto count = static_cast<uint32_t>(rows.size());
  Rows result(count, matrix.stride);
  kernels_.multiply(rows.data(), count, matrix.depth, matrix.packed.data(), matrix.bias.data(),
                    matrix.stride, result.values.data(), result.width);
  return result;
}

/// The row of the word with this hash, 0 if it is unknown.
size_t Parser::find_word(uint64_t hash) const {
  const auto found = std::ranges::lower_bound(model_.vocabulary, hash);
  if (found == model_.vocabulary.end() || *found != hash) return 0;
  return static_cast<size_t>(found - model_.vocabulary.begin()) + 1;
}

/// Writes the vector of a token by itself, [input]. Requires zeros in `out`.
void Parser::embed(uint32_t token, uint32_t first, float* out) const {
  const WordFeatures seen =
      word_features(text_.substr(tokens_[token].begin, tokens_[token].size()), first);
  const auto add = [&](const QuantizedTable& table, size_t row, float scale, float* to) {
    kernels_.add_scaled(table.cells.data() + row * table.columns, table.scales[row] * scale,
                        table.columns, to);
  };
  size_t word = find_word(seen.word);
  if (word == 0 && seen.digitless != seen.word) word = find_word(seen.digitless);
  add(model_.words, word, 1, out);
  for (const uint32_t affix : seen.affixes) add(model_.affixes, affix, 1, out + sizes_.word);
  const float share = 1.0f / static_cast<float>(seen.grams.size());
  for (const uint32_t gram : seen.grams)
    add(model_.grams, gram, share, out + sizes_.word + sizes_.affix);
  add(model_.shapes, seen.shape, 1, out + sizes_.word + sizes_.affix + sizes_.gram);
}

/// The vectors of tokens by themselves. `windows` gets for each token the row before its own.
Rows Parser::embed(std::span<const TokenSpan> pieces, std::vector<const float*>& windows) const {
  const uint32_t count = pieces.back().end - pieces.front().begin;
  // A row of zeros before, between and after the pieces: a window is three rows in a row.
  Rows input(count + static_cast<uint32_t>(pieces.size()) + 1, sizes_.input());
  windows.reserve(count);
  uint32_t row = 1;
  for (const TokenSpan piece : pieces) {
    for (uint32_t token = piece.begin; token < piece.end; ++token, ++row) {
      embed(token, token == piece.begin ? 1 : 0, input.row(row));
      windows.push_back(input.row(row - 1));
    }
    ++row;
  }
  return input;
}

/// The first layer: each token with its neighbours, [tokens, units].
Rows Parser::window(const std::vector<const float*>& windows) const {
  Rows hidden = multiply(model_.window, windows);
  kernels_.rectify(hidden.values.data(), static_cast<uint32_t>(hidden.values.size()));
  return hidden;
}

Rows Parser::normalize(const Rows& rows) const {
  Rows result(static_cast<uint32_t>(rows.values.size() / rows.width), rows.width);
  kernels_.normalize(rows.values.data(), static_cast<uint32_t>(rows.values.size() / rows.width),
                     rows.width, result.values.data());
  return result;
}

void Parser::run_layer(uint32_t layer, std::span<const TokenSpan> pieces, Rows& hidden) const {
  const uint32_t first_token = pieces.front().begin;
  const uint32_t count = pieces.back().end - first_token;
  const Rows normed = normalize(hidden);
  const Rows gates = multiply(model_.gates[layer], pointers(normed, count));
  std::vector<float> state(sizes_.units);
  for (const TokenSpan piece : pieces) {
    float* rows = hidden.row(piece.begin - first_token);
    kernels_.recur(gates.row(piece.begin - first_token), rows, piece.size(), sizes_.units,
                   state.data(), rows);
  }
}

/// The lemma by the best rule. Where a known word ("stolen") would have an unknown lemma ("stol"),
/// the best of the next few rules that gives a known one.
std::string Parser::lemma_of(std::string_view form, const float* scores) const {
  static constexpr size_t kTried = 4;
  const auto known = [&](std::string_view word) {
    return find_word(hash_word(fold_word(word))) > 0;
  };
  const auto& rules = model_.rule_names;
  std::string best =
      apply_lemma_rule(form, rules[argmax(scores, static_cast<uint32_t>(rules.size()))]);
  if (known(best) || !known(form)) return best;
  std::vector<uint32_t> order(rules.size());
  std::iota(order.begin(), order.end(), 0u);
  const size_t tried = std::min(kTried, order.size());
  std::ranges::partial_sort(order, order.begin() + static_cast<ptrdiff_t>(tried), {},
                            [&](uint32_t rule) { return -scores[rule]; });
  for (size_t i = 1; i < tried; ++i)
    if (std::string next = apply_lemma_rule(form, rules[order[i]]); known(next)) return next;
  return best;
}

void Parser::read_tags(const Rows& hidden, uint32_t first_token) {
  const auto count = static_cast<uint32_t>(hidden.values.size() / hidden.width);
  const Rows normed = normalize(hidden);
  Rows read = multiply(model_.tag_hidden, pointers(normed, count));
  kernels_.rectify(read.values.data(), static_cast<uint32_t>(read.values.size()));
  const Rows scores = multiply(model_.tags, pointers(read, count));
  const auto tags = static_cast<uint32_t>(tags_.size());
  const auto features = static_cast<uint32_t>(features_.size());
  for (uint32_t i = 0; i < count; ++i) {
    const float* row = scores.row(i);
    const uint32_t token = first_token + i;
    syntax_.tags[token] = tags_[argmax(row, tags)];
    syntax_.morphology[token] = features_[argmax(row + tags, features)];
    const auto form = text_.substr(tokens_[token].begin, tokens_[token].size());
    const bool number = syntax_.tags[token] == Upos::num && form[0] >= '0' && form[0] <= '9';
    syntax_.lemmas[token] = number ? number_lemma(form) : lemma_of(form, row + tags + features);
  }
}

/// The heads of the words of one piece, 0 the root, 1 its first word.
std::vector<uint32_t> Parser::heads_of(const Rows& views, const Rows& mapped, uint32_t begin,
                                       uint32_t count) const {
  // Governors become the columns of a matrix, the root first.
  const uint32_t arc = sizes_.arc;
  std::vector<float> governors(model_.root_arc.begin(), model_.root_arc.end());
  for (uint32_t i = begin; i < begin + count; ++i) {
    const float* view = views.row(i) + arc + sizes_.relation;
    for (uint32_t k = 0; k < arc; ++k) governors.push_back(std::max(view[k], 0.0f));
  }
  const std::vector<float> no_bias(count + 1);
  const PackedMatrix matrix = pack_matrix(governors, no_bias, kernels_);
  std::vector<const float*> rows(count);
  for (uint32_t i = 0; i < count; ++i) rows[i] = mapped.row(begin + i);
  const Rows scores = multiply(matrix, rows);
  return best_tree(scores.values, scores.width, count);
}

/// Writes the arcs of one piece. `views` begins at its first row.
void Parser::label(const Rows& views, uint32_t first_token, const std::vector<uint32_t>& heads) {
  const auto count = static_cast<uint32_t>(heads.size());
  const uint32_t dependent = sizes_.arc, governor = 2 * sizes_.arc + sizes_.relation;
  const uint32_t row_offset = first_token - batch_begin_;
  Rows pairs(count, sizes_.relation);
  for (uint32_t i = 0; i < count; ++i) {
    const float* child = views.row(row_offset + i) + dependent;
    const float* head = heads[i] == 0 ? model_.root_relation.data()
                                      : views.row(row_offset + heads[i] - 1) + governor;
    for (uint32_t k = 0; k < sizes_.relation; ++k)
      pairs.row(i)[k] = std::max(child[k] + head[k], 0.0f);
  }
  const Rows scores = multiply(model_.relations, pointers(pairs, count));
  for (uint32_t i = 0; i < count; ++i) {
    Arc& arc = syntax_.arcs[first_token + i];
    if (heads[i] == 0) {
      arc = {first_token + i, Deprel::root};
      continue;
    }
    const float* row = scores.row(i);
    uint32_t best = relations_[0] == Deprel::root ? 1 : 0;
    for (uint32_t k = best; k < relations_.size(); ++k)
      if (relations_[k] != Deprel::root && row[k] > row[best]) best = k;
    arc = {first_token + heads[i] - 1, relations_[best]};
  }
}

void Parser::attach(std::span<const TokenSpan> pieces, const Rows& normed) {
  const auto count = static_cast<uint32_t>(normed.values.size() / normed.width);
  const Rows views = multiply(model_.heads, pointers(normed, count));
  Rows dependents(count, sizes_.arc);
  for (uint32_t i = 0; i < count; ++i)
    for (uint32_t k = 0; k < sizes_.arc; ++k)
      dependents.row(i)[k] = std::max(views.row(i)[k], 0.0f);
  const Rows mapped = multiply(model_.arc_map, pointers(dependents, count));
  for (const TokenSpan piece : pieces)
    label(views, piece.begin, heads_of(views, mapped, piece.begin - batch_begin_, piece.size()));
}

void Parser::parse(std::span<const TokenSpan> pieces) {
  batch_begin_ = pieces.front().begin;
  std::vector<const float*> windows;
  const Rows input = embed(pieces, windows);
  Rows hidden = window(windows);
  for (uint32_t layer = 0; layer < sizes_.layers; ++layer) {
    run_layer(layer, pieces, hidden);
    if (layer + 1 == sizes_.tagged_layer) read_tags(hidden, batch_begin_);
  }
  const Rows normed = normalize(hidden);
  attach(pieces, normed);
  if (!read_encoding_) return;
  for (const float*& row : windows) row += input.width;  // from the row before to the token's own
  read_encoding_(
      {pieces, std::move(windows),
       pointers(normed, static_cast<uint32_t>(pieces.back().end - pieces.front().begin))});
}

/// Hangs the roots of the pieces of a sentence on that of the first piece.
void join_pieces(std::span<const TokenSpan> sentences, std::span<const TokenSpan> pieces,
                 std::vector<Arc>& arcs) {
  size_t piece = 0;
  for (const TokenSpan sentence : sentences) {
    std::optional<uint32_t> root;
    for (; piece < pieces.size() && pieces[piece].end <= sentence.end; ++piece)
      for (uint32_t token = pieces[piece].begin; token < pieces[piece].end; ++token) {
        if (arcs[token].head != token) continue;
        if (root)
          arcs[token] = {*root, Deprel::parataxis};
        else
          root = token;
        break;
      }
  }
}

}  // namespace

Syntax parse(std::string_view text, std::span<const ByteSpan> tokens,
             std::span<const TokenSpan> sentences, const SyntaxModel& model,
             const std::function<void(const Encoding&)>& read_encoding) {
  const std::vector<TokenSpan> pieces = cut_pieces(text, tokens, sentences);
  Parser parser(text, tokens, model, read_encoding);
  for (size_t begin = 0, end = 0; begin < pieces.size(); begin = end) {
    while (end < pieces.size() && (end == begin || pieces[end].end - pieces[begin].begin <= kBatch))
      ++end;
    parser.parse(std::span(pieces).subspan(begin, end - begin));
  }
  Syntax syntax = parser.finish();
  join_pieces(sentences, pieces, syntax.arcs);
  return syntax;
}

}  // namespace entente
