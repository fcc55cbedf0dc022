"""What the command prints, how it ends, and what it leaves behind, driven as a user would.

usage: command_test.py COMMAND [unittest arguments, such as a class]

Formats come from tests/cli/formats, so that no wording of a vendor's rules stands here. Each test
runs in an empty folder of its own.
"""
import json
import os
import pty
import signal
import subprocess
import sys
import time
import unittest
import xml.etree.ElementTree
from pathlib import Path

from command_case import BAD, COMMAND, EXAMPLES, FORMATS, GOOD, GOOD_JSON, LONG, SARIF, SCHEMAS, Case


class WrongUse(Case):
    def refuses(self, arguments, line):
        """Exit 2, one line, and nothing else."""
        self.check(arguments, 2, "", line + "\n")

    def test_says_what_is_wrong_in_one_line(self):
        self.write("a.csv", GOOD)
        self.refuses([], "crosswalk: which command? see crosswalk --help")
        self.refuses(["validte"], "crosswalk: unknown command validte (did you mean validate?)")
        self.refuses(["-x"], "crosswalk: unknown option -x; see crosswalk --help")
        self.refuses(["validate", "--fron", "x"], "crosswalk validate: unknown option --fron (did you mean --from?)")
        self.refuses(["validate", "--from"], "crosswalk validate: --from needs a value")
        self.refuses(["validate", "--take", "x", "a.csv"], "crosswalk validate: --take: expected a whole number")
        self.refuses(["convert", "a.csv"], "crosswalk convert: say what to write with --to FORMAT[:LAYOUT]")
        self.refuses(["convert", "--to", "shop/people", "--max-rejects", "1", "a.csv"],
                     "crosswalk convert: --max-rejects needs --rejects FILE")
        self.refuses(["convert", "--to", "shop/people:xml", "a.csv"],
                     "crosswalk convert: shop/people has no layout xml; it has csv, json")
        self.refuses(["explain"], "crosswalk explain: name one rule, such as csv.row-width")
        self.refuses(["formats", "lst"], "crosswalk formats: expected list, show FORMAT, check DIR or draft SAMPLE")
        self.refuses(["formats", "show"], "crosswalk formats: formats show takes one FORMAT")

    def test_names_what_is_near_an_unknown_format_or_rule(self):
        self.write("a.csv", GOOD)
        for arguments, near in ((["validate", "--from", "shop/peple", "a.csv"], "shop/people"),
                                (["convert", "--to", "shop/peple", "a.csv"], "shop/people"),
                                (["formats", "show", "shop/peple"], "shop/people"),
                                (["explain", "csv.row-widht"], "csv.row-width")):
            self.check(arguments, 2, "")
            self.assertIn(near, self.stderr)
            self.assertEqual(self.stderr.count("\n"), 1)

    def test_refuses_a_rule_that_does_not_exist(self):
        self.write("a.csv", GOOD)
        self.check(["validate", "--ignore", "csv.row-widht", "a.csv"], 2, "")
        self.assertIn("csv.row-width", self.stderr)

    def test_refuses_an_input_that_fits_nothing(self):
        self.write("a.csv", "colour,size\nred,5\n")
        self.check(["validate", "a.csv"], 2)
        self.assertIn("--from", self.stderr)

    def test_refuses_a_folder_without_a_manifest(self):
        self.check(["validate", "."], 2)
        self.assertEqual(self.stderr, "crosswalk validate: . is a folder without a manifest.json; name its files instead\n")

    def test_refuses_formats_that_do_not_load(self):
        self.write("mine/shop/people.schema.json", '{"type": "object", "propertis": {}}')
        self.check(["formats", "list", "--formats-dir", "mine"], 2, "")
        self.assertIn("people.schema.json:1:", self.stderr)

    def test_never_writes_over_an_input(self):
        self.write("a.csv", GOOD)
        (self.dir / "soft.csv").symlink_to("a.csv")
        os.link(self.dir / "a.csv", self.dir / "hard.csv")
        for output in ("a.csv", "./a.csv", "soft.csv", "hard.csv"):
            for arguments in (["-o", output], ["-o", "b.csv", "--rejects", output], ["--report", output]):
                self.check(["convert", "--to", "shop/people", "a.csv", *arguments], 2, "")
                self.assertIn("is an input", self.stderr)
        self.check(["validate", "a.csv", "--report", "soft.csv"], 2, "")
        self.assertEqual(self.read("a.csv"), GOOD)
        self.assertEqual(self.files(), ["a.csv", "hard.csv", "soft.csv"])

    def test_never_writes_one_file_twice(self):
        self.write("a.csv", GOOD)
        self.check(["convert", "--to", "shop/people", "a.csv", "-o", "x", "--rejects", "./x"], 2, "")
        self.assertIn("twice", self.stderr)


class Help(Case):
    def test_goes_to_standard_output(self):
        for arguments in (["--help"], ["-h"], ["help"]):
            self.check(arguments, 0, None, "")
            self.assertIn("usage: crosswalk COMMAND", self.stdout)
        for command in ("validate", "convert", "detect", "formats", "explain"):
            self.check([command, "--help"], 0, None, "")
            self.assertTrue(self.stdout.startswith(f"usage: crosswalk {command} "))
        self.check(["validate", "--help", "no-such-file"], 0)

    def test_tells_the_version(self):
        self.check(["--version"], 0, None, "")
        self.assertRegex(self.stdout, r"^crosswalk \d+\.\d+\.\d+\n$")


