"""What is told and written is the same by whatever instructions: CROSSWALK_CPU=avx2, sse and scalar.

usage: processor_test.py COMMAND [unittest arguments]

A unit that the processor does not have is passed over by the command, so the test holds there too. That
the units differ at all is for tests/tabular/scanner_test.cc to see.
"""
import random
import sys
import unittest

from command_case import SCHEMAS, Case

UNITS = ("avx2", "sse", "scalar")
PIECES = ["a", "Zoë", "00123", ",", '"', "\n", "\r\n", " ", "\\", "\t", "客户", "1e5", "=1+1", "\0", "😀"]


class Processor(Case):
    def expect_same(self, *arguments):
        """All that a run says, by each unit."""
        said = []
        for unit in UNITS:
            code = self.run_command(*arguments, env={**self.environment(), "CROSSWALK_CPU": unit})
            said.append((code, self.stdout, self.stderr))
        self.assertEqual(said[1], said[0])
        self.assertEqual(said[2], said[0])
        return said[0]

    def test_changes_no_verdict_of_any_example(self):
        judged = 0
        for vendor in sorted(folder.parent for folder in SCHEMAS.glob("*/examples")):
            code, stdout, _ = self.expect_same("formats", "check", str(vendor))
            self.assertEqual(code, 0, stdout)
            judged += 1
        self.assertGreaterEqual(judged, 5)

    def test_changes_no_byte_of_tables(self):
        draw = random.Random(5)

        def cell():
            text = "".join(draw.choices(PIECES, k=draw.randrange(6)))
            is_plain = draw.random() < 0.05 or not any(c in text for c in ',"\r\n')
            return text if is_plain else '"' + text.replace('"', '""') + '"'

        rows = "".join(f"c{i},{cell()},{cell()},{i}\n" for i in range(3000))
        self.write("a.csv", "customuid,txt_a,attr_b,num_c\n" + rows)
        for tolerant in [], ["--tolerant"]:
            self.expect_same("validate", "--from", "aixon/customers:csv", "a.csv", "--max-findings", "0", *tolerant)
            _, body, _ = self.expect_same("convert", "--from", "aixon/customers:csv", "--to", "aixon/customers:json", "a.csv", "-o", "-",
                                          "--rejects", "r", *tolerant)
            self.assertGreater(len(body), 20000)
        self.write("b.json", body)
        self.expect_same("convert", "--from", "aixon/customers:json", "--to", "aixon/customers:csv", "b.json")

    def test_that_is_unknown_is_passed_over(self):
        self.write("a.csv", "customuid\n1\n")
        self.assertEqual(self.run_command("validate", "a.csv", env={**self.environment(), "CROSSWALK_CPU": "abacus"}), 0)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[2:])
