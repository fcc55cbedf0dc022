"""No value of a cell and no secret gets into anything that is left or printed but the data itself.

usage: privacy_test.py COMMAND [--long] [unittest arguments]

Every value of every example (good ones, and those that make each rule speak) is replaced by a needle
of its own, or gets one in front or behind, so that rules of shape still see their shape; then every
report, message, manifest, list of reasons and draft is searched. Names that a table or an object
brings along are needles too, of a kind that a customer's data would be. The converted data and the
rejected records are what they are, and not searched. --long: every report of every text; else each
example gets one kind of needle and two reports.
"""
import itertools
import json
import re
import sys
import unittest
import urllib.parse
from pathlib import Path

IS_LONG = "--long" in sys.argv
sys.argv = [argument for argument in sys.argv if argument != "--long"]

from command_case import SCHEMAS, Case  # noqa: E402

KINDS = ("text", "behind", "before", "number")
NEEDLE = re.compile(r"ndl\d+q|918273\d{4}", re.IGNORECASE)
REPORTS = ("jsonl", "text", "html", "sarif", "junit", "github", "json")
JSON_TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*"(?P<name>\s*:)?|-?\d[\d.eE+-]*')
HEADER = re.compile(r'("header"\s*:\s*\[[^\]]*\]?)')
ATTRIBUTE = re.compile(r'\{\s*"name"\s*:\s*$')
CELL = re.compile(r'[^,|;\t"\r\n]+')
XML_TEXT = re.compile(r'(?<=>)[^<>]+(?=<)|(?<==")[^"<>]*(?=")')
EXAMPLES = sorted(path for path in SCHEMAS.glob("*/examples/*/*/*")
                  if path.suffix[1:] in ("json", "ndjson", "csv", "form", "delimited", "xml", "jsonp"))


class Needles:
    """Makes needles, each once. How they stand to the value: in its place, behind it, before it."""

    def __init__(self, kind):
        self.kind = kind
        self.count = itertools.count(1000)

    def text(self, value):
        needle = f"Ndl{next(self.count)}Q"
        return {"text": needle, "behind": value + needle, "before": needle + value, "number": value}[self.kind]

    def number(self, value):
        return f"918273{next(self.count)}" if self.kind in ("number", "text") else value

    def cell(self, value):
        is_number = re.fullmatch(r"-?\d[\d.]*", value)
        if self.kind == "number":
            return f"918273{next(self.count)}" if is_number else value
        return self.text(value)


def in_json(text, needles, names):
    def replaced(token):
        whole = token.group(0)
        if not token.group("name") and ATTRIBUTE.search(token.string, 0, token.start()):  # the name of a column
            return f'"{next(needles.count)} Ndl{next(needles.count)}Q"' if names else whole
        if token.group("name"):
            return f'"{next(needles.count)} Ndl{next(needles.count)}Q":' if names else whole
        return '"' + needles.text(whole[1:-1]) + '"' if whole.startswith('"') else needles.number(whole)
    pieces = HEADER.split(text)  # columns are at the odd places
    for i, piece in enumerate(pieces):
        if i % 2 == 0:
            pieces[i] = JSON_TOKEN.sub(replaced, piece)
        elif names:
            pieces[i] = re.sub(r'"(?!header")[^"\n]*"',
                               lambda _: f'"{next(needles.count)} Ndl{next(needles.count)}Q"', piece)
    return "".join(pieces)


def in_rows(text, needles, names):
    header, end, rows = text.partition("\n")
    if names:
        header = CELL.sub(lambda cell: f"{next(needles.count)} Ndl{next(needles.count)}Q", header)
    return header + end + CELL.sub(lambda cell: needles.cell(cell.group(0)), rows)


def in_form(text, needles, names):
    pairs = [pair.partition("=") for pair in text.strip().split("&")]
    made = []
    for name, sign, value in pairs:
        if name.startswith("profiles_header_"):  # its value is the name of a column
            made.append(name + sign + (f"{next(needles.count)}%20Ndl{next(needles.count)}Q" if names else value))
            continue
        plain = urllib.parse.unquote_plus(value, errors="replace")
        plain = CELL.sub(lambda cell: needles.cell(cell.group(0)), plain)
        if names:
            name = f"{next(needles.count)}%20Ndl{next(needles.count)}Q"
        made.append(name + sign + urllib.parse.quote_plus(plain))
    return "&".join(made)


def in_xml(text, needles, names):
    text = XML_TEXT.sub(lambda part: needles.text(part.group(0)) if part.group(0).strip() else part.group(0), text)
    return re.sub(r"<(/?)(\w+)", r"<\1\2-Ndl1000Q", text) if names else text


PLANT = {"json": in_json, "ndjson": in_json, "jsonp": in_json, "csv": in_rows, "delimited": in_rows, "form": in_form, "xml": in_xml}


def layout_of(path):
    return path.suffix[1:]


