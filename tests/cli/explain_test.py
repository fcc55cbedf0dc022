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
OWN_FORMATS = ROOT / "examples" / "formats"


def rules_below(folder):
    """{rule: its words} of every rules.json in the folders of `folder`."""
    rules = {}
    for path in sorted(folder.glob("*/rules.json")):
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
        for name, words in (rules_below(ROOT / "schemas") | rules_below(OWN_FORMATS)).items():
            if "try" not in words and not is_command(words.get("example", "")):
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
        for name, words in rules_below(ROOT / "schemas").items():
            if name.split(".")[0] not in COMPLETE:
                continue
            with self.subTest(rule=name):
                missing = {"meaning", "why", "example", "mended", "cure"} - words.keys()
                self.assertEqual(missing, set())


COMPLETE = set()

if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
