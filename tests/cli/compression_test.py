"""Compressed input and output, held against Python's gzip and the demo's table.

usage: compression_test.py COMMAND [unittest arguments]
"""
import gzip
import subprocess
import sys
import unittest

from command_case import COMMAND, Case

ROWS = "".join(f"c{i},Zażółć {i}\n" for i in range(20000))
CSV = "customuid,txt_name\n" + ROWS


class Compression(Case):
    def setUp(self):
        super().setUp()
        self.write("plain.csv", CSV)
        self.packed = gzip.compress(CSV.encode())
        self.write("packed.csv.gz", self.packed)

    def test_is_seen_in_files_and_pipes_whatever_they_are_called(self):
        self.write("packed.csv", self.packed)
        self.assertEqual(self.run_command("validate", "packed.csv.gz", "packed.csv"), 0, self.stderr)
        self.assertIn("40,000 records in 2 files: 40,000 valid", self.stdout)
        with open(self.dir / "packed.csv.gz", "rb") as pipe:
            done = subprocess.run([COMMAND, "validate"], stdin=pipe, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_places_are_those_of_the_text(self):
        self.write("bad.csv.gz", gzip.compress((CSV + "c1,again\n").encode()))
        self.assertEqual(self.run_command("validate", "bad.csv.gz"), 1)
        self.assertIn("bad.csv.gz:20002:1", self.stdout)

    def test_of_the_output_follows_its_ending(self):
        for ending in ".gz", ".zst":
            packed, back = "out.json" + ending, "back.csv"
            self.assertEqual(self.run_command("convert", "--to", "aixon/customers", "packed.csv.gz", "-o", packed), 0,
                             self.stderr)
            self.assertLess((self.dir / packed).stat().st_size, len(CSV))
            self.assertEqual(self.run_command("convert", "--to", "aixon/customers", packed, "-o", back), 0, self.stderr)
            self.assertEqual(self.read(back), CSV)
        with gzip.open(self.dir / "out.json.gz", "rt", encoding="utf-8") as text:
            self.assertTrue(text.read().startswith('{"header":["customuid","txt_name"],"data":['))

    def test_that_is_cut_short_is_an_error_of_reading(self):
        for size in 4, 100, len(self.packed) - 1:
            self.write("cut.gz", self.packed[:size])
            self.assertEqual(self.run_command("convert", "--to", "aixon/customers", "cut.gz", "-o", "o.json",
                                              "--from", "aixon/customers:csv"), 3)
            self.assertIn("cut.gz: the gzip data end early", self.stderr)
            self.assertFalse((self.dir / "o.json").exists())


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