class Validate(Case):
    def test_looks_like_a_compiler(self):
        self.write("bad.csv", BAD)
        self.check(["validate", "bad.csv"], 1, """\
bad.csv:3:1: error: row has 2 cells, the header has 3 columns [shop.row-width]
    3 | ·,···
      | ^

bad.csv:4:8: error: not a score: text, 2 characters [shop.score]
    4 | ·,····,··
      |        ^~
      = expected: a number, or empty

bad.csv:5:1: error: the same id as before [shop.id-twice]
    5 | ·,···,
      | ^
      = first: bad.csv:2, record 1

    count  severity  rule            column  first at
        1  error     shop.id-twice   id      bad.csv:5:1
        1  error     shop.row-width          bad.csv:3:1
        1  error     shop.score      score   bad.csv:4:8

4 records: 1 valid, 3 invalid, 0 unreadable; 3 errors, 0 warnings
""", "")

    def test_says_one_line_where_nothing_is_wrong(self):
        self.write("good.csv", GOOD)
        self.check(["validate", "good.csv"], 0,
                   "3 records: 3 valid, 0 invalid, 0 unreadable; 0 errors, 0 warnings\n", "")

    def test_reads_standard_input(self):
        for arguments in (["validate"], ["validate", "-"]):
            self.check(arguments, 0, stdin=GOOD)
            self.check(arguments, 1, stdin=BAD)
            self.assertTrue(self.stdout.startswith("-:3:1: error: "), self.stdout)

    def test_sums_over_files_and_keeps_them_apart(self):
        self.write("good.csv", GOOD)
        self.write("bad.csv", BAD)
        self.check(["validate", "good.csv", "bad.csv", "good.csv"], 1)
        self.assertTrue(self.stdout.endswith("10 records in 3 files: 7 valid, 3 invalid, 0 unreadable; 3 errors, 0 warnings\n"))

    def test_reads_lists_of_files(self):
        self.write("good.csv", GOOD)
        self.write("list", "good.csv\ngood.csv\n")
        self.check(["validate", "--files-from", "list"], 0)
        self.assertIn("6 records in 2 files", self.stdout)

    def test_stops_after_so_many_errors_over_all_files(self):
        self.write("bad.csv", BAD)
        self.check(["validate", "--stop-after", "1", "bad.csv", "bad.csv"], 1)
        self.assertIn("1 error,", self.stdout)

    def test_shows_values_only_when_asked_to(self):
        self.write("a.csv", "id,name,score\n1,Ann,secret\n")
        self.check(["validate", "a.csv"], 1)
        self.assertNotIn("secret", self.stdout)
        self.assertNotIn("Ann", self.stdout)
        self.check(["validate", "--show-values", "a.csv"], 1)
        self.assertIn("not a score: secret (text, 6 characters)", self.stdout)
        self.assertIn("    2 | 1,Ann,secret\n", self.stdout)

    def test_follows_the_severities_asked_for(self):
        self.write("bad.csv", BAD)
        self.check(["validate", "--ignore", "shop.*", "bad.csv"], 0)
        self.assertIn("changed by options: shop.*=off", self.stdout)
        self.check(["validate", "--severity", "shop.row-width=warning", "bad.csv"], 1)
        self.assertIn("changed by options: shop.row-width=warning", self.stdout)
        self.write("space.csv", " id,name,score\n1,Ann,5\n")
        self.check(["validate", "space.csv"], 0)
        self.assertIn("0 errors, 1 warning", self.stdout)
        self.check(["validate", "--strict", "space.csv"], 1)
        self.check(["validate", "--ignore", "csv.header-space", "--strict", "space.csv"], 0)

    def test_holds_columns_against_an_earlier_upload(self):
        self.write("old.csv", "id,score,name\n1,5,Ann\n")
        self.write("names.json", '["id","name","score"]')
        self.write("new.csv", GOOD)
        update = ["validate", "--operation", "update", "--columns-of"]
        self.check([*update, "old.csv", "new.csv"], 1)
        self.assertIn("[shop.columns-changed]", self.stdout)
        self.check([*update, "names.json", "new.csv"], 0)
        self.check([*update, "nothing.csv", "new.csv"], 3)

    def test_reads_an_earlier_upload_in_the_encoding_that_is_stated(self):
        encoded = "id,name,żółw\n1,Ann,5\n".encode("windows-1250")
        self.write("old.csv", encoded)
        self.write("new.csv", encoded)
        self.write("marked.csv", "id,name,żółw\n".encode("utf-16"))
        self.write("utf8.csv", "id,name,żółw\n1,Ann,5\n")
        update = ["validate", "--operation", "update", "--encoding", "windows-1250", "--from", "shop/people:csv", "--columns-of"]
        for earlier in ("old.csv", "marked.csv", "utf8.csv"):
            self.run_command(*update, earlier, "new.csv")
            self.assertNotIn("[shop.columns-changed]", self.stdout, earlier)
        self.run_command("validate", "--operation", "update", "--from", "shop/people:csv", "--columns-of", "old.csv", "utf8.csv")
        self.assertEqual(
            self.stderr, "crosswalk validate: old.csv is not UTF-8: say what it is written in with --encoding\n"
        )

    def test_replaces_exit_code_1(self):
        self.write("bad.csv", BAD)
        self.check(["validate", "--findings-exit", "42", "bad.csv"], 42)
        self.check(["validate", "--findings-exit", "42", "missing.csv"], 3)

    def test_goes_on_after_a_missing_file_and_ends_with_the_worst_code(self):
        self.write("bad.csv", BAD)
        self.check(["validate", "missing.csv", "bad.csv"], 3)
        self.assertEqual(self.stderr, "crosswalk validate: cannot open missing.csv: No such file or directory\n")
        self.assertIn("3 errors", self.stdout)

    def test_gives_the_same_twice(self):
        self.write("bad.csv", BAD * 50)
        self.run_command("validate", "--from", "shop/people", "bad.csv")
        first = self.stdout
        self.run_command("validate", "--from", "shop/people", "bad.csv")
        self.assertEqual(self.stdout, first)

    def test_runs_on_either_engine(self):
        self.write("bad.csv", BAD)
        self.write("good.csv", GOOD)
        for engine in ("compiled", "reference"):
            self.check(["validate", "--engine", engine, "bad.csv"], 1)
            self.check(["validate", "--engine", engine, "good.csv"], 0)


