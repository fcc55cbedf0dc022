// The reading loop: RFC 8259 to the letter, with the known breaks of its syntax mended where that
// is asked for. One pass, its own stack, no recursion.
//
// The loop knows what may come next (Step) and what is open (a string of closers, so that `]` is
// right exactly if it is the last one). Strict and tolerant reading run the same code: each break
// that can be mended is one function, which reports it and either stops or yields what is missing.
//   [1, ,2]   one fault at the second comma; tolerant: 1, "" and 2.
//   {"a":tru}   stops at the brace; nothing is guessed.
// A text that may go on (settings.final is false) is never judged by its end.
// Test: tests/json/reader_test.cc.
#ifndef CROSSWALK_JSON_READER_H
#define CROSSWALK_JSON_READER_H

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "json/events.h"
#include "json/member_names.h"
#include "json/parser.h"

namespace crosswalk::json {

/// How to read one value.
struct ReadSettings {
  ParseOptions parse;
  bool row = false;         ///< the value is a row: a comma before its `]` is an elided element
  bool final = true;        ///< the text ends here; false: it may go on
  bool check_utf8 = false;  ///< false: the caller knows that it is valid, or checks it
};

/// How reading one value ended.
enum class ReadState : std::uint8_t {
  kWhole,      ///< read, strictly or with each break mended
  kBroken,     ///< stopped; the last fault says where and why
  kNeedInput,  ///< the text ended first, and is not final; faults so far mean nothing
};

/// Reads one value. The text, the handler and the faults must outlive it.
class Reader {
 public:
  Reader(std::string_view text, const ReadSettings& settings, EventHandler& handler,
         std::vector<Fault>& faults)
      : text_(text), settings_(settings), handler_(handler), faults_(faults), names_(text) {}

  /// Reads the value that begins at `begin` or after blanks there. Faults are appended, those of
  /// one object's repeated names after those inside it. Call once. Cost: linear.
  ReadState read(std::uint32_t begin);
  /// After read(): the byte after the value, or where reading stopped.
  [[nodiscard]] std::uint32_t position() const { return at_; }

 private:
  enum class Step : std::uint8_t {
    kValue,           // a value, wanted
    kElementOrClose,  // after [
    kElement,         // after a comma in an array
    kNameOrClose,     // after {
    kName,            // after a comma in an object
    kAfterValue,      // a comma or a closer
    kDone,
    kStopped,
  };

  Step take(Step step);
  Step take_element();
  Step take_name(bool after_comma);
  Step take_value();
  Step take_after_value();
  Step take_string();
  Step take_number();
  Step take_literal(Kind kind, std::string_view word);
  Step take_elided();
  Step take_lifted(Span name, bool escaped);
  Step take_end(Step step);
  Step open(Kind kind, char closer);
  Step close();
  Step value_ended();

  bool scan_string(bool& escaped);
  bool scan_escape();
  bool scan_bad_escape();
  void check_utf8(std::uint32_t begin, std::uint32_t end);

  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
  [[nodiscard]] char here() const { return text_[at_]; }
  [[nodiscard]] bool in_array() const { return !closers_.empty() && closers_.back() == ']'; }
  [[nodiscard]] const char* pointer() const { return text_.data() + at_; }
  [[nodiscard]] const char* text_end() const { return text_.data() + text_.size(); }
  void move_to(const char* p) { at_ = static_cast<std::uint32_t>(p - text_.data()); }
  void skip();
  void report(FaultKind kind, std::string_view expected, bool mended);
  Step stop(FaultKind kind, std::string_view expected);
  Step stop_at_end(std::string_view expected);
  bool mend(FaultKind kind, std::string_view expected);

  std::string_view text_;
  ReadSettings settings_;
  EventHandler& handler_;
  std::vector<Fault>& faults_;
  MemberNames names_;
  std::string closers_;           // of what is open, innermost last
  std::size_t lifted_depth_ = 0;  // of the array whose member is being lifted; 0 = none
  std::uint32_t at_ = 0;
  bool need_input_ = false;
};

}  // namespace crosswalk::json

#endif  // CROSSWALK_JSON_READER_H
