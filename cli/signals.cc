// Signals: see signals.h.
#include "signals.h"

#include <csignal>

namespace crosswalk::cli {
namespace {

std::atomic<bool> end_requested{false};
volatile std::sig_atomic_t signal_number = 0;

extern "C" void note_signal(int number) {
  signal_number = number;
  end_requested = true;
}

}  // namespace

void watch_signals() {
  struct sigaction action {};
  action.sa_handler = note_signal;
  action.sa_flags =
      static_cast<int>(SA_RESETHAND);  // and no SA_RESTART: a read that waits must end
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // the write that was too much tells of it
}

std::atomic<bool>& end_of_run() {
  return end_requested;
}

int received_signal() {
  return signal_number;
}

}  // namespace crosswalk::cli