class Reports(Case):
    def test_writes_json_lines(self):
        self.write("bad.csv", BAD)
        self.check(["validate", "--report-format", "jsonl", "bad.csv"], 1, None, "")
        lines = [json.loads(line) for line in self.stdout.splitlines()]
        self.assertEqual([line["type"] for line in lines], ["finding"] * 3 + ["summary"])
        self.assertEqual(lines[1], {
            "type": "finding", "rule": "shop.score", "severity": "error", "message": "not a score: text, 2 characters",
            "file": "bad.csv", "line": 4, "column": 8, "byte": 35, "record": 3, "field": "score", "pointer": None,
            "expected": "a number, or empty", "hint": None})
        self.assertEqual(lines[3], {
            "type": "summary", "files": 1, "records": 4, "valid": 1, "invalid": 3, "unreadable": 0, "errors": 3,
            "warnings": 0, "repairs": 0, "bytes": len(BAD)})

    def test_writes_one_json_document_even_when_reading_fails(self):
        self.write("bad.csv", BAD)
        for files, code in ((["bad.csv"], 1), (["missing.csv"], 3)):
            self.check(["validate", "--report-format", "json", *files], code)
            document = json.loads(self.stdout)
            self.assertEqual(len(document["findings"]), document["summary"]["errors"])

    def test_writes_sarif_with_the_members_that_the_standard_requires(self):
        self.write("bad.csv", BAD + "2,Eve\n")
        self.write("good.csv", GOOD)
        for name, files, code in (("bad", ["bad.csv", "good.csv"], 1), ("good", ["good.csv"], 0)):
            self.check(["validate", "--report-format", "sarif", *files], code, None, "")
            log = json.loads(self.stdout)
            invocation = log["runs"][0]["invocations"][0]
            self.assertEqual(invocation, {"executionSuccessful": True, "exitCode": code})
            self.write(name + ".sarif", self.stdout)
            self.check(["validate", "--formats-dir", SARIF, "--from", "sarif/log:json", name + ".sarif"], 0)
        log["runs"][0]["columnKind"] = "bytes"
        del log["runs"][0]["tool"]
        self.write("broken.sarif", json.dumps(log))
        self.check(["validate", "--formats-dir", SARIF, "--from", "sarif/log:json", "broken.sarif"], 1)
        self.assertEqual(self.stdout.count(": error: "), 2)

    def test_says_in_sarif_that_a_file_could_not_be_read(self):
        self.check(["validate", "--report-format", "sarif", "missing.csv"], 3)
        invocation = json.loads(self.stdout)["runs"][0]["invocations"][0]
        self.assertEqual(invocation, {"executionSuccessful": False, "exitCode": 3})

    def test_writes_annotations_and_a_test_report(self):
        self.write("bad.csv", BAD)
        self.write("good.csv", GOOD)
        self.check(["validate", "--report-format", "github", "bad.csv"], 1, None, "")
        self.assertIn("::error file=bad.csv,line=4,col=8,title=shop.score::not a score: text, 2 characters\n", self.stdout)
        self.check(["validate", "--report-format", "junit", "bad.csv", "good.csv"], 1, None, "")
        suites = {suite.get("name"): suite for suite in xml.etree.ElementTree.fromstring(self.stdout)}
        self.assertEqual(suites["bad.csv"].get("failures"), "3")
        self.assertEqual([case.get("name") for case in suites["good.csv"]], ["no findings"])

    def test_writes_the_report_of_a_conversion_that_wrote_its_output(self):
        self.write("good.csv", GOOD)
        self.check(["convert", "--to", "shop/people:json", "--report-format", "sarif", "--report", "r.sarif", "good.csv",
                    "-o", "out.json"], 0, "", "")
        self.assertEqual(json.loads(self.read("r.sarif"))["runs"][0]["invocations"][0]["exitCode"], 0)

    def test_writes_the_report_to_a_file(self):
        self.write("bad.csv", BAD)
        self.run_command("validate", "bad.csv")
        expected = self.stdout
        self.check(["validate", "--report", "r.txt", "bad.csv"], 1, "", "")
        self.assertEqual(self.read("r.txt"), expected)
        self.check(["validate", "-q", "--report", "q.txt", "bad.csv"], 1, "", "")
        self.assertEqual(self.read("q.txt"), expected)

    def test_is_silent_when_told_to(self):
        self.write("bad.csv", BAD)
        self.check(["validate", "-q", "bad.csv"], 1, "", "")
        self.check(["convert", "-q", "--to", "shop/people:json", "bad.csv", "-o", "x.json"], 1, "", "")

    def test_prints_so_many_findings_and_counts_all(self):
        self.write("bad.csv", "id,name,score\n" + "".join(f"{n},Ann,x\n" for n in range(1250)))
        self.check(["validate", "bad.csv"], 1)
        self.assertEqual(self.stdout.count("[shop.score]"), 100)
        self.assertIn("\nand 1,150 more; --max-findings 0 prints all\n", self.stdout)
        self.assertIn("1,250 errors", self.stdout)
        self.check(["validate", "--max-findings", "0", "bad.csv"], 1)
        self.assertEqual(self.stdout.count("[shop.score]"), 1250)
        self.check(["validate", "--max-findings", "3", "--report-format", "jsonl", "bad.csv"], 1)
        self.assertEqual(len(self.stdout.splitlines()), 4)

    def test_colours_only_when_told_to(self):
        self.write("bad.csv", BAD)
        self.run_command("validate", "bad.csv")
        self.assertNotIn("\x1b", self.stdout)
        self.run_command("validate", "--color", "always", "bad.csv")
        self.assertIn("\x1b[1;31m", self.stdout)
        self.run_command("validate", "--color", "always", "--report-format", "jsonl", "bad.csv")
        self.assertNotIn("\x1b", self.stdout)

    def test_lets_no_escape_of_the_input_through(self):
        name = "e\x1b[2Jvil.csv"
        self.write(name, "id,name,score\n1,\x1b[31mred,\x1b]0;x\x07\n")
        for form in ("text", "jsonl", "json"):
            self.run_command("validate", "--show-values", "--report-format", form, name)
            self.assertNotIn("\x1b", self.stdout)
            self.assertNotIn("\x07", self.stdout)


