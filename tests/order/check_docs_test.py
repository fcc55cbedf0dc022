#!/usr/bin/env python3
"""Plants errors in small documents and holds what tools/check-docs says about them.

/bin/echo stands in for the command, so that nothing has to be built.
"""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def block(language, *rows):
    return "\n".join([f"```{language}", *rows, "```", ""])


class CheckDocs(unittest.TestCase):
    def offences(self, text):
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "page.md"
            page.write_text(text)
            run = subprocess.run([sys.executable, ROOT / "tools" / "check-docs", "--command", "/bin/echo", page],
                                 capture_output=True, text=True)
            told = [line.split("page.md:")[1] for line in run.stdout.splitlines() if "page.md:" in line]
            self.assertEqual(run.returncode, 1 if told else 0, run.stderr)
            return told

    def test_output_as_printed_passes(self):
        self.assertEqual(self.offences(block("console", "$ crosswalk one", "one", "$ crosswalk two", "two")), [])

    def test_other_output_is_told_with_its_line(self):
        self.assertEqual(self.offences("# Title\n\n" + block("console", "$ crosswalk one", "two")),
                         ["4: prints something else: crosswalk one"])

    def test_output_that_is_not_shown_is_told(self):
        self.assertEqual(self.offences(block("console", "$ crosswalk one")),
                         ["2: prints something else: crosswalk one"])

    def test_three_dots_stand_for_any_lines(self):
        self.assertEqual(self.offences(block("console", "$ seq 5", "1", "...", "5")), [])
        self.assertEqual(self.offences(block("console", "$ seq 5", "2", "...", "5")),
                         ["2: prints something else: seq 5"])

    def test_a_failing_command_is_told(self):
        self.assertEqual(self.offences(block("console", "$ false")), ["2: exit code 1: false"])

    def test_an_exit_code_may_be_shown_instead(self):
        self.assertEqual(self.offences(block("console", "$ false", "$ echo $?", "1")), [])
        self.assertEqual(self.offences(block("console", "$ false", "$ echo $?", "0")),
                         ["3: prints something else: echo $?"])

    def test_standard_error_counts(self):
        self.assertEqual(self.offences(block("console", "$ echo x >&2", "x")), [])

    def test_commands_run_beside_the_demo_files(self):
        self.assertEqual(self.offences(block("console", "$ ls customers.csv", "customers.csv")), [])

    def test_a_block_from_a_file_stands_there_word_for_word(self):
        cited = "<!-- from lib/include/crosswalk/export.h -->\n"
        self.assertEqual(self.offences(cited + block("cpp", "#define CROSSWALK_API")), [])
        self.assertEqual(self.offences(cited + block("cpp", "#define CROSSWALK_IPA")),
                         ["3: does not stand in lib/include/crosswalk/export.h like this"])

    def test_code_that_does_not_compile_is_told(self):
        self.assertEqual(self.offences(block("cpp", "#include <cstddef>", "std::size_t x = 1;")), [])
        self.assertEqual(self.offences(block("cpp", "#include <cstddef>", "std::size_t x = y;")),
                         ["2: does not compile:"])

    def test_json_that_does_not_parse_is_told(self):
        self.assertEqual(self.offences(block("json", '{"a": [1]}')), [])
        self.assertEqual(len(self.offences(block("json", '{"a": [1,]}'))), 1)

    def test_other_languages_are_not_run(self):
        self.assertEqual(self.offences(block("sh", "false") + block("", "$ false")), [])


if __name__ == "__main__":
    unittest.main()
