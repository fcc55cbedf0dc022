"""How options of convert change what is written: delimiters, missing values, hashes, unknown columns,
times.

usage: convert_options_test.py COMMAND [unittest arguments]
"""
import hashlib
import json
import sys
import unittest

from command_case import Case

AIXON = ["--from", "aixon/customers:csv"]
SENDER = ["--from", "expertsender/customers:ndjson", "--set", "mode=Add", "--set", "matchBy=Email"]


def sha256(address):
    return hashlib.sha256(address.encode()).hexdigest()


class Delimiter(Case):
    def test_is_written_as_asked_and_cells_that_hold_it_are_quoted(self):
        self.write("a.csv", 'customuid,txt_a\n1,"x,y"\n2,x;y\n')
        for name, character in (("semicolon", ";"), ("tab", "\t"), ("|", "|")):
            self.check(["convert", *AIXON, "--to", "aixon/customers:csv", "--output-delimiter", name, "a.csv"], 0)
            quoted = '"x;y"' if character == ";" else "x;y"
            self.assertEqual(self.stdout, f"customuid{character}txt_a\n1{character}x,y\n2{character}{quoted}\n")
            self.check(["convert", *AIXON, "--delimiter", name, "--to", "aixon/customers:csv"], 0,
                       'customuid,txt_a\n1,"x,y"\n2,x;y\n', stdin=self.stdout)

    def test_stands_behind_a_column_without_a_name(self):
        text = ",customuid\nx,1\n"
        self.check(["convert", *AIXON, "--to", "aixon/customers:csv", "--ignore", "aixon.column-unknown"], 0, text, stdin=text)

    def test_is_refused_in_a_value_where_no_quotes_exist(self):
        self.write("a.txt", "code|first_name\n1|Ann,Bea\n")
        arguments = ["convert", "--from", "loyalty/customers:delimited", "--to", "loyalty/customers:delimited"]
        self.check([*arguments, "--output-delimiter", "tab", "a.txt"], 0, "code\tfirst_name\n1\tAnn,Bea\n")
        self.check([*arguments, "--output-delimiter", "comma", "a.txt", "-o", "b.txt"], 1)
        self.assertIn("loyalty.delimiter-in-value", self.stderr)
        self.assertEqual(self.files(), ["a.txt"])

    def test_is_refused_where_there_are_no_cells(self):
        self.write("a.csv", "customuid\n1\n")
        self.check(["convert", *AIXON, "--to", "aixon/customers:json", "--output-delimiter", ";", "a.csv"], 2, "")
        self.assertIn("has no delimiter", self.stderr)
        self.check(["convert", *AIXON, "--to", "loyalty/customers:form", "--output-delimiter", ";", "a.csv"], 2, "")
        self.assertIn("--set delimiter=", self.stderr)


class PlainAddresses(Case):
    def test_never_leave_for_a_format_that_takes_hashes(self):
        self.write("a.csv", 'customuid,email,txt_a\n1," Ann@X.pl,b@x.pl",x\n2,,y\n')
        for layout in ("json", "csv"):
            self.check(["convert", *AIXON, "--to", "aixon/customers:" + layout, "a.csv", "-o", "out." + layout], 0)
            self.assertIn("aixon.pii-plaintext-email", self.stderr)
        hashes = sha256("ann@x.pl") + "," + sha256("b@x.pl")
        self.assertEqual(json.loads(self.read("out.json")),
                         {"header": ["customuid", "emailsha256", "txt_a"], "data": [["1", hashes, "x"], ["2", "", "y"]]})
        self.assertEqual(self.read("out.csv"), f'customuid,emailsha256,txt_a\n1,"{hashes}",x\n2,,y\n')
        self.check(["validate", *AIXON, "a.csv"], 1)
        self.check(["validate", "out.csv", "out.json"], 0)

    def test_that_are_none_are_told_and_left_empty(self):
        self.write("a.csv", "customuid,email,emailsha256\n1,none," + sha256("c@x.pl") + "\n2,none,\n")
        self.check(["convert", *AIXON, "--to", "aixon/customers:csv", "a.csv"], 0,
                   "customuid,emailsha256\n1," + sha256("c@x.pl") + "\n2,\n")
        self.assertEqual(self.stderr.count("[convert.not-an-email]"), 2)
        self.assertIn("a.csv:2:3: warning", self.stderr)

    def test_leave_for_formats_that_take_them(self):
        self.write("a.csv", "customuid,email\n1,ann@x.pl\n")
        self.check(["convert", *AIXON, "--to", "expertsender/customers:ndjson", "--set", "mode=Add", "--set",
                    "matchBy=CrmId", "a.csv"], 0, '{"email":"ann@x.pl","crmId":"1"}\n')


