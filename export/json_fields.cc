#include "export/json_fields.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "base/utf8.h"

namespace entente {
namespace {

constexpr size_t kLongestQuote = 60;

std::string_view view(const rapidjson::Value& string) {
  return {string.GetString(), string.GetStringLength()};
}

}  // namespace

std::string JsonPath::str() const {
  if (parent_ == nullptr) return {};
  std::string above = parent_->str();
  if (key_.empty()) return above + "[" + std::to_string(index_) + "]";
  if (!above.empty()) above += ".";
  return above + std::string(key_);
}

void JsonFields::problem(const JsonPath& path, const std::string& message) {
  const std::string place = path.str();
  problems_.emplace_back(place.empty() ? where_ : where_ + ": " + place, message);
}

bool JsonFields::object(const Value& value, const JsonPath& path) {
  if (value.IsObject()) return true;
  problem(path, "found " + describe(value) + ", wanted an object");
  return false;
}

const rapidjson::Value* JsonFields::field(const Value& object, const JsonPath& path,
                                          const char* key, Need need) {
  const auto found = object.FindMember(key);
  if (found != object.MemberEnd() && !found->value.IsNull()) return &found->value;
  if (need == Need::required) problem(JsonPath(path, key), "is missing");
  return nullptr;
}

std::string JsonFields::string(const Value& object, const JsonPath& path, const char* key,
                               Need need) {
  const Value* value = field(object, path, key, need);
  if (value == nullptr) return {};
  if (!value->IsString()) {
    problem(JsonPath(path, key), "found " + describe(*value) + ", wanted a string");
    return {};
  }
  if (need == Need::required && value->GetStringLength() == 0)
    problem(JsonPath(path, key), "found an empty string, wanted some text");
  return std::string(view(*value));
}

uint32_t JsonFields::offset(const Value& object, const JsonPath& path, const char* key) {
  const Value* value = field(object, path, key, Need::required);
  if (value == nullptr) return 0;
  if (value->IsUint()) return value->GetUint();
  problem(JsonPath(path, key),
          "found " + describe(*value) + ", wanted a whole number from 0 to 4294967295");
  return 0;
}

const rapidjson::Value* JsonFields::array(const Value& object, const JsonPath& path,
                                          const char* key, Need need) {
  const Value* value = field(object, path, key, need);
  if (value == nullptr || value->IsArray()) return value;
  problem(JsonPath(path, key), "found " + describe(*value) + ", wanted an array");
  return nullptr;
}

std::string describe(const rapidjson::Value& value) {
  switch (value.GetType()) {
    case rapidjson::kNullType:
      return "null";
    case rapidjson::kFalseType:
      return "false";
    case rapidjson::kTrueType:
      return "true";
    case rapidjson::kObjectType:
      return "an object";
    case rapidjson::kArrayType:
      return "an array";
    case rapidjson::kStringType:
      return quoted(view(value));
    case rapidjson::kNumberType:
      break;
  }
  rapidjson::StringBuffer number;
  rapidjson::Writer<rapidjson::StringBuffer> writer(number);
  value.Accept(writer);
  return std::string("the number ") + number.GetString();
}

std::string quoted(std::string_view text) {
  size_t end = 0;
  for (size_t count = 0; end < text.size() && count < kLongestQuote; ++count)
    end += first_code_point(text.substr(end)).size;
  return "\"" + std::string(text.substr(0, end)) + (end < text.size() ? "…\"" : "\"");
}

}  // namespace entente
