"""`crosswalk repair`: what it writes, tells and refuses, by whole outputs.

usage: repair_test.py COMMAND [unittest arguments]
"""
import json
import sys
import unittest

from command_case import SCHEMAS, Case

HEADER = '{"header":["customuid","num_a","goal_click_b","txt_c"],"data":['


class Repair(Case):
    def repair(self, text, layout, *more, code=0, source="aixon/customers"):
        self.write("in", text)
        self.check(("repair", "-q", "--from", source + ":" + layout, "in", "-o", "out", *more), code)
        return (self.dir / "out").read_bytes().decode() if code == 0 else None

    def test_writes_the_input_with_its_defects_mended(self):
        text = HEADER + '\n["1" , "12",true,null],\n["2",3, ,0123],\n["3",1,1.0,"x"],]'
        self.assertEqual(self.repair(text, "json"),
                         HEADER + '\n["1" , 12,1,""],\n["2",3, "","0123"],\n["3",1,1,"x"]]}')

    def test_tells_each_repair_and_counts_it(self):
        self.write("a.csv", "customuid, goal_click_a\n1,TRUE\n2,0\n")
        self.check(("repair", "a.csv", "-o", "b.csv"), 0, stdout="", stderr="""\
a.csv:1:11: warning: blanks around the column name goal_click_a [csv.header-space, repaired]
    1 | customuid, goal_click_a
      |           ^~~~~~~~~~~~~
      = hint: the blanks left out

a.csv:2:3: warning: a goal is 1, 0 or empty, found text, 4 characters [aixon.goal-not-binary, repaired]
    2 | ·,····
      |   ^~~~ goal_click_a
      = hint: written as 1 or 0

    count  severity  rule                   column        first at
        1  warning   aixon.goal-not-binary  goal_click_a  a.csv:2:3
        1  warning   csv.header-space       goal_click_a  a.csv:1:11

2 records: 2 valid, 0 invalid, 0 unreadable; 0 errors, 2 warnings (2 repaired)
crosswalk repair: wrote b.csv: 2 records, 2 repairs
""")
        self.assertEqual(self.read("b.csv"), "customuid,goal_click_a\n1,1\n2,0\n")

    def test_reports_findings_for_programs(self):
        self.write("a.csv", "customuid,goal_click_a\n1,TRUE\n2,0\n")
        self.check(("repair", "--report-format", "jsonl", "a.csv", "-o", "b.csv"), 0)
        finding, summary = (json.loads(line) for line in self.stderr.splitlines())
        self.assertEqual((finding["rule"], finding["severity"], finding["line"], finding["column"], finding["byte"]),
                         ("aixon.goal-not-binary", "warning", 2, 3, 25))
        self.assertEqual((summary["repairs"], summary["warnings"], summary["errors"], summary["valid"]), (1, 1, 0, 2))

    def test_leaves_what_needs_no_repair_byte_for_byte(self):
        for text, layout in (("customuid,txt_a\r\n1,\"x\"\r\n", "csv"),
                             (' { "header" : [ "customuid" ],\n"data": [ [ "1" ] ] }\n\n', "json")):
            self.assertEqual(self.repair(text, layout), text)

    def test_refuses_what_cannot_be_mended(self):
        self.write("old", "as it was")
        self.write("in.csv", "customuid,goal_click_a,num_b\n1,TRUE,x\n")
        self.check(("repair", "in.csv", "-o", "old"), 1, stdout="")
        self.assertIn("error: not a number: text, 1 character [aixon.num-not-number]", self.stderr)
        self.assertTrue(self.stderr.endswith("crosswalk repair: old was not written: 1 error could not be mended\n"))
        self.assertEqual(self.read("old"), "as it was")
        self.assertEqual(self.files(), ["in.csv", "old"])

    def test_writes_nothing_to_standard_output_before_all_is_mended(self):
        rows = "".join(f"{i},1\n" for i in range(100000))
        self.write("in.csv", "customuid,goal_click_a\n" + rows + "x,maybe\n")
        self.check(("repair", "in.csv"), 1, stdout="")
        self.check(("repair", "-q"), 0, stdin="customuid,goal_click_a\n1,FALSE\n", stdout="customuid,goal_click_a\n1,0\n")

    def test_guesses_only_if_asked(self):
        text = "customuid,goal_purchase_a_timestamp\n1,1514254499123\n"
        self.repair(text, "csv", code=1)
        self.assertEqual(self.repair(text, "csv", "--unsafe"), text.replace("499123", "499"))

    def test_knows_zones_only_from_the_user(self):
        page = SCHEMAS / "wasabi/examples/customer-action/page"
        sample = sorted(page.glob("*.json"))[0].read_text()
        self.assertEqual(self.repair(sample, "json", source="wasabi/customer-action"), sample)
        mended = self.repair(sample, "json", "--time-zone", "+02:00", source="wasabi/customer-action")
        self.assertEqual(mended.replace("+02:00\"", "\""), sample)
        self.assertNotEqual(mended, sample)

    def test_mends_documents_lines_and_tags(self):
        self.assertEqual(self.repair('{"start":"2023:01:01T20:00:00Z","end":"2023-02-01","profile_id":"p"}\n', "ndjson",
                                     source="primedata/event-search"),
                         '{"start":"2023-01-01T20:00:00Z","end":"2023-02-01","profile_id":"p"}\n')
        phone = '{"mode":"Add","matchBy":"PhoneNumber","data":[{"phone":"123 456\u00a0789"},]'
        self.assertEqual(self.repair(phone, "json", source="expertsender/customers"),
                         '{"mode":"Add","matchBy":"PhoneNumber","data":[{"phone":"123456789"}]}')
        self.assertEqual(self.repair('200 OK\n<response status="success"><batch status="imported"><customers><new>2<new>'
                                     '<updated>1<updated></customers></batch></response>', "xml", source="loyalty/result"),
                         '<response status="success"><batch status="imported"><customers><new>2</new>'
                         '<updated>1</updated></customers></batch></response>')

    def test_takes_bullets_away(self):
        self.assertEqual(self.repair("- code|email\n- 1|a@example.com\n", "delimited", source="loyalty/customers"),
                         "code|email\n1|a@example.com\n")

    def test_mends_the_parameters_of_a_form(self):
        rest = ("&user_id=u&user_password=p&type=customers_batch&account_id=a&overwrite_duplicates=ignore"
                "&Profiles_Data=1%7Cann%0A2%7Cjim&campaigns_to_include=")
        self.write("in.form", "delimiter=Pipe&profiles_header_2=code&profiles_header_3=first_name" + rest + "7,8")
        self.check(("repair", "--report-format", "jsonl", "--from", "loyalty/customers:form", "in.form", "-o", "out.form"), 0)
        self.assertEqual(self.read("out.form"),
                         "delimiter=pipe&profiles_header_1=code&profiles_header_2=first_name" + rest + "7%7C%2C%7C8")
        *findings, summary = (json.loads(line) for line in self.stderr.splitlines())
        self.assertEqual([(finding["rule"], finding["byte"]) for finding in findings if finding["severity"] == "warning"],
                         [("loyalty.delimiter-value", 10), ("loyalty.header-gap", 15), ("loyalty.campaigns-separator", 208)])
        self.assertEqual((summary["repairs"], summary["errors"], summary["valid"]), (3, 0, 2))
        self.check(("validate", "-q", "--from", "loyalty/customers:form", "out.form"), 0)

    def test_leaves_columns_unnumbered_that_the_rows_do_not_fit(self):
        text = ("delimiter=pipe&profiles_header_1=code&profiles_header_3=first_name&user_id=u&user_password=p"
                "&type=customers_batch&account_id=a&campaigns_to_include=7&Profiles_Data=1%7Cx%7Cann")
        self.repair(text, "form", code=1, source="loyalty/customers")

    def test_is_told_apart_from_wrong_use(self):
        self.write("a.csv", "customuid\n1\n")
        for arguments in (("a.csv", "b.csv"), ("a.csv", "-o", "a.csv"), (".",), ("a.csv", "--time-zone", "soon"),
                          ("a.csv", "--take", "1"), ("a.csv", "--tolerant")):
            self.check(("repair", *arguments), 2, stdout="")
        self.check(("repair", "none.csv"), 3, stdout="")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[2:])
