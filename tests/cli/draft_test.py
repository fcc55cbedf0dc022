"""Formats drafted from samples in five languages, driven as a user would.

usage: draft_test.py COMMAND [unittest arguments]

Each sample is written in the encoding that exports of its language come in.
"""
import json
import shutil
import sys
import unicodedata
import unittest

from command_case import Case


def in_windows_1258(text):
    """Vietnamese as that encoding writes it: a letter, then its tone as a mark of its own."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    letters = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
        letters.append(base + "".join(part for part in parts if part in tones))
    return "".join(letters).encode("cp1258")


class Draft(Case):
    """Formats of one's own, from samples in five languages."""

    SAMPLES = (
        ("windows-1250", lambda text: text.encode("cp1250"), ";",
         "ID klienta;Imię;Nazwisko;Data urodzenia;Telefon;E-mail;Saldo;Punkty\n"
         "007;Zofia;Żuk;31.12.1990;601 234 567;zofia@example.pl;1 204,50;5\n"
         "008;Paweł;Łoś;brak;;pawel@example.pl;0,50;7\n",
         {"ID klienta": {"is": ["/ids/crm"], "as": "text", "pii": "id"},
          "Imię": {"is": ["/first_name"], "as": "text", "pii": "name"},
          "Data urodzenia": {"is": ["/birth_date"], "as": "date", "form": "DD.MM.YYYY", "none": ["brak"], "pii": "none"},
          "Telefon": {"is": ["/phones"], "as": "text", "pii": "phone"},
          "E-mail": {"is": ["/emails"], "as": "text", "pii": "email"},
          "Saldo": {"is": ["/attributes/Saldo"], "as": "number", "decimal": ",", "group": " "},
          "Punkty": {"is": ["/attributes/Punkty"], "as": "integer"}}),
        ("utf-8", lambda text: text.encode(), ",",
         "Họ tên,Ngày sinh,Số điện thoại,Địa chỉ\nNguyễn Văn An,31/12/1990,0912345678,Hà Nội\n",
         {"Họ tên": {"is": ["/full_name"], "as": "text", "pii": "name"},
          "Ngày sinh": {"is": ["/birth_date"], "as": "date", "form": "DD/MM/YYYY", "pii": "none"},
          "Số điện thoại": {"is": ["/phones"], "as": "text", "pii": "phone"}}),
        ("windows-1258", in_windows_1258, ";",
         "Họ;Tên;Ngày sinh;Thành phố\nNguyễn;An;31/12/1990;Hà Nội\n",
         {"Ngày sinh": {"is": ["/birth_date"], "as": "date", "form": "DD/MM/YYYY", "pii": "none"}}),
        ("big5", lambda text: text.encode("big5"), ",",
         "姓名,出生日期,手機,電子郵件\n陳大文,1990/12/31,0912345678,chen@example.tw\n",
         {"姓名": {"is": ["/full_name"], "as": "text", "pii": "name"},
          "出生日期": {"is": ["/birth_date"], "as": "date", "form": "YYYY/MM/DD", "pii": "none"},
          "電子郵件": {"is": ["/emails"], "as": "text", "pii": "email"}}),
        ("gb18030", lambda text: text.encode("gb18030"), ",",
         "姓名,出生日期,手机,电子邮件\n王小明,1990年12月31日,13912345678,wang@example.cn\n",
         {"出生日期": {"is": ["/birth_date"], "as": "date", "form": "YYYY年MM月DD日", "pii": "none"},
          "手机": {"is": ["/phones"], "as": "text", "pii": "phone"}}),
        ("windows-1252", lambda text: text.encode("cp1252"), ";",
         "Kunden-Nr.;Vorname;Nachname;Geburtsdatum;Straße;PLZ;Ort;Umsatz\n"
         "00017;Jörg;Müller;1.2.1985;Hauptstr. 1;01067;Dresden;1.204,50\n",
         {"Straße": {"is": ["/address/street1"], "as": "text", "pii": "name"},
          "PLZ": {"is": ["/address/postal_code"], "as": "text", "pii": "none"},
          "Geburtsdatum": {"is": ["/birth_date"], "as": "date", "form": "D.M.YYYY", "pii": "none"},
          "Umsatz": {"is": ["/attributes/Umsatz"], "as": "number", "decimal": ",", "group": "."}}),
        ("utf-16le", lambda text: text.encode("utf-16"), "\t",
         "First Name\tLast Name\tDate of birth\tZIP\nAnn\tLee\t12/31/1990\t02134\n",
         {"First Name": {"is": ["/first_name"], "as": "text", "pii": "name"},
          "Date of birth": {"is": ["/birth_date"], "as": "date", "form": "MM/DD/YYYY", "pii": "none"}}),
    )

    def draft(self, data, *options):
        shutil.rmtree(self.dir / "mine", ignore_errors=True)
        self.write("sample.csv", data)
        self.check(["formats", "draft", "sample.csv", "--name", "crm/customers", "-o", "mine/", *options], 0, None, "")
        return json.loads(self.read("mine/crm/customers.schema.json"))

    def test_knows_columns_forms_and_encodings_of_five_languages(self):
        for encoding, encode, delimiter, text, expected in self.SAMPLES:
            with self.subTest(encoding=encoding):
                schema = self.draft(encode(text))
                layout = schema["x-crosswalk"]["layouts"]["csv"]
                self.assertEqual((layout["encoding"], layout["delimiter"]), (encoding, [delimiter]))
                properties = json.loads(unicodedata.normalize("NFC", json.dumps(schema["properties"], ensure_ascii=False)))
                self.assertEqual(list(properties), text.split("\n", 1)[0].split(delimiter))
                for name, words in expected.items():
                    found = properties[name]["x-crosswalk"]
                    found.pop("todo", None)
                    self.assertEqual(found, words, name)
                values = set(text.replace("\n", delimiter).split(delimiter)) - set(properties) - {"brak"}
                for value in values:
                    if len(value) > 2:
                        self.assertNotIn(value, json.dumps(properties, ensure_ascii=False))
                self.check(["formats", "check", "mine"], 0, None, "")

    def test_writes_a_format_that_validates_at_once(self):
        good = "Kunden-Nr.;Geburtsdatum;Umsatz\n1;31.12.1990;1,5\n2;-;\n"
        self.draft(good)
        self.check(["validate", "--formats-dir", "mine", "--from", "crm/customers:csv", "sample.csv"], 0, None, "")
        self.write("bad.csv", "Kunden-Nr.;Geburtsdatum;Umsatz\n1;31.02.1990;1,5\n2;30.01.1990;1.5\n")
        self.check(["validate", "--formats-dir", "mine", "--from", "crm/customers:csv", "--report-format", "github",
                    "bad.csv"], 1, None, "")
        self.assertIn("line=2,col=3,title=schema.format::", self.stdout)
        self.assertIn("line=3,col=14,title=schema.type::", self.stdout)

    def test_does_not_convert_before_its_todos_are_done(self):
        self.draft("Imię;Punkty\nZofia;5\n")
        convert = ["convert", "--formats-dir", "mine", "--from", "crm/customers:csv", "--to", "crm/customers:csv",
                   "sample.csv", "-o", "-"]
        self.check(convert, 2, "")
        self.assertIn("crm/customers cannot be converted: 1 todo in ", self.stderr)
        schema = json.loads(self.read("mine/crm/customers.schema.json"))
        del schema["properties"]["Punkty"]["x-crosswalk"]["todo"]
        self.write("mine/crm/customers.schema.json", json.dumps(schema))
        self.check(convert, 0, "Imię;Punkty\nZofia;5\n")

    def test_reads_what_it_drafted_in_the_encoding_of_the_sample(self):
        text = "Imię;Nazwisko\nZofia;Żuk\n"
        self.draft(text.encode("cp1250"))
        convert = ["convert", "--formats-dir", "mine", "--from", "crm/customers:csv", "--to", "crm/customers:csv"]
        self.check(["validate", *convert[1:5], "sample.csv"], 0)
        self.check([*convert, "sample.csv", "-o", "same.csv"], 0, "")
        self.assertEqual((self.dir / "same.csv").read_bytes(), text.encode("cp1250"))
        self.check([*convert, "--output-encoding", "utf-8", "sample.csv"], 0, text)

    def test_tells_what_is_left_to_do_and_never_a_value(self):
        self.write("sample.csv", "Imię;Punkty\nZofia;77\n")
        self.check(["formats", "draft", "sample.csv", "--name", "crm/customers", "-o", "mine/"], 0, """\
mine/crm/customers.schema.json: 2 columns, utf-8
  todo: Punkty: say which field this is, or leave it an attribute; and whether it is personal data
Mend the todos and remove them: until then the format validates and does not convert.
Try it: crosswalk formats check mine/
""", "")

    def test_refuses_what_it_cannot_draft(self):
        self.write("sample.csv", "1;ann@example.com\n")
        draft = ["formats", "draft", "sample.csv"]
        self.check([*draft, "-o", "mine/"], 2, "", "crosswalk formats: say what to call the format with --name VENDOR/NAME\n")
        self.check([*draft, "--name", "a/b"], 2, "", "crosswalk formats: say where your formats stand with -o DIR/\n")
        self.check([*draft, "--name", "a/b", "-o", "mine/"], 2, "")
        self.assertNotIn("ann", self.stderr)
        self.check([*draft, "--name", "a/b", "-o", "mine/", "--column-names", "id,mail"], 0, None, "")
        self.check([*draft, "--name", "a/b", "-o", "mine/", "--column-names", "id,mail"], 2, "")
        self.assertIn("is there already", self.stderr)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
