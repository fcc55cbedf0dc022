#!/usr/bin/env python3
"""Plants each offence in a small tree and holds what tools/check-order says about it.

The clean tree passes; each test changes one file of it and names the one line that must be told.
"""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CHECKER = ROOT / "tools" / "check-order"

CLEAN = {
    ".clang-format": (ROOT / ".clang-format").read_text(),
    "lib/CMakeLists.txt": "set(crosswalk_layers base text check report)\n",
    "lib/base/CMakeLists.txt": "crosswalk_module(base LIBRARIES PkgConfig::NETTLE)\n",
    "lib/text/CMakeLists.txt": "crosswalk_module(text DEPENDS base)\n",
    "lib/check/CMakeLists.txt": "crosswalk_module(check DEPENDS base)\n",
    "lib/report/CMakeLists.txt": "crosswalk_module(report DEPENDS text)\n",
    "lib/base/bytes.h": "// Bytes.\n#include <cstddef>\n",
    "lib/base/bytes.cc": '// Bytes.\n#include "base/bytes.h"\n\n#include <nettle/sha2.h>\n',
    "lib/text/fold.h": '// Folding.\n#include "base/bytes.h"\n',
    "lib/report/text.cc": '// Text.\n#include <fmt/format.h>\n\n#include "base/bytes.h"\n',
    "lib/include/crosswalk/run.h": '// Runs.\n#include <span>\n\n#include "crosswalk/finding.h"\n',
    "cli/main.cc": "// The command.\nint main();\n",
}


class CheckOrder(unittest.TestCase):
    def offences(self, planted):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in {**CLEAN, **planted}.items():
                path = Path(folder) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
            run = subprocess.run([sys.executable, CHECKER, folder], capture_output=True, text=True)
            lines = run.stdout.splitlines()
            self.assertEqual(run.returncode, 1 if lines else 0, run.stderr)
            return lines

    def tells(self, planted, *expected):
        found = self.offences(planted)
        self.assertEqual(len(found), len(expected), found)
        for line, start in zip(found, expected):
            self.assertTrue(line.startswith(start), f"{line!r} does not begin with {start!r}")

    def test_a_clean_tree_passes(self):
        self.tells({})

    def test_an_include_of_a_higher_layer(self):
        self.tells({"lib/base/up.h": '// Up.\n#include "text/fold.h"\n'},
                   "lib/base/up.h:2: base includes text/fold.h of a higher layer")

    def test_an_include_of_a_layer_that_is_not_linked(self):
        self.tells({"lib/report/side.h": '// Side.\n#include "check/table.h"\n'},
                   "lib/report/side.h:2: report includes check/table.h but does not link check")

    def test_a_link_to_a_higher_layer(self):
        self.tells({"lib/text/CMakeLists.txt": "crosswalk_module(text DEPENDS base report)\n"},
                   "lib/text/CMakeLists.txt:1: text links report")

    def test_a_link_past_crosswalk_module(self):
        self.tells({"lib/text/CMakeLists.txt": "crosswalk_module(text DEPENDS base)\n"
                                               "target_link_libraries(x PRIVATE crosswalk_check)\n"},
                   "lib/text/CMakeLists.txt:2: text links check")

    def test_a_layer_may_add_to_its_own_target(self):
        self.tells({"lib/text/CMakeLists.txt": "crosswalk_module(text DEPENDS base)\n"
                                               "target_sources(crosswalk_text PRIVATE x.cc)\n"})

    def test_a_layer_that_is_not_in_the_list(self):
        self.tells({"lib/extra/x.h": "// X.\n"}, "lib/extra/x.h:1: extra is not in the list")

    def test_a_third_party_header_in_a_public_header(self):
        self.tells({"lib/include/crosswalk/x.h": "// X.\n#include <fmt/core.h>\n"},
                   "lib/include/crosswalk/x.h:2: a public header includes fmt/core.h",
                   "lib/include/crosswalk/x.h:2: fmt/core.h belongs to lib/report/ and cli/")

    def test_a_layer_header_in_a_public_header(self):
        self.tells({"lib/include/crosswalk/x.h": '// X.\n#include "base/bytes.h"\n'},
                   "lib/include/crosswalk/x.h:2: a public header includes base/bytes.h")

    def test_a_third_party_header_outside_its_folder(self):
        self.tells({"lib/check/x.cc": "// X.\n#include <unicode/uchar.h>\n"},
                   "lib/check/x.cc:2: unicode/uchar.h belongs to lib/text/")

    def test_a_test_twin_in_the_library(self):
        self.tells({"lib/base/x.cc": "// X.\n#include <libfccp/csv.h>\n"},
                   "lib/base/x.cc:2: libfccp/csv.h belongs to tests")

    def test_a_platform_header_in_a_high_layer(self):
        self.tells({"lib/report/x.cc": "// X.\n#include <unistd.h>\n"},
                   "lib/report/x.cc:2: unistd.h is a header of the platform")

    def test_another_header_before_its_own(self):
        self.tells({"lib/base/bytes.cc": '// Bytes.\n#include <string>\n\n#include "base/bytes.h"\n'},
                   "lib/base/bytes.cc:2: the first include is not base/bytes.h")

    def test_a_vendor_in_code_in_a_comment_and_in_a_name(self):
        self.tells({"cli/x.cc": "// Aixon.\nint myLoyalty = 0;\n"},
                   "cli/x.cc:1: names a vendor: Aixon", "cli/x.cc:2: names a vendor: Loyalty")

    def test_printing_in_the_library(self):
        self.tells({"lib/base/x.cc": "// X.\nvoid x() {\n  std::cout << 1;\n  std::printf(\"x\");\n}\n"},
                   "lib/base/x.cc:3: lib prints nothing and asks nothing: std::cout",
                   "lib/base/x.cc:4: lib prints nothing: std::printf")

    def test_ending_the_process_in_the_library(self):
        self.tells({"lib/base/x.cc": "// X.\nvoid x() {\n  std::abort();\n  exit(1);\n}\n"},
                   "lib/base/x.cc:3: lib never ends the process: std::abort",
                   "lib/base/x.cc:4: lib never ends the process: exit")

    def test_throwing_in_the_library(self):
        self.tells({"lib/base/x.cc": "// X.\nvoid x() {\n  throw 1;\n}\n"}, "lib/base/x.cc:3: lib does not throw")

    def test_words_in_comments_and_texts_are_no_calls(self):
        self.tells({"lib/base/x.cc": '// exit(1) and std::cout.\nconst char* x = "abort()";\n'
                                     "int printf_like(int snprintf);\n"})

    def test_printing_in_the_command_is_its_work(self):
        self.tells({"cli/x.cc": '// X.\nvoid x() {\n  std::printf("x");\n}\n'})

    def test_a_file_without_an_opening_comment(self):
        self.tells({"cli/x.cc": "int x = 0;\n"}, "cli/x.cc:1: a file opens with a comment")

    def test_a_long_file(self):
        self.tells({"cli/x.cc": "// X.\n" * 801}, "cli/x.cc:801: 801 lines, at most 800")

    def test_a_file_that_clang_format_would_change(self):
        self.tells({"cli/x.cc": "// X.\nint  x = 0;\n"}, "cli/x.cc:2: not as clang-format writes it")


if __name__ == "__main__":
    unittest.main()
