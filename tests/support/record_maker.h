// Records of any format, made from its schema: the same on every run.
#ifndef CROSSWALK_TESTS_SUPPORT_RECORD_MAKER_H
#define CROSSWALK_TESTS_SUPPORT_RECORD_MAKER_H

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "conversion/mapping.h"
#include "json/record_builder.h"

namespace crosswalk::conversion {

/// Makes records of a format: every field may be there, with texts of every kind.
class RecordMaker {
 public:
  RecordMaker(const format::Definition& definition, std::uint32_t seed)
      : side_(Side::make(definition, {}).value()), random_(seed) {}

  std::string record() {
    std::string text;
    json::Tape tape;
    json::RecordBuilder builder;
    builder.begin(text, tape);
    builder.open(json::Kind::kObject);
    write_members(builder, {});
    builder.close();
    return text;
  }

 private:
  bool is_chosen(const format::Field& field) { return field.is_required || random_() % 2 == 0; }

  std::string any_text() {
    static const char* const kTexts[] = {
        "Ann", "Zoë",  "a,b", "say \"hi\"", "line\nend", "=1+1", "😀",          "e\u0301", " blank ",
        "007", "true", "1e5", "null",       "|",         "\t",   "2024-01-01", "x@y.z",   "-"};
    return kTexts[random_() % std::size(kTexts)];
  }

  static bool is_called(const format::Field& field, std::string_view place) {
    const auto& is = field.annotation.mapping.is;
    return !is.empty() && is.front().front() == place;
  }

  /// The class of the values; a list says it by its place.
  static format::Pii class_of(const format::Field& field) {
    if (is_called(field, "/emails")) return format::Pii::kEmail;
    if (is_called(field, "/phones")) return format::Pii::kPhone;
    return field.annotation.pii;
  }

  std::string text_for(const format::Field& field, const ValueForm& form) {
    if (!form.texts.empty()) return form.texts[random_() % form.texts.size()];
    switch (form.kind) {
      case FormKind::kDate:
        return "19" + std::to_string(50 + random_() % 50) + "-02-1" +
               std::to_string(random_() % 10);
      case FormKind::kDateTime:
        return field.annotation.pii == format::Pii::kNone && random_() % 2 == 0
                   ? "1990-12-31T00:00:00.000Z"
                   : "2024-02-06T10:00:0" + std::to_string(random_() % 10) + "Z";
      default:
        break;
    }
    if (is_called(field, "/name") && random_() % 2 == 0) return "SIGN_UP";
    switch (class_of(field)) {
      case format::Pii::kEmail:
        return "a" + std::to_string(random_() % 100) + "@example.com";
      case format::Pii::kPhone:
        return "+48" + std::to_string(100000000 + random_() % 1000000);
      case format::Pii::kId:
        return form.by.empty() ? "id-" + std::to_string(random_() % 1000) : std::string(64, 'a');
      default:
        return any_text();
    }
  }

  void write_value(json::RecordBuilder& builder, const format::Field& field) {
    const ValueForm form = form_of(side_.definition().schema, field);
    const auto own = own_value(side_.definition().schema, field);
    if (own && field.is_required && random_() % 4 != 0)
      return builder.copy(side_.definition().schema.text, side_.definition().schema.tape, *own);
    if (form.is_list) {
      builder.open(json::Kind::kArray);
      for (auto i = random_() % 3; i > 0; --i) builder.string(text_for(field, form));
      return builder.close();
    }
    switch (form.kind) {
      case FormKind::kNumber:
        return builder.raw(json::Kind::kNumber, random_() % 2 == 0 ? "369.60" : "-12");
      case FormKind::kInteger:
        return builder.raw(json::Kind::kNumber, std::to_string(1 + random_() % 100));
      case FormKind::kUnix:
        return builder.raw(json::Kind::kNumber, "1512011429");
      case FormKind::kFlag:
        return builder.raw(json::Kind::kNumber, random_() % 2 == 0 ? "0" : "1");
      case FormKind::kBoolean:
        return builder.raw(json::Kind::kTrue, "true");
      default:
        return builder.string(text_for(field, form));
    }
  }

  void write_pairs(json::RecordBuilder& builder, const format::Field& field) {
    const bool is_number = field.column.starts_with("consents");
    builder.open(json::Kind::kArray);
    for (std::uint32_t i = 1; i <= 3; ++i) {
      builder.open(json::Kind::kObject);
      builder.name(field.pair_name);
      if (is_number) {
        builder.raw(json::Kind::kNumber, std::to_string(i));
      } else {
        builder.string("name" + std::to_string(i));
      }
      builder.name(field.pair_value);
      write_value(builder, field);
      builder.close();
    }
    builder.close();
  }

  void write_families(json::RecordBuilder& builder, const std::vector<std::string>& path) {
    for (const char* name : {"txt_x", "num_y", "attr_z", "goal_churn_c",
                             "goal_purchase_p_timestamp", "vip", "utm_source", "crm_user_id"}) {
      std::string column;
      for (const std::string& step : path) column += step + '.';
      const auto found = side_.table().find(column + name);
      const bool is_member = found && found->field->family == format::Family::kMembers &&
                             found->field->path == path && found->member == name;
      if (!is_member || random_() % 2 == 0) continue;
      builder.name(name);
      write_value(builder, *found->field);
    }
  }

  void write_members(json::RecordBuilder& builder, const std::vector<std::string>& path) {
    std::vector<std::string> done;
    for (const format::Field& field : side_.table().fields()) {
      const std::size_t size = field.path.size();
      if (size <= path.size() || !std::equal(path.begin(), path.end(), field.path.begin()))
        continue;
      const std::string& name = field.path[path.size()];
      if (std::ranges::find(done, name) != done.end()) continue;
      done.push_back(name);
      const bool is_leaf = size == path.size() + 1 && field.family != format::Family::kMembers;
      if (is_leaf && !is_chosen(field)) continue;
      builder.name(name);
      if (!is_leaf) {
        std::vector<std::string> below = path;
        below.push_back(name);
        builder.open(json::Kind::kObject);
        write_members(builder, below);
        builder.close();
      } else if (field.family == format::Family::kPairs) {
        write_pairs(builder, field);
      } else {
        write_value(builder, field);
      }
    }
    write_families(builder, path);
  }

  Side side_;
  std::mt19937 random_;
};

}  // namespace crosswalk::conversion

#endif  // CROSSWALK_TESTS_SUPPORT_RECORD_MAKER_H