class Searched(Case):
    def found(self, text, *where):
        found = NEEDLE.search(text)
        self.assertIsNone(found, f"{where}: {text[max(0, found.start() - 300):found.end() + 100]!r}" if found else "")

    def run_and_search(self, *arguments):
        self.run_command(*arguments)
        self.assertIn(self.code, (0, 1, 2), (arguments, self.stderr))
        self.found(self.stdout, arguments, "stdout")
        self.found(self.stderr, arguments, "stderr")


class Privacy(Searched):
    def planted(self, kind, names=False):
        """(number, example, format:layout, file) of every example with needles."""
        for number, path in enumerate(EXAMPLES):
            if not IS_LONG and kind != KINDS[number % len(KINDS)]:
                continue
            text = path.read_bytes().decode("utf-8", errors="replace")
            name = self.write(f"in.{layout_of(path)}", PLANT[layout_of(path)](text, Needles(kind), names)).name
            yield number, path, f"{path.parts[-5]}/{path.parts[-3]}:{layout_of(path)}", name

    def validate_all(self, kind, names=False):
        for number, path, source, name in self.planted(kind, names):
            reports = REPORTS if IS_LONG else ("jsonl", REPORTS[1 + number % (len(REPORTS) - 1)])
            for report in reports:
                with self.subTest(example=str(path), kind=kind, names=names, report=report):
                    self.run_and_search("validate", "--from", source, "--report-format", report, "--max-findings", "0",
                                        *(["--tolerant"] if number % 2 else []), name)

    def test_keeps_values_out_of_reports(self):
        for kind in KINDS:
            self.validate_all(kind)

    def test_keeps_names_of_the_input_out_of_reports(self):
        self.validate_all("text", names=True)

    def test_keeps_values_out_of_excerpts_of_what_stands_before_the_rows(self):
        for text in ('{"Data":[["Ndl1Q","Ndl2Q"]],"header":["customuid"]}', '{"note":"Ndl1Q","header":["customuid"],"data":[["1"]]}',
                     '{"header":["customuid","txt_a","txt_a"],"Ndl1":["Ndl1Q"],"data":[["1","",""]]}',
                     '{"note":"Ndl1Q","data":[["Ndl2Q"]]}', '{"note":"Ndl1Q","header":["customuid","x",7],"data":[["1","Ndl2Q",""]]}'):
            name = self.write("in.json", text).name
            for report in REPORTS:
                with self.subTest(text=text, report=report):
                    self.run_and_search("validate", "--from", "aixon/customers:json", "--report-format", report, name)

    def test_keeps_values_out_of_what_else_is_written(self):
        for kind in KINDS if IS_LONG else ("behind",):
            for number, path, source, name in self.planted(kind):
                with self.subTest(example=str(path), kind=kind):
                    self.run_and_search("convert", "--from", source, "--to", source, "--rejects", "bad", "--allow-loss",
                                        "--progress", "always", name, "-o", f"out{number}/")
                    self.run_and_search("repair", "--from", source, "--unsafe", name, "-o", "mended")
                    self.run_and_search("detect", name)
                    for left in self.dir.rglob("*"):
                        self.found(str(left.name), "a name")
                        if left.name in ("manifest.json", "bad.findings.jsonl"):
                            self.found(left.read_text(), left.name)

    def test_keeps_values_out_of_other_formats(self):
        pairs = (("aixon/customers:csv", "expertsender/customers:json"), ("expertsender/customers:json", "primedata/profile:ndjson"),
                 ("wasabi/customer-action:json", "primedata/events:ndjson"), ("loyalty/customers:delimited", "aixon/customers:csv"))
        for number, path, source, name in self.planted("behind"):
            for of, to in pairs:
                if source == of:
                    self.run_and_search("convert", "--from", source, "--to", to, "--allow-loss", "--dry-run", name)
                    self.run_and_search("convert", "--from", source, "--to", to, "--allow-loss", name, "-o", f"out{number}/")

    def test_keeps_values_out_of_drafts(self):
        for number, path, source, name in self.planted("text"):
            if layout_of(path) == "csv":
                self.run_and_search("formats", "draft", name, "--name", f"crm/n{number}", "-o", "drafts/")
                for left in (self.dir / "drafts").rglob("*.json"):
                    self.found(left.read_text(), left.name)

    def test_keeps_values_out_of_verdicts_by_a_schema(self):
        schema = {"required": ["z"], "additionalProperties": False, "properties": {
            "a": {"const": 1}, "b": {"enum": ["x"]}, "c": {"pattern": "^x$"}, "d": {"format": "email"}, "e": {"maxLength": 1},
            "f": {"type": "integer", "maximum": 3}, "g": {"items": {"type": "null"}, "uniqueItems": True}, "h": {"not": {}},
            "i": {"propertyNames": {"maxLength": 1}}, "j": {"oneOf": [{"type": "null"}, {"const": 2}]}, "k": False}}
        self.write("schema.json", json.dumps(schema))
        needles = Needles("text")
        record = {name: needles.text("") for name in "abcdehjk"}
        record.update({"f": 9182731111, "g": ["Ndl2Q", "Ndl2Q"], "i": {"Ndl3Q Smith": 1}, "0 Ndl4Q": 1})
        self.write("in.ndjson", json.dumps(record) + "\n")
        for report in REPORTS:
            self.run_and_search("validate", "--schema", "schema.json", "--report-format", report, "in.ndjson")
            self.assertEqual(self.code, 1)

    def test_shows_values_only_if_asked(self):
        self.write("in.csv", "customuid,num_a\n1,Ndl1Q\n")
        self.run_command("validate", "in.csv", "--show-values")
        self.assertIn("Ndl1Q", self.stdout)


