#include <iostream>

#include "export/json.h"
#include "extract/analyze.h"

int main() {
  entente::Document text;
  text.id = "moscow";
  text.date = entente::Date::parse("2019-05-10");
  text.text = "Japanese Foreign Minister Taro Kono met Sergey Lavrov in Moscow on Friday.";

  const entente::Models models = entente::load_models(ENTENTE_MODELS);
  const entente::KnowledgeGraph graph = entente::to_graph(entente::analyze(text, models));
  std::cout << entente::write_json(entente::canonical(graph));
}
