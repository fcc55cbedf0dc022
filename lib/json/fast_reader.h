// The fast twin of the reading loop (reader.h): it accepts good texts alone.
//
// simdjson finds where each value, name, bracket, comma and colon begins and checks that the text
// is UTF-8; a walk over these places yields the events of reader.h. Whatever is not plainly good
// (a fault of any kind, a name with an escape, an object of very many members) is refused and left
// to the plain reader, which knows how to tell and mend it.
//   {"a":[1,"x"]}   the events that the plain reader gives
//   {"a":1,"a":2}   refused: told by the plain reader
// Test: tests/json/fast_reader_test.cc holds both readers to the same events.
#ifndef CROSSWALK_JSON_FAST_READER_H
#define CROSSWALK_JSON_FAST_READER_H

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "json/events.h"
#include "json/outlines.h"
#include "json/parser.h"
#include "json/tape_builder.h"

namespace crosswalk::json {

/// Reads one text after another. Threads: one.
class FastReader {
 public:
  FastReader();
  FastReader(const FastReader&) = delete;
  FastReader& operator=(const FastReader&) = delete;
  ~FastReader();

  /// Hands on the events of a whole text, with blanks around its value. Returns false if it is not
  /// plainly good; the events so far then mean nothing. REQUIRES: at most 1 GiB of text. Cost:
  /// linear.
  bool read(std::string_view text, std::uint32_t max_depth, EventHandler& handler);
  /// The same as parse() of parser.h, by way of outlines and read() where these accept the text.
  bool parse(std::string_view text, const ParseOptions& options, Tape& tape,
             std::vector<Fault>& faults);

 private:
  struct Index;
  struct Names;
  template <class Handler>
  class Walk;

  std::unique_ptr<Index> index_;
  std::unique_ptr<Names> names_;
  TapeBuilder builder_;
  Outlines outlines_;
  std::uint32_t depth_of_outlines_ = 0;
};

}  // namespace crosswalk::json

#endif  // CROSSWALK_JSON_FAST_READER_H
