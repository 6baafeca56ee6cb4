#pragma once

#include <stdexcept>
#include <string>

namespace entente {

/// Bad input from outside. `where` is "path", "path:line" or the name of what was asked for; the
/// message says what was found and what was wanted. `what()` is "where: message".
class Error : public std::runtime_error {
 public:
  Error(const std::string& where, const std::string& message)
      : std::runtime_error(where + ": " + message), where_(where), message_(message) {}

  const std::string& where() const { return where_; }
  const std::string& message() const { return message_; }

 private:
  std::string where_;
  std::string message_;
};

}  // namespace entente
