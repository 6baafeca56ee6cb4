#include "extract/html.h"

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <unordered_map>
#include <vector>

#include "base/utf8.h"
#include "extract/read_date.h"

namespace entente {
namespace {

using Names = std::initializer_list<std::string_view>;

constexpr size_t kParagraphBytes = 40;  // a shorter block says little about where the text is
constexpr double kMainShare = 0.9;      // of the text that the main element must hold
constexpr double kArticleShare = 0.5;   // of the text that an <article> must hold to be trusted
constexpr double kLinkShare = 0.5;      // of a block that may be links
constexpr size_t kCharsetBytes = 1024;  // HTML Standard: where a charset must be declared

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

bool is_one_of(std::string_view word, Names names) {
  return std::find(names.begin(), names.end(), word) != names.end();
}

std::string attribute(const xmlNode* node, const char* name) {
  const auto key = reinterpret_cast<const xmlChar*>(name);
  const std::unique_ptr<xmlChar, decltype(xmlFree)> value(
      xmlGetProp(const_cast<xmlNode*>(node), key), xmlFree);
  return std::string(view(value.get()));
}

bool has_attribute(const xmlNode* node, const char* name) {
  return xmlHasProp(const_cast<xmlNode*>(node), reinterpret_cast<const xmlChar*>(name)) != nullptr;
}

bool is_element(const xmlNode* node) { return node->type == XML_ELEMENT_NODE; }
bool is_text(const xmlNode* node) {
  return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

/// Whether an element and all in it is something beside the text. The main heading is the title.
bool is_dropped(const xmlNode* node) {
  if (!is_element(node)) return false;
  if (is_one_of(view(node->name),
                {"script", "style",  "noscript", "template", "nav",    "header",  "footer", "aside",
                 "form",   "button", "select",   "iframe",   "object", "svg",     "canvas", "audio",
                 "video",  "figure", "head",     "input",    "h1",     "textarea"})) {
    return true;
  }
  if (node->properties == nullptr) return false;
  if (has_attribute(node, "hidden") || attribute(node, "aria-hidden") == "true") return true;
  return is_one_of(attribute(node, "role"), {"navigation", "banner", "contentinfo", "complementary",
                                             "search", "dialog", "menu"});
}

bool is_block(const xmlNode* node) {
  return is_one_of(view(node->name),
                   {"p",  "div", "article",    "section", "main",    "body",  "html",  "h1",
                    "h2", "h3",  "h4",         "h5",      "h6",      "ul",    "ol",    "li",
                    "dl", "dt",  "dd",         "table",   "tbody",   "tr",    "pre",   "hr",
                    "td", "th",  "blockquote", "address", "caption", "thead", "center"});
}

/// Calls `enter` and `leave` for every node below `root`, in document order; where `enter` says
/// false, what is below is left out. Without recursion: pages nest as deep as they like.
template <class Enter, class Leave>
void walk(xmlNode* root, Enter enter, Leave leave) {
  for (xmlNode* node = root; node != nullptr;) {
    if (enter(node) && node->children != nullptr && is_element(node)) {
      node = node->children;
      continue;
    }
    leave(node);
    while (node != root && node->next == nullptr) {
      node = node->parent;
      leave(node);
    }
    node = node == root ? nullptr : node->next;
  }
}

/// Adds text to a paragraph, each run of white space one blank and none at its beginning.
void append_collapsed(std::string& paragraph, std::string_view text) {
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    if (!is_space(c.value)) {
      paragraph.append(text.substr(0, c.size));
    } else if (!paragraph.empty() && paragraph.back() != ' ') {
      paragraph += ' ';
    }
    text.remove_prefix(c.size);
  }
}

std::string collapsed(std::string_view text) {
  std::string result;
  append_collapsed(result, text);
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

/// A run of text between two borders of blocks.
struct Block {
  std::string text;
  size_t link_bytes = 0;
  const xmlNode* parent = nullptr;  // the innermost block element around it

  bool is_links() const {
    return static_cast<double>(link_bytes) > kLinkShare * static_cast<double>(text.size());
  }
  /// How much this block speaks for being part of the main text.
  size_t weight() const {
    return text.size() < kParagraphBytes || is_links() ? 0 : text.size() - link_bytes;
  }
};

/// The text below an element, block by block, in document order.
std::vector<Block> find_blocks(xmlNode* root) {
  std::vector<Block> blocks;
  Block block;
  std::vector<const xmlNode*> parents;
  int links = 0;
  const auto finish = [&] {
    if (block.text.ends_with(' ')) block.text.pop_back();
    if (!block.text.empty()) blocks.push_back(std::move(block));
    block = {};
    block.parent = parents.empty() ? root : parents.back();
  };
  const auto enter = [&](const xmlNode* node) {
    if (is_dropped(node)) return false;
    if (is_text(node)) {
      const size_t before = block.text.size();
      append_collapsed(block.text, repair_utf8(view(node->content)).text);
      if (links > 0) block.link_bytes += block.text.size() - before;
      return false;
    }
    if (!is_element(node)) return false;
    if (is_block(node)) {
      finish();
      parents.push_back(node);
      block.parent = node;
    } else if (view(node->name) == "br") {
      // Two in a row stand for a paragraph.
      const xmlNode* next = node->next;
      while (next != nullptr && is_text(next) && collapsed(view(next->content)).empty()) {
        next = next->next;
      }
      if (next != nullptr && view(next->name) == "br") finish();
      append_collapsed(block.text, " ");
    }
    links += view(node->name) == "a";
    return true;
  };
  const auto leave = [&](const xmlNode* node) {
    if (!is_element(node) || is_dropped(node)) return;
    links -= view(node->name) == "a";
    if (!is_block(node)) return;
    parents.pop_back();
    finish();
  };
  walk(root, enter, leave);
  finish();
  return blocks;
}

using Weights = std::unordered_map<const xmlNode*, size_t>;

size_t weight_of(const Weights& weights, const xmlNode* node) {
  const auto found = weights.find(node);
  return found == weights.end() ? 0 : found->second;
}

/// The weight of all blocks in each element.
Weights element_weights(xmlNode* root, const std::vector<Block>& blocks) {
  Weights weights;
  for (const Block& block : blocks) weights[block.parent] += block.weight();
  walk(
      root, [](const xmlNode*) { return true; },
      [&](const xmlNode* node) {
        const size_t weight = weight_of(weights, node);
        if (weight > 0 && node != root) weights[node->parent] += weight;
      });
  return weights;
}

/// The largest <article> or <main>, if most of the text is in it; else the root.
xmlNode* find_article(xmlNode* root, const Weights& weights) {
  if (weight_of(weights, root) == 0) return root;
  xmlNode* best = nullptr;
  walk(
      root,
      [&](xmlNode* node) {
        if (!is_element(node) || is_dropped(node)) return false;
        const bool article = is_one_of(view(node->name), {"article", "main"}) ||
                             attribute(node, "role") == "main" ||
                             attribute(node, "itemprop") == "articleBody";
        // Of nested ones with equal weight the inner.
        if (article && (best == nullptr || weight_of(weights, node) >= weight_of(weights, best))) {
          best = node;
        }
        return true;
      },
      [](const xmlNode*) {});
  const double wanted = kArticleShare * static_cast<double>(weight_of(weights, root));
  return best != nullptr && static_cast<double>(weight_of(weights, best)) >= wanted ? best : root;
}

/// The smallest element in which nearly all the text stands.
xmlNode* find_main(xmlNode* root, const Weights& weights) {
  xmlNode* node = find_article(root, weights);
  const double wanted = kMainShare * static_cast<double>(weight_of(weights, node));
  for (xmlNode* child = node->children; child != nullptr;) {
    if (wanted > 0 && static_cast<double>(weight_of(weights, child)) >= wanted) {
      node = child;
      child = node->children;
    } else {
      child = child->next;
    }
  }
  return node;
}

std::string join_paragraphs(const std::vector<Block>& blocks) {
  std::string text;
  for (const Block& block : blocks) {
    if (block.is_links()) continue;
    if (!text.empty()) text += "\n\n";
    text += block.text;
  }
  return text;
}

std::string content(const xmlNode* node) {
  const std::unique_ptr<xmlChar, decltype(xmlFree)> text(
      xmlNodeGetContent(const_cast<xmlNode*>(node)), xmlFree);
  return collapsed(repair_utf8(view(text.get())).text);
}

bool is_date_meta(const xmlNode* node) {
  if (view(node->name) != "meta") return false;
  for (const char* key : {"property", "name", "itemprop"}) {
    if (is_one_of(lower_case(repair_utf8(attribute(node, key)).text),
                  {"article:published_time", "og:article:published_time", "datepublished", "date",
                   "pubdate", "publishdate", "dc.date", "dc.date.issued", "dcterms.date",
                   "dcterms.created", "parsely-pub-date", "sailthru.date"})) {
      return true;
    }
  }
  return false;
}

/// Fills in what the page states about itself.
void read_facts(xmlNode* root, HtmlPage& page) {
  std::string heading;
  std::optional<Date> meta_date, time_date;
  const auto enter = [&](const xmlNode* node) {
    if (!is_element(node) || is_one_of(view(node->name), {"svg", "script"})) return false;
    if (view(node->name) == "title" && page.title.empty()) page.title = content(node);
    if (view(node->name) == "h1" && heading.empty()) heading = content(node);
    if (!meta_date && is_date_meta(node)) meta_date = timestamp_date(attribute(node, "content"));
    if (!time_date && view(node->name) == "time") {
      time_date = timestamp_date(attribute(node, "datetime"));
    }
    return true;
  };
  walk(root, enter, [](const xmlNode*) {});
  page.date = meta_date ? meta_date : time_date;
  // "Talks in Oslo | The Daily Example": the heading is the title without the site's name.
  const bool repeated = page.title.find(heading) != std::string::npos;
  if (page.title.empty() || (!heading.empty() && repeated)) page.title = heading;
}

using DocumentPointer = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;

DocumentPointer parse_tree(std::string_view bytes) {
  constexpr size_t kMost = std::numeric_limits<int>::max();
  const std::unique_ptr<xmlParserCtxt, decltype(&htmlFreeParserCtxt)> context(htmlNewParserCtxt(),
                                                                              &htmlFreeParserCtxt);
  // Lifts the limits on depth and on the size of one text, which would cut the page off there.
  context->options |= XML_PARSE_HUGE;
  // Pages are often kept as UTF-8 under the declaration they were sent with.
  const char* charset = repair_utf8(bytes).bad_offsets.empty() ? "UTF-8" : nullptr;
  const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                      HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  return {htmlCtxtReadMemory(context.get(), bytes.data(),
                             static_cast<int>(std::min(bytes.size(), kMost)), nullptr, charset,
                             options),
          &xmlFreeDoc};
}

}  // namespace

bool declares_other_charset(std::string_view bytes) {
  std::string start(bytes.substr(0, kCharsetBytes));
  std::transform(start.begin(), start.end(), start.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  constexpr std::string_view kKey = "charset=";
  const size_t key = start.find(kKey);
  if (key == std::string::npos) return false;
  const size_t value = start.find_first_not_of("\"' ", key + kKey.size());
  if (value == std::string::npos) return false;
  const std::string_view name = std::string_view(start).substr(value);
  return !name.starts_with("utf-8") && !name.starts_with("utf8");
}

HtmlPage parse_html(std::string_view bytes) {
  HtmlPage page;
  const DocumentPointer document = parse_tree(bytes);
  xmlNode* root = document == nullptr ? nullptr : xmlDocGetRootElement(document.get());
  if (root == nullptr) return page;
  read_facts(root, page);
  const Weights weights = element_weights(root, find_blocks(root));
  page.text = join_paragraphs(find_blocks(find_main(root, weights)));
  return page;
}

}  // namespace entente
