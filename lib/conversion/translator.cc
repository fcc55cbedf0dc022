// See translator.h.
#include "conversion/translator.h"

#include <algorithm>

namespace crosswalk::conversion {
namespace {

using json::Kind;

void remove_characters(std::string_view unwanted, Scalar& value, std::string& room) {
  const auto next = [](std::string_view text) {
    std::size_t size = 1;
    while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80) ++size;
    return text.substr(0, size);
  };
  room.clear();
  for (std::string_view rest = value.text; !rest.empty();) {
    const std::string_view character = next(rest);
    if (unwanted.find(character) == std::string_view::npos) room += character;
    rest.remove_prefix(character.size());
  }
  if (room.size() != value.text.size()) value.text = room;
}

}  // namespace

std::string& TextRooms::next() {
  if (used_ == texts_.size()) texts_.emplace_back();
  std::string& text = texts_[used_++];
  text.clear();
  return text;
}

Translated Translator::translate(const Route& route, const Place& place, Scalar& value,
                                 TextRooms& rooms) {
  const format::FieldMapping& from = mapping_.source().entries()[route.entry].mapping;
  const format::FieldMapping& to = mapping_.target().entries()[place.entry].mapping;
  const ValueForm& form = mapping_.target_form(place.entry);
  const std::size_t size = value.text.size();
  Translated done;
  const auto refused = [&](MapFaultKind kind) {
    done.fault = kind;
    return done;
  };
  if (place.is_hash) {
    const std::optional<std::string_view> hash = hasher_.hash(value.text);
    if (!hash) return refused(MapFaultKind::kNotAnEmail);
    value.text = rooms.next().assign(*hash);
    return done;
  }
  const auto own = std::ranges::find(from.values, value.text, &format::ValueName::own);
  if (own != from.values.end()) {
    value = {Kind::kString, own->canonical.front()};
  } else if (!from.values.empty() && !mapping_.source_form(route.entry).texts.empty()) {
    return refused(MapFaultKind::kValueUnmapped);
  }
  const Change canonical = bring_into(route.canonical, value, rooms.next());
  const auto named = std::ranges::find_if(to.values, [&](const format::ValueName& name) {
    return std::ranges::find(name.canonical, value.text) != name.canonical.end();
  });
  if (named != to.values.end()) {
    done.is_lost = value.text != named->canonical.front();
    value = {Kind::kString, named->own};
  }
  if (!to.remove.empty()) remove_characters(to.remove, value, rooms.next());
  const Change change = bring_into(form.kind, value, rooms.next());
  const bool is_known = form.texts.empty() || value.kind != Kind::kString ||
                        std::ranges::find(form.texts, value.text) != form.texts.end();
  if (canonical == Change::kNoMatch || change == Change::kNoMatch || !is_known)
    return refused(MapFaultKind::kValueUnmapped);
  done.is_lost |= canonical == Change::kLoss || change == Change::kLoss;
  done.is_normalised = canonical != Change::kNone || change != Change::kNone ||
                       (!to.remove.empty() && value.text.size() != size);
  return done;
}

}  // namespace crosswalk::conversion
