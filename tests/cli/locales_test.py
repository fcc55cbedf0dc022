"""Customers of fifteen countries, in a table of one's own, become uploads and come back with every value.

usage: locales_test.py COMMAND [unittest arguments]

The format is the one that `formats draft` writes of the table, its todos taken away.
"""
import csv
import io
import json
import random
import sys
import unittest

from command_case import Case

# Given names, family names, a word of the country.
LOCALES = {
    "pl": ("Żaneta Łucja Święcisława", "Źdźbło Ćwikła-Mąka Ślęzak", "zażółć gęślą jaźń"),
    "vi": ("Ánh Thị Đức", "Nguyễn Trần Phạm", "Hồ Chí Minh, Đường 3/2"),
    "cs": ("Řehoř Šárka Žofie", "Dvořáková Němec Kříž", "příliš žluťoučký kůň"),
    "de": ("Jürgen Käthe Günther", "Weiß Groß-Müller Öztürk", "Straße \"Unter den Linden\""),
    "fr": ("Zoé Anaïs François", "L'Hôpital Lefèvre Œillet", "ça & là; «déjà vu»"),
    "tr": ("İpek Işıl Çağrı", "Yılmaz Şahin Ğ", "ISPARTA ılık"),
    "el": ("Γεώργιος Ελένη Ζωή", "Παπαδόπουλος Ωνάσης Ψαρράς", "ΟΔΟΣ ΕΡΜΟΥ"),
    "ru": ("Фёдор Любовь Ёлка", "Щербаков Эйзенштейн Ы", "съешь ещё"),
    "he": ("שָׁלוֹם רות נועה", "כהן לוי בן־דוד", "רחוב הרצל 5"),
    "ar": ("محمد فاطمة ليلى", "الحسن بن-علي ؤ", "شارع ١٢٣"),
    "hi": ("क्षितिज प्रिया ज्ञान", "शर्मा द्विवेदी श्री", "नई दिल्ली"),
    "th": ("สมชาย น้ำฝน กฤษณ์", "วงศ์สวัสดิ์ ศรีสุข ณ", "กรุงเทพฯ"),
    "ja": ("葛󠄀子 翔太 さくら", "髙橋 渡邉 ｶﾀｶﾅ", "東京都港区１−２"),
    "ko": ("지우 서연 현우", "김 남궁 황보", "서울특별시"),
    "zh": ("𠮷祥 小明 婷婷", "歐陽 陳 龘", "臺北市，信義路"),
}
COLUMNS = ["customer_id", "first_name", "last_name", "email", "phone", "birth_date", "points", "note"]
SENDER = ["--set", "mode=Add", "--set", "matchBy=CrmId"]
# What each target holds of them.
TARGETS = {
    "expertsender/customers:ndjson": COLUMNS,
    "expertsender/customers:csv": COLUMNS,
    "loyalty/customers:delimited": COLUMNS[:6],
    "loyalty/customers:json": COLUMNS[:6],
    "aixon/customers:csv": ["customer_id", "first_name", "last_name", "birth_date", "points", "note"],
    "aixon/customers:json": ["customer_id", "first_name", "last_name", "birth_date", "points", "note"],
}


def customers():
    draw = random.Random(15)
    rows = []
    for given, family, words in LOCALES.values():
        for _ in range(20):
            number = len(rows)
            rows.append({"customer_id": f"{number:06}", "first_name": draw.choice(given.split()), "last_name": draw.choice(family.split()),
                         "email": f"c{number}@example.com", "phone": f"+48{600000000 + number}",
                         "birth_date": f"{draw.randrange(1, 29):02}.{draw.randrange(1, 13):02}.{draw.randrange(1930, 2010)}",
                         "points": f"{draw.randrange(1000)},{draw.randrange(100):02}",
                         "note": draw.choice([words, words.split()[-1], words + ';"x"', "00123", "1e5"])})
    return rows


def as_csv(rows, columns):
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, delimiter=";", lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


class Locales(Case):
    def draft(self, name, table):
        """A format for the table, ready to convert."""
        self.write(f"{name}.csv", table)
        self.check(["formats", "draft", f"{name}.csv", "--name", f"crm/{name}", "-o", "my/"], 0)
        path = self.dir / f"my/crm/{name}.schema.json"
        schema = json.loads(path.read_text())
        for column in schema["properties"].values():
            column.get("x-crosswalk", {}).pop("todo", None)
        path.write_text(json.dumps(schema, ensure_ascii=False))

    def test_come_back_from_every_upload_as_they_were(self):
        rows = customers()
        self.assertEqual(len(rows), 300)
        for number, (target, columns) in enumerate(TARGETS.items()):
            with self.subTest(target):
                table = as_csv(rows, columns)
                name = f"c{number}"
                self.draft(name, table)
                settings = SENDER if target.startswith("expertsender") else [
                    "--set", "user_id=u", "--set", "account_id=a", "--set", "campaigns_to_include=1"]
                convert = ["convert", "--formats-dir", "my", *settings]
                self.check([*convert, "--from", f"crm/{name}", "--to", target, f"{name}.csv", "-o", f"{name}.up"], 0)
                self.check([*convert, "--from", target, "--to", f"crm/{name}:csv", f"{name}.up", "-o", f"{name}.back",
                            "--select", ",".join(columns)], 0)
                self.assertEqual(self.read(f"{name}.back"), table)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[2:])
