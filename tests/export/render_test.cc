#include "export/render.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <random>

#include "base/error.h"
#include "export/dot.h"
#include "tests/export/graphs.h"

namespace entente {
namespace {

/// A search path for programs while it lives.
class SearchPath {
 public:
  explicit SearchPath(const char* path) : before_(std::getenv("PATH")) {
    ::setenv("PATH", path, 1);
  }
  ~SearchPath() { ::setenv("PATH", before_.c_str(), 1); }

 private:
  std::string before_;
};

}  // namespace

TEST_CASE("render draws SVG, PNG and PDF", "[export]") {
  const std::string dot = write_dot(small_graph());
  CHECK(render(dot, Format::svg).find("Ada Berg") != std::string::npos);
  CHECK(render(dot, Format::png).starts_with("\x89PNG"));
  CHECK(render(dot, Format::pdf).starts_with("%PDF"));
}

TEST_CASE("render gives the same bytes each time", "[export]") {
  const std::string dot = write_dot(small_graph());
  CHECK(render(dot, Format::svg) == render(dot, Format::svg));
}

TEST_CASE("render says what Graphviz cannot read", "[export]") {
  CHECK_THROWS_WITH(render("digraph { a -> ", Format::svg),
                    Catch::StartsWith("dot: cannot draw this: Error: <stdin>: syntax error"));
  CHECK_THROWS_AS(render("", Format::svg), Error);
}

TEST_CASE("render says that Graphviz is missing", "[export]") {
  const SearchPath nowhere("/nonexistent");
  CHECK_THROWS_WITH(render("digraph {}", Format::svg),
                    "dot: no such program; pictures need Graphviz (the package graphviz)");
}

TEST_CASE("render stops what takes too long", "[export]") {
  RenderOptions options;
  options.time_limit = std::chrono::milliseconds(1);
  CHECK_THROWS_WITH(render(write_dot(random_graph(1, 60)), Format::png, options),
                    "dot: took longer than 0.001 s and was stopped");
}

TEST_CASE("render draws by sfdp what dot cannot draw in time", "[export]") {
  std::mt19937 random(1);
  std::string dot = "digraph {";
  for (int i = 0; i < 600; ++i)
    dot += std::to_string(random() % 300) + " -> " + std::to_string(random() % 300) +
           " [label=\"some words\"];";
  RenderOptions options;
  options.time_limit = std::chrono::seconds(3);
  const auto start = std::chrono::steady_clock::now();
  CHECK(render(dot + "}", Format::svg, options).find("<svg") != std::string::npos);
  CHECK(std::chrono::steady_clock::now() - start >= options.time_limit);
}

}  // namespace entente
