// Signals: an interrupt asks the run to end, so that nothing half-written stays behind.
//
// The first SIGINT or SIGTERM raises the flag that runs look at between batches; a second one ends
// the process as usual. SIGPIPE is ignored: a reader that goes away shows when writing.
// Test: tests/cli/command_test.py (Signals).
#ifndef CROSSWALK_CLI_SIGNALS_H
#define CROSSWALK_CLI_SIGNALS_H

#include <atomic>

namespace crosswalk::cli {

/// Call once, first.
void watch_signals();

/// True once the run is to end: by a signal, or because nobody reads the report.
std::atomic<bool>& end_of_run();

/// The signal that came, 0 if none did.
int received_signal();

}  // namespace crosswalk::cli

#endif  // CROSSWALK_CLI_SIGNALS_H
