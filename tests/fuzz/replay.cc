// Runs a fuzz target over files, and over texts made of them at random but the same every time:
//   replay ROUNDS FILE...

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "base/file.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

void run(const std::string& bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
}

/// A stretch of one text, with some bytes changed and a stretch of another in it.
std::string mutated(const std::vector<std::string>& texts, std::mt19937& random) {
  const auto below = [&](size_t end) { return end == 0 ? 0 : random() % end; };
  const auto stretch = [&](size_t most) {
    const std::string& text = texts[below(texts.size())];
    return text.substr(below(text.size()), below(most));
  };
  std::string bytes = stretch(800);
  for (size_t changes = below(6); changes > 0 && !bytes.empty(); --changes) {
    const size_t at = below(bytes.size());
    switch (below(4)) {
      case 0:
        bytes[at] = static_cast<char>(below(256));
        break;
      case 1:
        bytes.erase(at, below(20));
        break;
      case 2:
        bytes.insert(at, stretch(100));
        break;
      default:
        bytes[at] = " \n.,'\"()-"[below(9)];
    }
  }
  return bytes;
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::string> texts;
  for (int i = 2; i < count; ++i) texts.push_back(entente::read_file(arguments[i]));
  if (texts.empty()) {
    std::fputs("usage: replay ROUNDS FILE...\n", stderr);
    return 2;
  }
  for (const std::string& text : texts) run(text);
  std::mt19937 random(2019);
  for (int round = std::atoi(arguments[1]); round > 0; --round) run(mutated(texts, random));
}