class UnknownMembers(Case):
    RECORDS = ('{"email":"a@x.pl","consentsData":{"force":true,"hue":"x"},"foo":7,"bar":"7","deep":{"a":[1,{"b":null}]}}\n'
               '{"email":"b@x.pl","bar":"","none":null}\n')

    def test_come_back_through_a_table(self):
        self.write("a.ndjson", self.RECORDS)
        self.check(["convert", *SENDER, "--to", "expertsender/customers:csv", "a.ndjson", "-o", "a.csv"], 0)
        self.check(["convert", "--from", "expertsender/customers:csv", *SENDER[2:], "--to",
                    "expertsender/customers:ndjson", "a.csv"], 0, self.RECORDS)
        self.assertIn("schema.unknown-field", self.stderr)


class MissingValues(Case):
    RECORDS = '{"email":"a@x.pl","phone":null,"customAttributes":[{"name":"vip","value":null}]}\n'

    def convert(self, missing, to="expertsender/customers:ndjson", text=RECORDS, source=None):
        self.check(["convert", *(source or SENDER), "--to", to, "--missing", missing], 0, stdin=text)
        return self.stdout

    def test_are_written_as_asked_within_a_format(self):
        self.assertEqual(self.convert("null"), self.RECORDS)
        self.assertEqual(self.convert("absent"), '{"email":"a@x.pl","customAttributes":[]}\n')

    def test_are_written_as_asked_from_a_table(self):
        table = ["--from", "expertsender/customers:csv", *SENDER[2:]]
        text = "email,phone,firstName\na@x.pl,,Ann\n"
        self.assertEqual(self.convert("absent", text=text, source=table), '{"email":"a@x.pl","firstName":"Ann"}\n')
        self.assertEqual(self.convert("null", text=text, source=table),
                         '{"email":"a@x.pl","phone":null,"firstName":"Ann"}\n')

    def test_are_written_as_asked_between_formats(self):
        text = "customuid,txt_first_name\n1,\n"
        arguments = [*AIXON, "--set", "mode=Add", "--set", "matchBy=CrmId"]
        self.assertEqual(self.convert("null", text=text, source=arguments), '{"crmId":"1","firstName":null}\n')
        self.assertEqual(self.convert("absent", text=text, source=arguments), '{"crmId":"1"}\n')
        back = ["--from", "expertsender/customers:ndjson"]
        text = '{"email":"a@x.pl","crmId":"1","firstName":null}\n'
        written = json.loads(self.convert("empty", "aixon/customers:json", text, back))
        self.assertEqual(written["data"][0][-1], "")
        written = json.loads(self.convert("null", "aixon/customers:json", text, back))
        self.assertIsNone(written["data"][0][-1])

    def test_are_refused_as_the_layout_has_no_way_to_write_them(self):
        self.check(["convert", *AIXON, "--to", "aixon/customers:csv", "--missing", "null"], 2, "", stdin="customuid\n1\n")
        self.assertIn("no way to write", self.stderr)


class Envelopes(Case):
    SENDER = ["convert", "--from", "expertsender/customers:json", "--to", "expertsender/customers:json"]

    def request(self, name, mode, crm_id):
        self.write(name, json.dumps({"mode": mode, "matchBy": "CrmId", "data": [{"crmId": crm_id}]}))

    def test_that_differ_are_never_decided_between(self):
        self.request("a.json", "Add", "1")
        self.request("b.json", "Update", "2")
        self.check([*self.SENDER, "a.json", "b.json", "-o", "c.json"], 1)
        self.assertIn("b.json:1:1: error: mode differs from that of the first file [input.envelopes-differ]", self.stderr)
        self.assertEqual(self.files(), ["a.json", "b.json"])

    def test_become_one_where_the_caller_decides_or_they_agree(self):
        self.request("a.json", "Add", "1")
        self.request("b.json", "Update", "2")
        self.request("same.json", "Add", "2")
        self.check([*self.SENDER, "--set", "mode=Update", "a.json", "b.json"], 0,
                   '{"mode":"Update","matchBy":"CrmId","data":[\n{"crmId":"1"},\n{"crmId":"2"}\n]}\n')
        self.check([*self.SENDER, "a.json", "same.json"], 0)
        self.check([*self.SENDER[:-1], "expertsender/customers:ndjson", "a.json", "b.json"], 0,
                   '{"crmId":"1"}\n{"crmId":"2"}\n')

    def test_of_forms_may_name_other_delimiters(self):
        head = "type=customers_batch&user_id=u&account_id=a&profiles_header_1=code&profiles_header_2=first_name&"
        head += "campaigns_to_include=c&"
        self.write("a.form", head + "delimiter=pipe&Profiles_Data=1%7CAnn")
        self.write("b.form", head + "delimiter=tab&Profiles_Data=2%09Bob")
        self.write("c.form", head.replace("account_id=a", "account_id=b") + "delimiter=pipe&Profiles_Data=2%7CBob")
        convert = ["convert", "--from", "loyalty/customers:form", "--to", "loyalty/customers:form", "a.form"]
        self.check([*convert, "b.form"], 0)
        self.assertIn("1%7CAnn%0A2%7CBob", self.stdout)
        self.check([*convert, "c.form", "-o", "out.form"], 1)
        self.assertIn("account_id differs", self.stderr)