class Progress(Case):
    """The line on standard error; when it is drawn is tested in progress_test.cc."""

    def slowly(self, *options, **streams):
        """Validates a pipe that gives its second half after a while; returns standard error."""
        process = subprocess.Popen([COMMAND, "validate", "--from", "shop/people:csv", *options, "-"], cwd=self.dir,
                                   env=self.environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, **streams)
        process.stdin.write(GOOD.encode())
        process.stdin.flush()
        time.sleep(0.8)
        process.stdin.write(b"4,Dan,7\n")
        process.stdin.close()
        self.assertIn(b"4 records", process.stdout.read())
        process.stdout.close()
        printed = process.stderr.read() if process.stderr else b""
        if process.stderr:
            process.stderr.close()
        self.assertEqual(process.wait(), 0)
        return printed.decode()

    def test_shows_bytes_and_rate_and_erases_them(self):
        shown = self.slowly("--progress", "always", stderr=subprocess.PIPE)
        self.assertRegex(shown, r"^(\r\x1b\[K0\.0 kB, 0\.\d kB/s)+\r\x1b\[K$")

    def test_shows_nothing_beside_a_terminal(self):
        self.assertEqual(self.slowly(stderr=subprocess.PIPE), "")

    def test_shows_it_on_a_terminal_unless_told_otherwise(self):
        for options, is_shown in (([], True), (["--progress", "never"], False), (["-q", "--report", "r"], False)):
            ours, theirs = pty.openpty()
            if "-q" in options:
                self.check(["validate", "--from", "shop/people:csv", *options, "-"], 0, "", "", stdin=GOOD)
            else:
                self.slowly(*options, stderr=theirs)
            os.write(theirs, b".")
            printed = os.read(ours, 4096).decode()
            os.close(theirs)
            os.close(ours)
            self.assertEqual("kB/s" in printed, is_shown, options)


