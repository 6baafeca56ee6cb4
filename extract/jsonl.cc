#include "extract/jsonl.h"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include "base/error.h"
#include "extract/read_date.h"

namespace entente {
namespace {

std::string type_name(const rapidjson::Value& value) {
  switch (value.GetType()) {
    case rapidjson::kNullType:
      return "null";
    case rapidjson::kFalseType:
    case rapidjson::kTrueType:
      return "a truth value";
    case rapidjson::kObjectType:
      return "an object";
    case rapidjson::kArrayType:
      return "an array";
    case rapidjson::kStringType:
      return "a string";
    case rapidjson::kNumberType:
      return "a number";
  }
  return "another value";
}

/// The string in a field; empty where the field is absent or null.
std::string field(const std::string& where, const rapidjson::Value& object, const char* name) {
  const auto member = object.FindMember(name);
  if (member == object.MemberEnd() || member->value.IsNull()) return {};
  const rapidjson::Value& value = member->value;
  if (value.IsString()) return {value.GetString(), value.GetStringLength()};
  if (value.IsInt64()) return std::to_string(value.GetInt64());
  throw Error(where, "\"" + std::string(name) + "\" is " + type_name(value) + ", wanted a string");
}

}  // namespace

JsonlRecord parse_jsonl(const std::string& where, std::string line) {
  rapidjson::Document json;
  json.ParseInsitu<rapidjson::kParseIterativeFlag>(line.data());
  if (json.HasParseError()) {
    throw Error(where, std::string("not JSON at byte ") + std::to_string(json.GetErrorOffset()) +
                           ": " + rapidjson::GetParseError_En(json.GetParseError()));
  }
  if (!json.IsObject()) throw Error(where, "is " + type_name(json) + ", wanted an object");
  if (!json.HasMember("text")) throw Error(where, "no field \"text\"");
  JsonlRecord record;
  record.id = field(where, json, "id");
  record.title = field(where, json, "title");
  record.source = field(where, json, "source");
  record.text = field(where, json, "text");
  const std::string date = field(where, json, "date");
  record.date = timestamp_date(date);
  if (!record.date) record.bad_date = date;
  return record;
}

}  // namespace entente