class Times(Case):
    HEAD = "id,profile_id,event_name,time_stamp,sent_at,input_schema_version,properties.plan\n"
    EVENTS = ["--from", "primedata/events:csv", "--to", "primedata/events:ndjson"]

    def times(self, *arguments, rows):
        """The time_stamp of each record that comes out."""
        self.check(["convert", *self.EVENTS, *arguments], 0, stdin=self.HEAD + "".join(
            f"e{i},p,PlanChanged,{time},2023-01-01T20:00:00Z,0.1,{plan}\n" for i, (time, plan) in enumerate(rows)))
        return [json.loads(line)["time_stamp"] for line in self.stdout.splitlines()]

    def test_without_offset_get_that_of_the_zone_at_their_date(self):
        rows = [("2023-01-01T20:00:00", "a"), ("2023-07-01T20:00:00", "b"), ("2023-07-01T20:00:00Z", "c")]
        plain = [time for time, _ in rows]
        self.assertEqual(self.times(rows=rows), plain)
        self.assertEqual(self.times("--time-zone", "Europe/Warsaw", rows=rows),
                         [plain[0] + "+01:00", plain[1] + "+02:00", plain[2]])
        self.assertIn("2 repaired", self.stderr)
        self.assertEqual(self.times("--time-zone", "-03:00", rows=rows), [plain[0] + "-03:00", plain[1] + "-03:00", plain[2]])

    def test_that_were_twice_or_never_stay_as_they_are(self):
        rows = [("2023-10-29T02:30:00", "a"), ("2023-03-26T02:30:00", "b")]
        self.assertEqual(self.times("--time-zone", "Europe/Warsaw", rows=rows), [time for time, _ in rows])
        self.assertNotIn("repaired", self.stderr)

    def test_with_colons_are_written_as_they_were_read_past(self):
        rows = [("2023:01:01T20:00:00Z", "a"), ("2023-01-02T20:00:00Z", "b"), ("2023:01:03T20:00:00Z", "c")]
        self.assertEqual(self.times(rows=rows), [time for time, _ in rows])
        mended = [time.replace("2023:01:", "2023-01-") for time, _ in rows]
        self.assertEqual(self.times("--tolerant", rows=rows), mended)
        self.assertEqual(self.times("--tolerant", "--threads", "3", rows=rows * 5000), mended * 5000)

    def test_are_mended_in_flat_rows_of_documents_and_between_formats(self):
        event = {"eventType": "CUSTOMER_ACTION", "eventAction": "CREATED", "version": 1.0, "body": {
            "interactionId": "i", "customerId": "c", "interaction": {"type": "SIGN_UP", "subscriptionContractId": "7"},
            "createdAt": "2024-02-06T10:00:00", "updatedAt": "2024-02-06T12:45:00"}}
        self.write("a.json", json.dumps(event, indent=1))
        arguments = ["convert", "--from", "wasabi/customer-action", "a.json", "--time-zone", "Asia/Ho_Chi_Minh", "--to"]
        self.check([*arguments, "wasabi/customer-action:csv"], 0)
        self.assertTrue(self.stdout.endswith(",2024-02-06T10:00:00+07:00,2024-02-06T12:45:00+07:00\n"), self.stdout)
        self.check([*arguments, "primedata/events:ndjson", "--allow-loss"], 0)
        self.assertIn('"time_stamp":"2024-02-06T10:00:00+07:00"', self.stdout)

    def test_are_judged_in_their_zone(self):
        self.write("a.csv", self.HEAD + "e1,p,PlanChanged,2023-01-01T20:00:00,2023-01-01T20:00:00Z,0.1,a\n")
        self.check(["validate", "--strict", "--from", "primedata/events:csv", "a.csv"], 1)
        self.check(["validate", "--strict", "--from", "primedata/events:csv", "--time-zone", "Z", "a.csv"], 0)

    def test_of_an_unknown_zone_are_wrong_use(self):
        for name in ("Europe/Warsawa", "soon", "+25:00"):
            self.check(["validate", "--time-zone", name], 2, "", stdin="x")
            self.assertIn("unknown time zone", self.stderr)


class LossInReports(Case):
    def test_stands_beside_the_summary_with_its_counts(self):
        self.write("a.csv", "customuid,txt_first_name\n1,Ann\n2,\n")
        arguments = ["convert", *AIXON, "--to", "expertsender/customers:ndjson", "--set", "mode=Add", "--set",
                     "matchBy=CrmId", "a.csv", "-o", "out.ndjson", "--report", "report", "--report-format"]
        self.check([*arguments, "json"], 0)
        loss = json.loads(self.read("report"))["summary"]["loss"]
        self.assertEqual((loss["from"], loss["to"]), ("aixon/customers", "expertsender/customers"))
        records = {field["source"]: field["records"] for field in loss["fields"]}
        self.assertEqual((records["customuid"], records["txt_first_name"]), (2, 1))
        self.check([*arguments, "jsonl"], 0)
        lines = [json.loads(line) for line in self.read("report").splitlines()]
        self.assertEqual([line["type"] for line in lines[-2:]], ["loss", "summary"])
        self.assertEqual(lines[-2]["fields"], loss["fields"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[2:])
