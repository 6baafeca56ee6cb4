#pragma once

#include <rapidjson/document.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace entente {

/// A place inside a JSON document: a field or an element of another place. Lives on the stack
/// while the place is read; its parent must outlive it.
class JsonPath {
 public:
  JsonPath() = default;
  JsonPath(const JsonPath& parent, std::string_view key) : parent_(&parent), key_(key) {}
  JsonPath(const JsonPath& parent, size_t index) : parent_(&parent), index_(index) {}

  std::string str() const;  ///< "nodes[3].kind"; empty at the top

 private:
  const JsonPath* parent_ = nullptr;
  std::string_view key_;
  size_t index_ = 0;
};

enum class Need : uint8_t { required, optional };

/// Reads fields of JSON objects and keeps a list of what is wrong with them. A field that is
/// missing or of the wrong kind is one problem and reads as empty.
class JsonFields {
 public:
  using Value = rapidjson::Value;

  /// `where` names the file.
  explicit JsonFields(std::string where) : where_(std::move(where)) {}

  void problem(const JsonPath& path, const std::string& message);

  /// Whether `value` is an object; a problem if not.
  bool object(const Value& value, const JsonPath& path);

  /// The field, or nothing if there is none or it is null (a problem if it is required).
  const Value* field(const Value& object, const JsonPath& path, const char* key, Need need);

  std::string string(const Value& object, const JsonPath& path, const char* key, Need need);
  uint32_t offset(const Value& object, const JsonPath& path, const char* key);

  /// Calls read(element, place) for each element of the array, if there is one.
  template <class Read>
  void each(const Value& object, const JsonPath& path, const char* key, Need need, Read read) {
    const Value* array = this->array(object, path, key, need);
    if (array == nullptr) return;
    const JsonPath place(path, key);
    for (rapidjson::SizeType i = 0; i < array->Size(); ++i)
      read((*array)[i], JsonPath(place, size_t{i}));
  }

  const std::vector<Error>& problems() const { return problems_; }

 private:
  const Value* array(const Value& object, const JsonPath& path, const char* key, Need need);

  std::string where_;
  std::vector<Error> problems_;
};

/// What a value is, for messages: "an object", "the string \"Planet\"", "the number 3".
std::string describe(const rapidjson::Value& value);

/// A string for messages: quoted, and cut if it is long.
std::string quoted(std::string_view text);

}  // namespace entente
