"""What `crosswalk explain` says holds: every rule is there, and its example breaks it.

usage: explain_test.py COMMAND [unittest arguments]

Rules are read from schemas/*/rules.json and examples/formats/*/rules.json. A rule with `try` is run:
the command must tell the rule of `example` and must not tell it of `mended`; an example that begins
with `crosswalk ` is a command line itself. The names stand in rule_names.txt, so that a rule that is
forgotten in a schema, in rules.json or in the list fails here.
"""
import json
import shlex
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

COMMAND = str(Path(sys.argv[1]).resolve())
HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SCHEMAS = ROOT / "schemas"
OWN_FORMATS = ROOT / "examples" / "formats"

# Rules of the list that nothing tells yet: what they speak of is still to come.
LATER = set()
# How the core's rules are tried that only a vendor's layouts can break.
LAYOUT_COMMANDS = {"form": "validate --from loyalty/customers:form", "xml": "validate --from loyalty/result:xml"}
# Rules that no schema names, since they are about what is written.
TOLD_BY_WRITING = {"aixon.separator-in-value"}


def rules_below(folder, vendor="*"):
    """{rule: its words} of every rules.json in the folders of `folder`, or in that of one vendor."""
    rules = {}
    for path in sorted(folder.glob(vendor + "/rules.json")):
        words = json.loads(path.read_text())
        words.pop("source", None)
        rules.update(words)
    return rules


def rules_named(value):
    """Every rule that checks in a schema name."""
    if isinstance(value, list):
        return set().union(*map(rules_named, value)) if value else set()
    if not isinstance(value, dict):
        return set()
    named = {check["rule"] for check in value.get("checks", []) if isinstance(check, dict) and "rule" in check}
    return named.union(*map(rules_named, value.values()))


def run(arguments, folder, stdin=""):
    environment = {"CROSSWALK_FORMATS_DIR": str(OWN_FORMATS), "SOURCE_DATE_EPOCH": "1800000000"}
    return subprocess.run([COMMAND, *arguments], input=stdin.encode(), cwd=folder, env=environment, timeout=60,
                          capture_output=True, check=False)


def is_command(text):
    return text.startswith("crosswalk ")


def can_be_tried(words):
    """True for words with `try`, under options that the command has, and for command lines."""
    options = [word for word in words.get("try", "").split() if word.startswith("--")]
    help_text = run(["validate", "--help"], ROOT).stdout.decode()
    has_try = "try" in words and all(option in help_text for option in options)
    return has_try or is_command(words.get("example", ""))


def rules_told(words, text):
    """The rules that the command tells of `text`, and what it printed."""
    arguments = shlex.split(text)[1:] if is_command(text) else shlex.split(words["try"])
    with tempfile.TemporaryDirectory() as folder:
        for name, content in words.get("beside", {}).items():
            (Path(folder) / name).write_text(content)
        report = Path(folder) / "report.jsonl"
        done = run([*arguments, "--report-format", "jsonl", "--report", str(report), "--max-findings", "0"], folder,
                   "" if is_command(text) else text)
        told = [json.loads(line) for line in report.read_text().splitlines()] if report.exists() else []
    return {finding["rule"] for finding in told if finding["type"] == "finding"}, done.stderr.decode()


class Examples(unittest.TestCase):
    """Each rule by its own example."""

    def test_break_their_rule_and_are_mended(self):
        for name, words in (rules_below(SCHEMAS) | rules_below(OWN_FORMATS)).items():
            group = name.split(".")[0]
            if group in LAYOUT_COMMANDS:
                words = {"try": LAYOUT_COMMANDS[group], **words}
            if not can_be_tried(words):
                continue
            with self.subTest(rule=name):
                told, printed = rules_told(words, words["example"])
                self.assertIn(name, told, printed)
                told, printed = rules_told(words, words["mended"])
                self.assertNotIn(name, told, printed)
                self.assertEqual(printed, "")


class Words(unittest.TestCase):
    """The text of `explain`."""

    def test_are_complete(self):
        for name, words in (rules_below(SCHEMAS) | rules_below(OWN_FORMATS)).items():
            with self.subTest(rule=name):
                self.assertEqual({"meaning", "why", "example", "mended", "cure"} - words.keys(), set())


class Names(unittest.TestCase):
    """The names in rule_names.txt, in rules.json and in the schemas are the same."""

    names = set((HERE / "rule_names.txt").read_text().split())
    words = {folder.name: rules_below(folder.parent, folder.name) for folder in sorted(SCHEMAS.iterdir())}

    def test_have_words_and_nothing_else_has(self):
        known = set().union(*self.words.values())
        self.assertEqual(known - self.names, set())
        self.assertEqual(self.names - known, LATER)

    def test_are_named_by_a_schema_of_their_vendor(self):
        for vendor, words in self.words.items():
            schemas = [json.loads(path.read_text()) for path in sorted((SCHEMAS / vendor).glob("*.schema.json"))]
            named = rules_named(schemas)
            with self.subTest(vendor=vendor):
                self.assertEqual(named - words.keys() - self.words["core"].keys(), set())
                if vendor != "core":
                    self.assertEqual(words.keys() - named - TOLD_BY_WRITING, set())

    def test_are_all_explained(self):
        for name in set().union(*self.words.values()):
            done = run(["explain", name], ROOT)
            self.assertEqual((done.returncode, done.stderr), (0, b""), name)
            self.assertTrue(done.stdout.startswith(name.encode()), name)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