class Convert(Case):
    def test_writes_a_file_and_says_so(self):
        self.write("good.csv", GOOD)
        self.check(["convert", "--to", "shop/people", "good.csv", "-o", "good.json"], 0, "", """\
3 records: 3 valid, 0 invalid, 0 unreadable; 0 errors, 0 warnings
crosswalk convert: wrote good.json: 3 records of 3, 89 bytes
""")
        self.assertEqual(self.read("good.json"), GOOD_JSON)
        self.check(["convert", "--to", "shop/people", "good.json", "-o", "back.csv"], 0)
        self.assertEqual(self.read("back.csv"), GOOD)

    def test_writes_data_alone_to_standard_output(self):
        self.check(["convert", "--from", "shop/people:csv", "--to", "shop/people:json"], 0, GOOD_JSON, stdin=GOOD)
        self.check(["convert", "--to", "shop/people:json", "-", "-o", "-"], 0, GOOD_JSON, stdin=GOOD)

    def test_takes_the_layout_as_written_then_by_ending_then_the_first(self):
        self.write("good.csv", GOOD)
        for to, out, expected in (("shop/people:json", "x.csv", GOOD_JSON), ("shop/people", "x.json", GOOD_JSON),
                                  ("shop/people", "x.other", GOOD), ("shop/people", "-", GOOD)):
            self.check(["convert", "--to", to, "good.csv", "-o", out], 0)
            self.assertEqual(self.stdout if out == "-" else self.read(out), expected)

    def test_reads_several_files_as_one_input(self):
        self.write("a.csv", "id,name\n1,Ann\n")
        self.write("b.csv", "id,name\n2,Bob\n")
        self.check(["convert", "--to", "shop/people:csv", "a.csv", "b.csv"], 0, "id,name\n1,Ann\n2,Bob\n")
        self.write("c.csv", "name,id\nCleo,3\n")
        self.check(["convert", "--to", "shop/people:csv", "a.csv", "c.csv", "-o", "x.csv"], 1, "")
        self.assertIn("[input.columns-differ]", self.stderr)
        self.assertNotIn("x.csv", self.files())

    def test_finds_a_key_that_repeats_in_another_file(self):
        self.write("a.csv", "id\n1\n")
        self.write("b.csv", "id\n1\n")
        self.check(["convert", "--to", "shop/people:csv", "a.csv", "b.csv", "-o", "x.csv"], 1)
        self.assertIn("      = first: a.csv:2, record 1\n", self.stderr)

    def test_writes_missing_values_as_asked(self):
        self.write("a.csv", "id,score\n1,\n")
        self.check(["convert", "--to", "shop/people:json", "--missing", "null", "a.csv"], 0)
        self.assertIn('["1",null]', self.stdout)

    def test_leaves_the_old_file_whole_when_there_are_errors(self):
        self.write("bad.csv", BAD)
        self.write("out.json", "old")
        self.check(["convert", "--to", "shop/people:json", "bad.csv", "-o", "out.json"], 1, "")
        self.assertEqual(self.read("out.json"), "old")
        self.assertEqual(self.files(), ["bad.csv", "out.json"])
        self.assertIn("out.json was not written, because of errors; --rejects FILE leaves their records out", self.stderr)

    def test_tells_every_error_although_the_output_is_lost(self):
        self.write("bad.csv", BAD)
        self.run_command("convert", "--to", "shop/people:json", "bad.csv", "-o", "out.json")
        self.assertIn("3 errors", self.stderr)

    def test_ends_standard_output_after_a_whole_record(self):
        self.write("bad.csv", BAD)
        self.check(["convert", "--to", "shop/people:json", "bad.csv"], 1)
        self.assertFalse(self.stdout.rstrip().endswith("]}"))
        self.assertIn("the output ends early", self.stderr)

    def test_uses_the_records_asked_for(self):
        self.write("a.csv", LONG)
        self.check(["convert", "--to", "shop/people:csv", "--skip", "1", "--take", "2", "a.csv"], 0,
                   "id,name,score\n2,Bob,\n3,Cleo,9\n")


class Rejects(Case):
    def reject(self, *more, code=1):
        self.write("bad.csv", BAD)
        self.check(["convert", "--to", "shop/people:csv", "--rejects", "r.csv", *more, "bad.csv", "-o", "out.csv"], code)

    def test_keep_what_was_wrong_as_it_was_with_the_reasons(self):
        self.reject()
        self.assertEqual(self.read("out.csv"), "id,name,score\n1,Ann,5\n")
        self.assertEqual(self.read("r.csv"), "id,name,score\n2,Bob\n3,Cleo,x9\n1,Dan,\n")
        reasons = [json.loads(line) for line in self.read("r.csv.findings.jsonl").splitlines()]
        self.assertEqual([(r["reject"], r["rule"], r["record"]) for r in reasons],
                         [(1, "shop.row-width", 2), (2, "shop.score", 3), (3, "shop.id-twice", 4)])
        self.assertIn("wrote out.csv: 1 record of 4, 22 bytes; 3 rejected, 0 dropped\n", self.stderr)
        self.assertIn("rejected 3 records: see r.csv and r.csv.findings.jsonl", self.stderr)

    def test_are_an_input_again(self):
        self.reject()
        self.check(["validate", "--from", "shop/people:csv", "r.csv"], 1)
        self.assertIn("3 records: 1 valid, 2 invalid", self.stdout)

    def test_are_excused_up_to_a_limit(self):
        self.reject("--max-rejects", "3", code=0)
        self.reject("--max-rejects", "75%", code=0)
        self.assertIn("out.csv", self.files())

    def test_beyond_the_limit_leave_nothing(self):
        for limit in ("2", "74%"):
            self.reject("--max-rejects", limit)
            self.assertEqual(self.files(), ["bad.csv"])
            self.assertIn("nothing was written: 3 records rejected, more than --max-rejects allows", self.stderr)

    def test_keep_apart_what_could_not_be_read(self):
        self.write("a.csv", 'id,name\n1,Ann\n2,"Bob\n3,Cleo\n')
        self.check(["convert", "--to", "shop/people:csv", "--rejects", "r.csv", "a.csv", "-o", "out.csv"], 1)
        self.assertEqual(self.read("out.csv"), "id,name\n1,Ann\n3,Cleo\n")
        self.assertEqual(self.read("r.csv.unreadable"), '2,"Bob\n')


