"""Test suites of others, read with the command.

usage: suites_test.py COMMAND [unittest arguments]

csv-spectrum (Max Ogden, BSD-2-Clause; Debian package node-csv-spectrum): CSV files and what they hold as JSON.
NormalizationTest.txt (Unicode, Inc.; Debian package unicode-data): five columns a line, of which
the second is the NFC of the first three and the fourth that of the last two. The JSON cases are our
own, after the classes of JSONTestSuite (Nicolas Seriot, MIT): what every reader must accept, and
what each must refuse with a place. The JSON Schema suite is run by tests/check/suite_test.cc.
"""
import bz2
import csv
import io
import json
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "cli"))
from command_case import Case  # noqa: E402

SPECTRUM = Path("/usr/share/nodejs/csv-spectrum")
NORMALIZATION = Path("/usr/share/unicode/NormalizationTest.txt.bz2")
ACCEPTED = ("{}", "[]", '{"":0}', '{"a":1,"b":[1,{"c":null}]}', "[[[[1]]]]", "[1]", "[-0]", "[-1]", "[0e+1]", "[1E22]", "[1e-2]", "[0.4e5]",
            "[123.456e78]", "[20e1]", "[true,false,null]", ' [1] ',
            "[1\n]", "[1,null,null,2]", "\t[]\r\n", '["\\u0060\\u012a\\u12AB"]', '["\\uD801\\udc37"]', '["\\"\\\\\\/\\b\\f\\n\\r\\t"]', '["\\u0000"]',
            '["\\\\u0000"]', '["\\\\a"]', '["/"]', '["a/*b*/c"]', '["\u2028\u2029"]', '["\U0010ffff"]', '["\x7f"]', '["\ufeff"]', '["\u00e9"]',
            '{"a":{},"b":[]}', '{"\\u0000":1}', '"x"', "1", "null", "true", '""')
REFUSED = ("", " ", "[", "]", "{", "}", "[1", "[1,", "[,1]", "[1,,2]", "[1,]", "[1 2]", "[1:2]", '["a" "b"]', '["a"', '["a', "['a']", "[a]", "[tru]", "[nul]",
           "[True]", "[NaN]", "[Infinity]", "[-Infinity]", "[-]", "[+1]", "[.5]", "[1.]", "[1.e1]", "[01]", "[-01]", "[0x1]", "[1e]", "[1e+]", "[1eE2]", "[1.2.3]",
           "[--1]", "[1_000]", "[\uff11]", '["\\x00"]', '["\\u12"]', '["\\u00G0"]', '["\\uD8"]', '["\\a"]', '["\\"]', '["\t"]', '["\n"]', '["\x00"]',
           '{"a"}', '{"a":}', '{"a":1,}', '{"a":1 "b":2}', "{a:1}", "{'a':1}", "{1:1}", '{"a":1,,"b":2}', '{"a"::1}', '{:1}', '{null:1}', '{"a":1}}', "[1]]",
           "[1][2]", '{"a":1}{"b":2}', "[1]x", "[1]/*c*/", "[1]//c", "/*c*/[1]", "[1,\n//c\n2]", "<a>", "\\u0022a\\u0022", "[\u00a01]", "[\x0c]", "[\u2060]", "*", "&")


def rows_of(path):
    return json.loads(path.read_text())


class Spectrum(Case):
    FORMAT = {"$schema": "http://json-schema.org/draft-07/schema#", "type": "object"}

    @unittest.skipUnless(SPECTRUM.exists(), "csv-spectrum is not installed")
    def test_holds_what_its_authors_say(self):
        """Each cell is asked for by a schema: the right ones are taken, and no others."""
        for path in sorted(SPECTRUM.glob("csvs/*.csv")):
            rows = rows_of(SPECTRUM / "json" / (path.stem + ".json"))
            with self.subTest(file=path.name):
                for number, row in enumerate(rows, 1):
                    self.assertEqual(self.judged(path, row, number), 0, self.stdout + self.stderr)
                    for name in row:
                        self.assertEqual(self.judged(path, {**row, name: row[name] + "x"}, number), 1)

    def judged(self, path, row, number):
        row = {name: value for name, value in row.items() if value}  # an empty cell is no value
        schema = {**self.FORMAT, "required": sorted(row), "properties": {name: {"type": "string", "const": value} for name, value in row.items()}}
        self.write("schema.json", json.dumps(schema))
        return self.run_command("validate", "-q", "--schema", "schema.json", "--skip", number - 1, "--take", 1, path)


class Normalization(Case):
    @unittest.skipUnless(NORMALIZATION.exists(), "unicode-data is not installed")
    def test_of_every_line_is_as_unicode_says(self):
        lines = bz2.decompress(NORMALIZATION.read_bytes()).decode().splitlines()
        cases = [line.split(";")[:5] for line in lines if line and line[0] not in "#@"]
        cases = [["".join(chr(int(point, 16)) for point in cell.split()) for cell in case] for case in cases]
        table = io.StringIO()
        csv.writer(table, lineterminator="\n").writerows([[number, *("1" + cell + "1" for cell in case)] for number, case in enumerate(cases)])
        names = "customuid,txt_a,txt_b,txt_c,txt_d,txt_e\n"
        self.write("in.csv", names + table.getvalue())
        self.check(("convert", "-q", "--nfc", "--from", "aixon/customers:csv", "--to", "aixon/customers:csv", "in.csv", "-o", "out.csv"), 0)
        with open(self.dir / "out.csv", encoding="utf-8", newline="") as out:
            made = [row[1:] for row in csv.reader(out)][1:]
        self.assertGreater(len(cases), 18000)
        wanted = [["1" + case[1] + "1"] * 3 + ["1" + case[3] + "1"] * 2 for case in cases]
        self.assertEqual([(w, m) for w, m in zip(wanted, made) if w != m][:3], [])
        self.assertEqual(len(made), len(cases))


class Json(Case):
    def judged(self, text):
        self.write("schema.json", "{}")
        self.write("in.json", text.encode("utf-8", "surrogatepass"))
        self.run_command("validate", "--report-format", "jsonl", "--schema", "schema.json", "in.json")
        return [json.loads(line) for line in self.stdout.splitlines()]

    def test_that_is_valid_is_accepted(self):
        for text in ACCEPTED:
            with self.subTest(text=text):
                told = self.judged(text)
                self.assertEqual(self.code, 0, told)

    def test_that_is_invalid_is_refused_with_its_place(self):
        for text in REFUSED:
            with self.subTest(text=text):
                told = self.judged('{"a":' + text + "}\n")
                self.assertEqual(self.code, 1, told)
                self.assertGreaterEqual(told[0]["line"], 1)
                self.assertGreaterEqual(told[0]["byte"], 0)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