class Secrets(Searched):
    FORM = ("user_id=1&user_password={0}&type=customers_batch&account_id=2&delimiter=pipe&campaigns_to_include=3"
            "&overwrite_duplicates={1}&profiles_header_1=code&profiles_header_2=customer_password&profiles_header_3=customer_PIN"
            "&Profiles_Data=A1%7C{0}%7C{0}{2}")

    def test_are_never_printed_even_with_values(self):
        for overwrite, rest in (("update", ""), ("never", ""), ("update", "%7Cx"), ("update", "%zz"), ("update", "%0AA1%7C%00%7C")):
            for secret in ("Ndl1Q", "Ndl1Q%00", "918273" + "1" * 90, "Ndl2Q%FF"):
                self.write("in.form", self.FORM.format(secret, overwrite, rest))
                for report in REPORTS:
                    for more in ((), ("--tolerant",), ("--strict",)):
                        self.run_and_search("validate", "--from", "loyalty/customers:form", "--show-values", "--report-format", report, *more, "in.form")
                self.run_and_search("repair", "--from", "loyalty/customers:form", "--show-values", "in.form", "-o", "out.form")

    def test_in_settings_are_never_printed(self):
        self.write("in.delimited", "code|email\nA1|x\n")
        for name in ("user_password", "user_api_key", "customer_password"):
            for command in (["validate"], ["convert", "--to", "loyalty/customers:json", "-o", "out/"], ["convert", "--to", "loyalty/customers:form", "--dry-run"]):
                self.run_and_search(*command, "--from", "loyalty/customers:delimited", "--set", f"{name}=Ndl1Q", "--show-values", "in.delimited")
        for left in self.dir.rglob("manifest.json"):
            self.found(left.read_text(), "manifest")


class Escapes(Case):
    NASTY = "a\x1b[2J\x07\n\r\x9b31m\u202eb"

    def clean(self, *arguments):
        self.run_command(*arguments)
        for text in (self.stdout, self.stderr):
            stray = [char for char in text if (ord(char) < 32 and char not in "\n\t") or 127 <= ord(char) < 160 or char in "\u202e\u2028"]
            self.assertEqual(stray, [], (arguments, text))
        self.assertNotIn("\n\r", self.stdout + self.stderr)

    def test_in_names_reach_no_terminal(self):
        file = self.write(self.NASTY.replace("/", "") + ".csv", f'customuid,"{self.NASTY}",num_a\n1,x,y\n').name
        for report in REPORTS:
            self.clean("validate", "--from", "aixon/customers:csv", "--report-format", report, file)
            self.clean("validate", "--from", "aixon/customers:csv", "--report-format", report, "--show-values", file)
            self.clean("validate", "--report-format", report, file + self.NASTY)
        self.clean("convert", "--from", "aixon/customers:csv", "--to", "aixon/customers:json", file, "-o", self.NASTY)
        self.clean("convert", "--from", "aixon/customers:csv", "--to", "aixon/customers:json", file, "-o", f"none/{self.NASTY}")
        self.clean("detect", file)
        self.clean("repair", file, "-o", self.NASTY)
        self.clean("formats", "draft", file, "--name", "crm/x", "-o", "drafts/")
        self.clean("formats", "check", self.NASTY)

    def test_in_words_reach_no_terminal(self):
        self.write("in.csv", "customuid\n1\n")
        nasty = self.NASTY
        for arguments in ([nasty], ["validate", "--" + nasty], ["explain", nasty], ["formats", "show", nasty], ["validate", "--from", nasty, "in.csv"],
                          ["validate", "--set", f"{nasty}=1", "in.csv"], ["validate", "--set", nasty, "in.csv"], ["validate", "--ignore", nasty, "in.csv"],
                          ["validate", "--severity", f"{nasty}=error", "in.csv"], ["validate", "--encoding", nasty, "in.csv"],
                          ["validate", "--delimiter", nasty, "in.csv"], ["validate", "--column-names", nasty, "in.csv"],
                          ["convert", "--to", nasty, "in.csv"], ["convert", "--to", "aixon/customers", "--select", nasty, "in.csv", "-o", "out"],
                          ["convert", "--to", "aixon/customers", "--drop", nasty, "in.csv", "-o", "out"], ["validate", "--max-findings", nasty, "in.csv"]):
            self.clean(*arguments)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]], verbosity=1)