class Dedupe(Case):
    TWICE = "id,name,score\n1,Ann,5\n2,Bob,\n1,Dan,7\n3,Cleo,9\n1,Eve,8\n"

    def test_keeps_the_first_or_the_last_of_each_key(self):
        self.write("twice.csv", self.TWICE)
        for which, kept in (("first", "1,Ann,5\n2,Bob,\n3,Cleo,9\n"), ("last", "2,Bob,\n3,Cleo,9\n1,Eve,8\n")):
            self.check(["convert", "--to", "shop/people:csv", "--dedupe", which, "twice.csv", "-o", "out.csv"], 0, "", f"""\
5 records: 5 valid, 0 invalid, 0 unreadable; 0 errors, 0 warnings
crosswalk convert: wrote out.csv: 3 records of 5, {14 + len(kept)} bytes; 0 rejected, 2 dropped
""")
            self.assertEqual(self.read("out.csv"), "id,name,score\n" + kept)
            self.check(["convert", "--to", "shop/people:csv", "--dedupe", which, "-"], 0, self.read("out.csv"), stdin=self.TWICE)

    def test_takes_no_key_from_a_record_with_an_error(self):
        self.write("bad.csv", BAD + "1,Eve,z\n")
        for which, kept in (("first", "1,Ann,5\n"), ("last", "1,Dan,\n")):
            self.check(["convert", "--to", "shop/people:csv", "--dedupe", which, "--rejects", "r.csv", "bad.csv", "-o", "out.csv"], 1)
            self.assertEqual(self.read("out.csv"), "id,name,score\n" + kept)
            self.assertEqual(self.read("r.csv"), "id,name,score\n2,Bob\n3,Cleo,x9\n1,Eve,z\n")
            self.assertIn("; 3 rejected, 1 dropped\n", self.stderr)

    def test_knows_first_and_last_only(self):
        self.check(["convert", "--to", "shop/people:csv", "--dedupe", "both", "a.csv"], 2, "")
        self.assertIn("first", self.stderr)


class Parts(Case):
    def test_fit_the_limits_and_are_an_input_again(self):
        self.write("a.csv", LONG)
        self.check(["convert", "--to", "shop/people:json", "a.csv", "-o", "parts/"], 0, "")
        self.assertIn("wrote parts/: 6 records of 6 in 2 parts, 176 bytes", self.stderr)
        self.assertEqual(self.files(), ["a.csv", "parts/manifest.json", "parts/part-000001.json", "parts/part-000002.json"])
        self.check(["validate", "parts"], 0)
        self.assertIn("6 records", self.stdout)
        self.check(["detect", "parts"], 0, "parts: shop/people:json\n    its manifest.json says so\n")
        self.check(["convert", "--to", "shop/people:csv", "parts"], 0, LONG)
        self.check(["validate", "--operation", "update", "--columns-of", "parts/manifest.json", "a.csv"], 0)

    def test_hold_so_many_records(self):
        self.write("a.csv", LONG)
        self.check(["convert", "--to", "shop/people:json", "--split-records", "1", "a.csv", "-o", "parts/"], 0)
        self.assertEqual(len(self.files()), 8)
        self.check(["convert", "--to", "shop/people:json", "--split-records", "1", "a.csv", "-o", "x"], 2, "")

    def test_carry_the_request_they_are_for(self):
        self.write("a.csv", LONG)
        self.check(["convert", "--to", "shop/people:json", "--operation", "create", "a.csv", "-o", "parts/"], 0)
        manifest = json.loads(self.read("parts/manifest.json"))
        self.assertEqual([part["request"] for part in manifest["parts"]], ["create", "update"])
        self.assertEqual(manifest["requests"]["update"]["method"], "PUT")

    def test_are_held_against_their_manifest(self):
        self.write("a.csv", LONG)
        self.run_command("convert", "--to", "shop/people:json", "a.csv", "-o", "parts/")
        part = self.dir / "parts/part-000002.json"
        part.write_text(part.read_text().replace("Dan", "Don"))
        self.check(["validate", "parts"], 1)
        self.assertIn("[manifest.part-changed]", self.stdout)
        self.check(["convert", "--to", "shop/people:csv", "parts"], 1, "")
        part.unlink()
        self.check(["validate", "parts"], 3)
        self.assertIn("[manifest.part-missing]", self.stdout)

    def test_are_refused_where_something_lies(self):
        self.write("a.csv", LONG)
        self.write("parts/note", "mine")
        self.check(["convert", "--to", "shop/people:json", "a.csv", "-o", "parts"], 2, "")
        self.assertEqual(self.files(), ["a.csv", "parts/note"])

    def test_leave_nothing_after_an_error(self):
        self.write("bad.csv", BAD)
        self.check(["convert", "--to", "shop/people:json", "bad.csv", "-o", "parts/"], 1, "")
        self.assertEqual(self.files(), ["bad.csv"])
        self.assertEqual([p.name for p in self.dir.iterdir()], ["bad.csv"])

    def test_one_body_over_the_limit_is_refused_unless_any_size_will_do(self):
        self.write("a.csv", LONG)
        self.check(["convert", "--to", "shop/people:json", "a.csv", "-o", "x.json"], 1, "")
        self.assertIn("[limit.body-size]", self.stderr)
        self.assertIn("--split-bytes 0", self.stderr)
        self.assertEqual(self.files(), ["a.csv"])
        self.check(["convert", "--to", "shop/people:json", "--split-bytes", "0", "a.csv", "-o", "x.json"], 0)

    def test_a_request_of_one_record_is_refused_another(self):
        self.write("a.ndjson", "".join('{"profile_id":"%s","trait":{},"p_trait":{}}\n' % name for name in "pq"))
        convert = ["convert", "--from", "primedata/profile:ndjson", "--to", "primedata/profile:json", "a.ndjson", "-o"]
        self.check([*convert, "x.json"], 1, "")
        self.assertIn("one body takes 1 record, and there are more [limit.body-records]\n", self.stderr)
        self.assertIn("hint: write to a folder, with one body a record\n", self.stderr)
        self.assertEqual(self.files(), ["a.ndjson"])
        self.check([*convert, "parts/"], 0, "")
        self.assertEqual(len(self.files()), 4)


