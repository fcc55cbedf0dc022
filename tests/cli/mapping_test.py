"""Conversions between formats, by the command.

usage: mapping_test.py COMMAND [unittest arguments]
"""
import hashlib
import json
import sys
import unittest

from command_case import Case

CUSTOMERS = '{"crmId":"007","email":"Ann@Example.com","firstName":"Zoë","gender":"Female","dateOfBirth":"1990-12-31T00:00:00.000Z"}\n'
HASH = hashlib.sha256(b"ann@example.com").hexdigest()


class Mapping(Case):
    """Records leave in another vendor's format."""

    def test_rows_come_of_records(self):
        self.write("in.ndjson", CUSTOMERS)
        self.check(["convert", "--from", "expertsender/customers:ndjson", "--to", "aixon/customers:csv", "in.ndjson"], 0,
                   f"customuid,emailsha256,txt_first_name,txt_gender,txt_birth_date\n007,{HASH},Zoë,F,1990-12-31\n")
        self.assertIn("email: one-way, 1 record", self.stderr)

    def test_records_come_of_rows(self):
        self.write("in.csv", "customuid,txt_gender,num_visits,txt_note\n007,M,3,\"say \"\"hi\"\"\"\n")
        self.check(["convert", "--from", "aixon/customers", "--to", "expertsender/customers:ndjson", "in.csv"], 0,
                   '{"crmId":"007","gender":"Male","customAttributes":[{"name":"num_visits","value":"3"},'
                   '{"name":"txt_note","value":"say \\"hi\\""}]}\n')

    def test_a_row_without_values_in_its_columns_is_judged(self):
        self.write("in.csv", "profile_id,profile_id,identity.email\np1,p1,a@b.pl\n,x,\n")
        for target in ("ndjson", "csv"):
            self.assertEqual(self.run_command("convert", "--from", "primedata/profile:csv", "--to", f"expertsender/customers:{target}",
                                              "in.csv", "-o", "out", "--allow-loss"), 1)
            self.assertIn("2 records: 1 valid, 1 invalid", self.stderr)
            self.assertIn("in.csv:3:1", self.stderr)

    def test_requests_get_their_members_from_settings(self):
        self.write("in.csv", "customuid\n1\n")
        arguments = ["convert", "--from", "aixon/customers", "--to", "expertsender/customers:json", "in.csv", "-o", "o.json"]
        self.assertEqual(self.run_command(*arguments), 1)
        self.assertIn("mode", self.stderr)
        self.assertEqual(self.files(), ["in.csv"])
        self.assertEqual(self.run_command(*arguments, "--set", "mode=Add", "--set", "matchBy=CrmId"), 0, self.stderr)
        self.assertEqual(json.loads(self.read("o.json")), {"mode": "Add", "matchBy": "CrmId", "data": [{"crmId": "1"}]})

    def test_mails_to_customers_are_confirmed_before_they_are_written(self):
        asked = '{"email":"ann@example.com","consentsData":{"consents":[{"id":5,"value":"AwaitingConfirmation"}],"confirmationMessageId":9}}\n'
        self.write("in.ndjson", asked)
        self.assertEqual(self.run_command("validate", "--from", "expertsender/customers:ndjson", "in.ndjson"), 0, self.stdout)
        self.assertIn("expertsender.confirmation-mail", self.stdout)
        arguments = ["convert", "--from", "expertsender/customers:ndjson", "--to", "expertsender/customers:csv", "in.ndjson", "-o", "o.csv"]
        for setting in ([], ["--set", "confirmation_mails=no"]):
            self.assertEqual(self.run_command(*arguments, *setting), 1)
            self.assertIn("confirmation_mails=yes", self.stderr)
            self.assertEqual(self.files(), ["in.ndjson"])
        self.assertEqual(self.run_command(*arguments, "--set", "confirmation_mails=yes"), 0, self.stderr)
        self.assertIn("AwaitingConfirmation", self.read("o.csv"))
        self.assertNotIn("confirmation_mails", self.read("o.csv"))

    def test_mails_do_not_matter_to_another_vendor(self):
        self.write("in.ndjson", '{"crmId":"7","consentsData":{"consents":[{"id":5,"value":"AwaitingConfirmation"}],"confirmationMessageId":9}}\n')
        self.assertEqual(self.run_command("convert", "--from", "expertsender/customers:ndjson", "--to", "aixon/customers:csv", "in.ndjson",
                                          "--allow-loss"), 0, self.stderr)

    def test_losses_refuse_the_output_unless_they_are_wanted(self):
        self.write("in.ndjson", '{"crmId":"1","phone":"5"}\n{"crmId":"2"}\n')
        arguments = ["convert", "--from", "expertsender/customers:ndjson", "--to", "aixon/customers:csv", "in.ndjson",
                     "-o", "o.csv"]
        self.assertEqual(self.run_command(*arguments), 1)
        self.assertIn("convert.lossy", self.stderr)
        self.assertEqual(self.files(), ["in.ndjson"])
        self.assertEqual(self.run_command(*arguments, "--rejects", "r.ndjson"), 1)
        self.assertNotIn("o.csv", self.files())
        for more in ["--allow-loss"], ["--drop", "phone"]:
            self.assertEqual(self.run_command(*arguments, *more), 0, self.stderr)
            self.assertEqual(self.read("o.csv"), "customuid\n1\n2\n")
        self.assertEqual(self.run_command(*arguments, "--drop", "phnoe"), 2)
        self.assertIn("did you mean phone?", self.stderr)

    def test_a_dry_run_prints_the_report_alone(self):
        self.write("in.ndjson", '{"crmId":"1","phone":"5"}\n{"crmId":"2","trait":1}\n')
        arguments = ["convert", "--from", "expertsender/customers:ndjson", "--to", "aixon/customers:csv", "in.ndjson",
                     "-o", "o.csv", "--dry-run"]
        self.assertEqual(self.run_command(*arguments), 1)
        self.assertIn("phone", self.stdout)
        self.assertEqual((self.stderr, self.files()), ("", ["in.ndjson"]))
        self.assertEqual(self.run_command(*arguments, "--report-format", "json", "--allow-loss"), 0)
        report = {field["source"]: field for field in json.loads(self.stdout)["fields"]}
        self.assertEqual((report["phone"]["class"], report["phone"]["lost"]), ("lossy", 1))
        self.assertEqual((report["crmId"]["class"], report["crmId"]["records"]), ("lossless", 2))

    def test_pairs_are_shown(self):
        self.check(["formats", "show", "expertsender/customers", "--to", "aixon/customers"], 0)
        self.assertRegex(self.stdout, r"email +-> emailsha256 +one-way")
        self.assertRegex(self.stdout, r"phone +lossy")
        self.assertEqual(self.run_command("formats", "show", "primedata/events", "--to", "aixon/customers"), 2)
        self.assertIn("holds events", self.stderr)

    def test_map_files_are_listened_to(self):
        self.write("in.ndjson", '{"crmId":"1","phone":"5"}\n')
        self.write("map.json", '{"source": {"phone": {"is": ["/attributes/phone"]}}}')
        arguments = ["convert", "--from", "expertsender/customers:ndjson", "--to", "aixon/customers:csv", "in.ndjson"]
        self.check([*arguments, "--map", "map.json"], 0, "customuid,txt_phone\n1,5\n")
        self.write("bad.json", '{"source": {"phone": {"is": ["/attribute/phone"]}}}')
        self.assertEqual(self.run_command(*arguments, "--map", "bad.json"), 2)
        self.assertIn("bad.json:1:30: unknown canonical field /attribute/phone (did you mean attributes?)", self.stderr)
        self.assertEqual(self.run_command(*arguments, "--map", "none.json"), 3)

    def test_keys_that_repeat_for_the_target_alone_are_told_at_the_source(self):
        rows = [("7", "a@x.pl"), ("8", "b@x.pl"), ("7", "c@x.pl"), ("9", "d@x.pl"), ("7", "e@x.pl")]
        lines = "".join(json.dumps({"crmId": key, "email": mail}) + "\n" for key, mail in rows)
        table = "crmId,email\n" + "".join(f"{key},{mail}\n" for key, mail in rows)
        form = ["--set", "mode=Add", "--set", "matchBy=Email", "--report-format", "jsonl", "--select", "customuid", "--drop", "email"]
        for name, text, byte, pointer in (("in.ndjson", lines, 82, "/crmId"), ("in.csv", table, 30, None)):
            self.write(name, text)
            layout = name[3:]
            arguments = ["convert", "--from", "expertsender/customers:" + layout, "--to", "aixon/customers:csv", *form, name]
            self.check([*arguments, "-o", layout + ".csv"], 1)
            self.assertNotIn(layout + ".csv", self.files())
            told = [json.loads(line) for line in self.stderr.splitlines() if line.startswith("{")]
            repeats = [one for one in told if one["type"] == "finding"]
            self.assertEqual([(one["rule"], one["record"], one["field"], one["pointer"], one["related"][0]["record"]) for one in repeats],
                             [("aixon.customuid-duplicate", 3, "crmId", pointer, 1), ("aixon.customuid-duplicate", 5, "crmId", pointer, 1)])
            self.assertEqual(repeats[0]["byte"], text.index('"7"' if pointer else "7", text.index("b@")))
            for threads in "1", "3":
                self.check([*arguments, "--threads", threads, "--rejects", "r", "-o", "o.csv"], 1)
                self.assertEqual(self.read("o.csv"), "customuid\n7\n8\n9\n")
                self.assertEqual(self.read("r").splitlines()[-2:], [text.splitlines()[i + len(text.splitlines()) - 5] for i in (2, 4)])
            self.check([*arguments, "--dedupe", "first"], 0, "customuid\n7\n8\n9\n")
            self.check([*arguments, "--dedupe", "last"], 0, "customuid\n8\n9\n7\n")
            self.check([*arguments, "--ignore", "aixon.customuid-duplicate"], 0, "customuid\n7\n8\n7\n9\n7\n")
            self.check([*arguments, "--memory-limit", "1", "-o", "o2.csv"], 1)
            self.assertEqual([json.loads(line)["record"] for line in self.stderr.splitlines() if '"finding"' in line], [3, 5])

    def test_keys_are_told_by_the_target_where_the_source_is_not_asked_about_them(self):
        self.write("in.txt", "code|email\n7|a@x.pl\n8|b@x.pl\n7|c@x.pl\n")
        arguments = ["convert", "--from", "loyalty/customers:delimited", "--to", "aixon/customers:csv", "in.txt", "--allow-loss"]
        for asked, rules in ((), ["loyalty.duplicate-code"]), (("--ignore", "loyalty.duplicate-code"), ["aixon.customuid-duplicate"]), \
                (("--severity", "loyalty.duplicate-code=warning"), ["loyalty.duplicate-code", "aixon.customuid-duplicate"]):
            self.check([*arguments, *asked, "--report-format", "jsonl", "-o", "o.csv"], 1)
            told = [json.loads(line) for line in self.stderr.splitlines() if '"finding"' in line]
            self.assertCountEqual([one["rule"] for one in told], rules)

    def test_what_the_target_lacks_is_called_as_it_is_there(self):
        for layout, text in (("ndjson", '{"email":"a@x.pl"}\n'), ("csv", "email,firstName\na@x.pl,Ann\n")):
            self.check(["convert", "--from", "expertsender/customers:" + layout, "--to", "aixon/customers:csv"], 1, stdin=text)
            self.assertIn("nothing gives customuid, which the target needs", self.stderr)

    def test_a_repeat_is_told_once_where_both_formats_forbid_it(self):
        self.write("in.ndjson", '{"crmId":"7"}\n{"crmId":"7"}\n')
        arguments = ["convert", "--from", "expertsender/customers:ndjson", "--to", "aixon/customers:csv", "in.ndjson",
                     "--set", "mode=Add", "--set", "matchBy=CrmId", "--report-format", "jsonl", "-o", "o.csv"]
        for limit in [], ["--memory-limit", "1"]:
            self.check([*arguments, *limit], 1)
            told = [json.loads(line) for line in self.stderr.splitlines() if line.startswith("{")]
            self.assertEqual([one["rule"] for one in told if one["type"] == "finding"], ["expertsender.duplicate-customer"])

    def test_events_become_events(self):
        self.write("in.ndjson", '{"id":"e","profile_id":"p","event_name":"SIGN_UP","time_stamp":"2024-02-06T10:00:00Z"}\n')
        self.check(["convert", "--from", "primedata/events:ndjson", "--to", "wasabi/customer-action:ndjson", "in.ndjson"],
                   0, '{"eventType":"CUSTOMER_ACTION","eventAction":"CREATED","version":1.0,"body":{"interactionId":"e",'
                   '"customerId":"p","interaction":{"type":"SIGN_UP"},"createdAt":"2024-02-06T10:00:00Z",'
                   '"updatedAt":"2024-02-06T10:00:00Z"}}\n')


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