class Detect(Case):
    def test_tells_format_and_evidence(self):
        self.write("good.csv", GOOD)
        self.write("good.data", GOOD_JSON)
        self.check(["detect", "good.csv", "good.data"], 0, None, "")
        self.assertTrue(self.stdout.startswith("good.csv: shop/people:csv\n    3 of 3 columns are known\n"), self.stdout)
        self.assertIn("good.data: shop/people:json\n", self.stdout)

    def test_reads_standard_input(self):
        self.check(["detect"], 0, stdin=GOOD)
        self.assertTrue(self.stdout.startswith("-: shop/people:csv\n"))

    def test_exits_1_where_nothing_fits(self):
        self.write("a.csv", "colour,size\nred,5\n")
        self.check(["detect", "a.csv"], 1, "a.csv: no known format fits\n", "")

    def test_says_when_two_fit(self):
        schema = Path(FORMATS, "shop/people.schema.json").read_text()
        self.write("mine/other/people.schema.json", schema)
        self.write("a.csv", GOOD)
        self.check(["detect", "--formats-dir", "mine", "a.csv"], 2, None, "")
        self.assertIn("it may be shop/people:csv as well: say which with --from", self.stdout)
        self.check(["validate", "--formats-dir", "mine", "a.csv"], 2, "")
        for name in ("shop/people:csv", "other/people:csv", "--from"):
            self.assertIn(name, self.stderr)


class Formats(Case):
    def test_are_listed(self):
        self.check(["formats", "list"], 0, None, "")
        self.assertRegex(self.stdout, r"(?m)^  shop/people +csv, json +Shop: people$")

    def test_are_shown(self):
        self.check(["formats", "show", "shop/people"], 0, None, "")
        for line in ("shop/people: Shop: people", "  csv", "  json  parts of 90 bytes, at most 120 bytes",
                     "  id     text    required  The number of the person.", "  create: POST https://{host}/people",
                     "    further parts: update", "  shop.score"):
            self.assertIn(line + "\n", self.stdout)

    def test_of_somebody_else_do_not_move_the_cursor(self):
        schema = json.loads(Path(FORMATS, "shop/people.schema.json").read_text())
        schema["title"] = "a\x1b[2Jb"
        words = schema["x-crosswalk"]
        for operation in words["operations"].values():
            operation["url"] = "https://x\x1b]0;t\x07"
        self.write("mine/other/people.schema.json", json.dumps(schema))
        for arguments in ["list"], ["show", "other/people"]:
            self.check(["formats", *arguments, "--formats-dir", "mine"], 0)
            self.assertIn("a\u241b[2Jb", self.stdout)
            self.assertNotRegex(self.stdout, "[\x00-\x09\x0b-\x1f]")

    def test_of_a_folder_are_checked_with_their_examples(self):
        self.check(["formats", "check", FORMATS], 0,
                   "shop/people: loads: 2 layouts, 3 fields, 8 rules\n4 examples: 4 as they should be, 0 not\n", "")

    def test_of_the_vendors_do_what_their_examples_say(self):
        for vendor in sorted(folder.parent for folder in SCHEMAS.glob("*/examples")):
            with self.subTest(vendor.name):
                self.check(["formats", "check", str(vendor)], 0)

    def test_with_examples_in_a_folder_of_their_format_are_read_as_that_format(self):
        self.write("shop/people.schema.json", Path(FORMATS, "shop/people.schema.json").read_text())
        self.write("shop/more.schema.json", Path(FORMATS, "shop/people.schema.json").read_text())
        self.write("shop/examples/people/fail/odd.csv", BAD)
        self.check(["formats", "check", "."], 0)
        self.assertIn("1 example: 1 as they should be, 0 not", self.stdout)

    def test_of_the_examples_folder_are_sound_and_detected(self):
        self.check(["formats", "check", EXAMPLES], 0, None, "")
        self.assertRegex(self.stdout, r"\n(\d+) examples: \1 as they should be, 0 not\n$")
        good = next(EXAMPLES.glob("shopify/**/pass/customers.csv"))
        self.check(["detect", "--formats-dir", EXAMPLES, good], 0, None, "")
        self.assertIn(": shopify/customers:csv\n", self.stdout)

    def test_with_examples_that_do_otherwise_are_findings(self):
        self.write("shop/people.schema.json", Path(FORMATS, "shop/people.schema.json").read_text())
        self.write("shop/examples/pass/people.csv", BAD)
        self.write("shop/examples/fail/people.csv", GOOD)
        self.write("shop/examples/fail/place.csv", BAD)
        self.write("shop/examples/fail/place.csv.expected.jsonl", '{"rule": "shop.row-width", "line": 2}\n')
        self.check(["formats", "check", "."], 1)
        for piece in ("pass/people.csv: must pass, but 3:1: ", "fail/people.csv: must fail, but has no error",
                      'differs in "line"', "3 examples: 0 as they should be, 3 not"):
            self.assertIn(piece, self.stdout)

    def test_that_do_not_load_are_wrong_use(self):
        self.write("shop/people.schema.json", "{")
        self.check(["formats", "check", "."], 2, "")
        self.check(["formats", "check", "nothing-here"], 3, "")


class Explain(Case):
    def test_tells_all_that_is_known_of_a_rule(self):
        self.check(["explain", "shop.no-id"], 0, """\
shop.no-id (error)

Everybody has an id.

Why:
  Parcels are sent by it.

Source:
  Shop API, line 7
  https://shop.example/api

earlier.csv:
  id

Example (crosswalk validate --from shop/people:csv):
  id,name
  ,Ann

Mended:
  id,name
  1,Ann

How to mend it:
  Number the people.
""", "")


class Failures(Case):
    def test_full_disks_are_told(self):
        self.write("bad.csv", BAD)
        with open("/dev/full", "wb") as full:
            for arguments in (["validate", "bad.csv"], ["--help"], ["formats", "list"], ["detect", "bad.csv"],
                              ["convert", "--to", "shop/people:csv", "--rejects", "r.csv", "bad.csv"]):
                self.run_command(*arguments, stdout=full)
                self.assertEqual(self.code, 3, arguments)
                self.assertIn("No space left on device", self.stderr)
        self.check(["validate", "--report", "/dev/full", "bad.csv"], 3, "")
        self.assertNotIn("r.csv", self.files())

    def test_a_reader_that_goes_away_is_no_error(self):
        self.write("many.csv", "id,name,score\n" + "".join(f"{n},Ann,x\n" for n in range(20000)))
        for arguments, codes in ((["validate", "--max-findings", "0", "many.csv"], (0, 1)),
                                 (["convert", "--to", "shop/people:csv", "-q", "--ignore", "shop.score", "many.csv"], (0,)),
                                 (["formats", "list"], (0,))):
            process = subprocess.Popen([COMMAND, *arguments], cwd=self.dir, env=self.environment(),
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            process.stdout.close()
            said = process.stderr.read().decode()
            process.stderr.close()
            self.assertIn(process.wait(60), codes, arguments)
            self.assertEqual(said, "")

    def test_a_folder_that_cannot_be_written_is_told(self):
        self.write("good.csv", GOOD)
        self.check(["convert", "--to", "shop/people", "good.csv", "-o", "no/such/dir.csv"], 3, "")
        self.assertIn("no/such/dir.csv", self.stderr)

    def test_a_missing_input_leaves_no_output(self):
        self.write("good.csv", GOOD)
        self.check(["convert", "--to", "shop/people:csv", "good.csv", "missing.csv", "-o", "x.csv"], 3, "")
        self.assertEqual(self.files(), ["good.csv"])

    def test_a_day_can_be_fixed(self):
        self.write("good.csv", GOOD)
        self.check(["validate", "good.csv"], 0, env=self.environment(SOURCE_DATE_EPOCH="1700000000"))
        self.check(["validate", "good.csv"], 2, "", env=self.environment(SOURCE_DATE_EPOCH="yesterday"))


class Signals(Case):
    def interrupted(self, number, arguments):
        """Sends a signal while the command waits for more input."""
        process = subprocess.Popen([COMMAND, *arguments], cwd=self.dir, env=self.environment(), stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdin.write(GOOD.encode())
        process.stdin.flush()
        time.sleep(0.5)
        process.send_signal(number)
        try:
            code = process.wait(20)
        finally:
            process.kill()
            for stream in (process.stdin, process.stdout, process.stderr):
                stream.close()
        return code

    def test_end_the_run_and_leave_nothing(self):
        for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            self.write("out.csv", "old")
            convert = ["convert", "--from", "shop/people:csv", "--to", "shop/people:csv", "-", "-o"]
            self.assertEqual(self.interrupted(number, [*convert, "out.csv"]), code)
            self.assertEqual(self.interrupted(number, [*convert, "parts/"]), code)
            self.assertEqual(self.interrupted(number, ["validate", "--from", "shop/people:csv"]), code)
            self.assertEqual(self.files(), ["out.csv"])
            self.assertEqual(self.read("out.csv"), "old")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
