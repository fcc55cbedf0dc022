"""Hostile input: the run ends soon, in little memory, with the right code, and says what is wrong.

usage: hostile_test.py COMMAND [--long] [unittest arguments]

Long texts come through a pipe that is never in memory as a whole; what the command took at most is
asked of the system. Every layout of every kind is tried on every text. --long: gigabytes instead of
tens of megabytes.
"""
import gzip
import io
import json
import os
import resource
import subprocess
import sys
import threading
import time
import unittest
import zipfile

IS_LONG = "--long" in sys.argv
sys.argv = [argument for argument in sys.argv if argument != "--long"]

from command_case import COMMAND, IS_SANITIZED, Case  # noqa: E402

LAYOUTS = ("aixon/customers:json", "aixon/customers:csv", "aixon/upload-result:json", "expertsender/customers:json",
           "expertsender/customers:ndjson", "expertsender/customers:csv", "primedata/events:json", "primedata/events:ndjson",
           "primedata/events:csv", "wasabi/customer-action:json", "wasabi/customer-action:ndjson",
           "loyalty/customers:form", "loyalty/customers:delimited", "loyalty/customers:json", "loyalty/result:xml",
           "loyalty/result:jsonp", "loyalty/result:json")
MEBIBYTE = 1 << 20
SMALL_STACK_BYTES = 256 << 10
MAX_KIBIBYTES = 160 << 10
LONG_MEBIBYTES = 4096 if IS_LONG else 48

# Before the long stretch, and what it is made of.
LONG_TEXTS = {
    "aixon/customers:csv": (b"customuid,txt_a\n1,", b"x"),
    "aixon/customers:json": (b'{"header":["customuid","txt_a"],"data":[["1","', b"x"),
    "expertsender/customers:json": (b'{"mode":"Add","matchBy":"Email","data":[{"email":"', b"x"),
    "expertsender/customers:ndjson": (b'{"email":"', b"x"),
    "primedata/events:json": (b'{"items":[{"name":', b"9"),
    "wasabi/customer-action:ndjson": (b"{", b" "),
    "loyalty/customers:form": (b"user_id=", b"x"),
    "loyalty/customers:delimited": (b"code|email\n1|", b"x"),
    "loyalty/result:xml": (b"<result><a>", b"x"),
    "loyalty/result:jsonp": (b'cb({"a":"', b"x"),
}


def archive(name):
    text = io.BytesIO()
    with zipfile.ZipFile(text, "w") as packed:
        packed.writestr(name, "x" * 1000)
    return text.getvalue()


class Hostile(Case):
    def run_limited(self, *arguments, stdin=b"", stack=None, timeout=60):
        """Runs; stdin is bytes or a generator of them. Notes the memory that it took at most."""
        def limit():
            if stack:
                resource.setrlimit(resource.RLIMIT_STACK, (stack, stack))
        process = subprocess.Popen([COMMAND, *arguments], cwd=self.dir, env=self.environment(), stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, stderr=subprocess.STDOUT, preexec_fn=limit)

        def feed():
            try:
                for block in [stdin] if isinstance(stdin, bytes) else stdin:
                    process.stdin.write(block)
                process.stdin.close()
            except BrokenPipeError:
                pass
        feeder = threading.Thread(target=feed)
        killer = threading.Timer(timeout, process.kill)
        feeder.start()
        killer.start()
        self.stdout = process.stdout.read().decode(errors="replace")
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)  # so that nobody waits for it again
        killer.cancel()
        feeder.join()
        process.stdout.close()
        self.kibibytes, self.code = usage.ru_maxrss, process.returncode
        self.seconds = usage.ru_utime + usage.ru_stime
        return self.code

    def ends_well(self, *arguments, codes=(0, 1), **options):
        self.run_limited(*arguments, **options)
        self.assertIn(self.code, codes, f"{arguments}: {self.stdout[:500]}")


class Depth(Hostile):
    TEXTS = {
        "arrays": lambda n: "[" * n, "closed arrays": lambda n: "[" * n + "]" * n,
        "objects": lambda n: '{"a":' * n, "closed objects": lambda n: '{"a":' * n + "1" + "}" * n,
        "elements": lambda n: "<a>" * n, "closed elements": lambda n: "<a>" * n + "</a>" * n,
        "in a row": lambda n: '{"header":["customuid"],"data":[[' + "[" * n + "]" * n + "]]}",
        "in a record": lambda n: '{"data":[{"customFields":' + '{"a":' * n + "1" + "}" * n + "}]}",
        "calls": lambda n: "cb(" * n, "parentheses in a cell": lambda n: "customuid,txt_a\n1," + "(" * n + "\n",
    }

    def test_of_any_size_is_no_signal_on_a_small_stack(self):
        stack = None if IS_SANITIZED else SMALL_STACK_BYTES
        for name, text in self.TEXTS.items():
            for depth in (257, 200000) if IS_LONG else (200000,):
                self.write("in", text(depth))
                for number, layout in enumerate(LAYOUTS):
                    for more in ((), ("--tolerant",)) if IS_LONG else ((), ("--tolerant",))[number % 2:][:1]:
                        self.ends_well("validate", "-q", "--from", layout, *more, "in", stack=stack)
                self.ends_well("detect", "in", codes=(0, 1, 2), stack=stack)

    def test_over_the_limit_is_told_with_the_option(self):
        self.write("in", '{"a":' * 300 + "1" + "}" * 300 + "\n")
        self.ends_well("validate", "--from", "wasabi/customer-action:ndjson", "in", codes=(1,))
        self.assertIn("nested too deeply [limit.depth]", self.stdout)
        self.assertIn("--max-depth", self.stdout)
        self.ends_well("validate", "--from", "wasabi/customer-action:ndjson", "--max-depth", "400", "in", codes=(1,))
        self.assertNotIn("limit.depth", self.stdout)

    def test_raised_to_any_limit_is_no_signal_either(self):
        stack = None if IS_SANITIZED else SMALL_STACK_BYTES
        for name in ("closed arrays", "closed objects", "in a row", "in a record"):
            self.write("in", self.TEXTS[name](100000))
            for layout in LAYOUTS if IS_LONG else LAYOUTS[::3]:
                self.ends_well("validate", "-q", "--from", layout, "--max-depth", "1000000", "in", codes=(0, 1, 2), stack=stack)


class Length(Hostile):
    def long(self, layout):
        begin, piece = LONG_TEXTS[layout]
        yield begin
        for _ in range(LONG_MEBIBYTES):
            yield piece * MEBIBYTE

    def test_of_one_record_takes_bounded_memory(self):
        for layout in LONG_TEXTS:
            with self.subTest(layout=layout):
                self.ends_well("validate", "--from", layout, stdin=self.long(layout), codes=(1,), timeout=600)
                self.assertIn("[limit.record-size]", self.stdout)
                self.assertIn("--max-record-bytes" if layout != "loyalty/customers:form" or not IS_LONG else "split",
                              self.stdout)
                if not IS_SANITIZED:
                    most = MAX_KIBIBYTES + (600 << 10 if layout == "loyalty/customers:form" else 0)
                    self.assertLess(self.kibibytes, most)

    def test_of_an_unclosed_quote_takes_bounded_memory(self):
        def text():
            yield b'customuid,txt_a\n1,"'
            for _ in range(LONG_MEBIBYTES):
                yield b"x" * MEBIBYTE
        self.ends_well("validate", "--from", "aixon/customers:csv", stdin=text(), codes=(1,), timeout=600)
        self.assertIn("[limit.record-size]", self.stdout)
        if not IS_SANITIZED:
            self.assertLess(self.kibibytes, MAX_KIBIBYTES)

    def test_of_a_header_is_limited_by_columns(self):
        header = "customuid," + ",".join(f"txt_{n}" for n in range(20000)) + "\n"
        self.ends_well("validate", "--from", "aixon/customers:csv", stdin=header.encode(), codes=(1,))
        self.assertIn("more than 10000 columns [limit.columns]", self.stdout)
        self.assertIn("--max-columns", self.stdout)


class Bytes(Hostile):
    TEXTS = {
        "NUL": b"customuid,txt_a\n1,a\0b\n", "NULs alone": b"\0" * 1000, "ill-formed": b"customuid,txt_a\n1,a\xffb\n",
        "overlong": b"customuid,txt_a\n1,\xc0\xaf\n", "surrogate": b"customuid,txt_a\n1,\xed\xa0\x80\n",
        "too large": b"customuid,txt_a\n1,\xf4\x90\x80\x80\n", "cut": b"customuid,txt_a\n1,\xe2\x82",
        "json": b'{"header":["customuid","txt_a"],"data":[["1","\xff\0\xc0\xaf\xed\xa0\x80"]]}',
        "lone surrogates": b'{"eventType":"\\ud800","version":"\\udc00\\ud800"}\n', "all bytes": bytes(range(256)) * 100,
        "marks": b"\xef\xbb\xbf" * 1000, "returns": b"\r" * 10000, "quotes": b'"' * 10001, "percent": b"%" * 10000,
        "ampersands": b"&" * 10000, "tags": b"<" * 10000, "line separators": "\u2028\u2029\u0085".encode() * 1000,
    }

    def test_of_all_kinds_end_with_a_finding_or_none(self):
        for text in self.TEXTS.values():
            for layout in LAYOUTS:
                for more in ((), ("--tolerant",)):
                    self.ends_well("validate", "-q", "--from", layout, *more, stdin=text, codes=(0, 1, 2))
            self.ends_well("detect", stdin=text)
            self.ends_well("repair", "-q", "--from", "aixon/customers:csv", stdin=text, codes=(0, 1, 2))

    def test_that_are_no_text_are_told_with_their_place(self):
        for name in ("ill-formed", "overlong", "surrogate", "too large", "cut"):
            self.ends_well("validate", "--from", "aixon/customers:csv", stdin=self.TEXTS[name], codes=(1,))
            self.assertRegex(self.stdout, r"-:2:[34]: error: .*\[csv.bad-utf8\]")

    def test_of_another_kind_of_file_are_told_by_name(self):
        kinds = {"spreadsheet (xlsx)": archive("xl/workbook.xml"), "zip archive": archive("customers.csv"),
                 "web page": b"<!DOCTYPE html>\n<html><body><table></table></body></html>\n", "PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
                 "(xls)": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "UTF-16": "customuid,txt_a\n".encode("utf-16-le")}
        for kind, text in kinds.items():
            for layout in ("aixon/customers:csv", "expertsender/customers:json", "loyalty/customers:delimited"):
                self.ends_well("validate", "--from", layout, stdin=text, codes=(2,))
                self.assertIn(f"this looks like", self.stdout)
                self.assertIn(kind, self.stdout)


class Numbers(Hostile):
    def test_of_any_length_are_read_in_linear_time_and_kept(self):
        for number in ("1e400", "-1e-400", "9" * 1000000, "0." + "1" * 1000000, "1e" + "9" * 1000000, "1E+99999999999"):
            self.write("in.json", '{"header":["customuid","num_a"],"data":[["1",%s]]}\n' % number)
            self.ends_well("convert", "-q", "--to", "aixon/customers:json", "in.json", "-o", "out.json", codes=(0, 1))
            if self.code == 0:
                self.assertIn(number, self.read("out.json"))
            for layout in ("wasabi/customer-action:ndjson", "primedata/events:ndjson"):
                self.ends_well("validate", "-q", "--from", layout, stdin=('{"version":%s}\n' % number).encode())
            self.assertLess(self.seconds, 20)


class Repetition(Hostile):
    """Cost grows with the size, not with its square: 8 times the size may cost 24 times."""

    def rows(self, row):
        return lambda n: "customuid,txt_a\n" + row * n

    def test_costs_linear_time(self):
        texts = {
            "wasabi/customer-action:ndjson": (
                lambda n: "{" + ",".join(f'"m{i}":1' for i in range(n)) + "}\n",
                lambda n: "{" + ",".join(f'"m{i % 2}":1' for i in range(n)) + "}\n", lambda n: "x\n" * n),
            "expertsender/customers:json": (
                lambda n: "{" + ",".join(f'"m{i}":1' for i in range(n)) + ',"data":[]}',
                lambda n: "{" + ",".join('"m":1' for i in range(n)) + ',"data":[]}',
                lambda n: '{"data":[' + ",".join("{}" for i in range(n)) + "]}"),
            "aixon/customers:csv": (self.rows("1,a\n"), self.rows("1\n"), self.rows('1,a"b"c\n'), self.rows("\n"),
                                    lambda n: 'customuid,emailsha256\n1,"' + ",".join("x" * n) + '"\n',
                                    lambda n: "customuid\n1" + "," * n),
            "aixon/customers:json": (lambda n: '{"header":["customuid"],"data":[' + "," * n + "]}",
                                     lambda n: '{"header":["customuid"],"data":[' + ",".join("[]" for i in range(n)) + "]}"),
            "loyalty/customers:form": (lambda n: "&".join(f"p{i}=1" for i in range(n)), lambda n: "&".join("p=1" for i in range(n)),
                                       lambda n: "&".join(f"profiles_header_{i}=a" for i in range(n))),
            "loyalty/result:xml": (lambda n: "<r>" + '<a b="c"/>' * n + "</r>", lambda n: "<a>" * n, lambda n: "<r>" + "&amp;" * n,
                                   lambda n: "<r " + " ".join(f'a{i}="1"' for i in range(n)) + "/>",
                                   lambda n: "<!DOCTYPE a [" + '<!ENTITY a "&a;&a;">' * n + "]><a>&a;</a>"),
        }
        for layout, makers in texts.items():
            for number, make in enumerate(makers):
                for more in ((), ("--tolerant",)):
                    with self.subTest(layout=layout, text=number, more=more):
                        seconds = []
                        for count in (5000, 40000):
                            self.ends_well("validate", "--max-findings", "3", "--from", layout, *more, stdin=make(count).encode(),
                                           timeout=120)
                            seconds.append(max(self.seconds, 0.05))
                        self.assertLess(seconds[1] / seconds[0], 24, seconds)

    def test_of_members_is_told(self):
        self.ends_well("validate", "--from", "aixon/customers:json", codes=(1,),
                       stdin=b'{"header":["customuid"],"header":["customuid"],"data":[["1"]]}')
        self.assertIn("[json.duplicate-key]", self.stdout)


class Compressed(Hostile):
    TEXT = b"customuid,txt_a\n" + b"".join(b"%d,abc%d\n" % (n, n * n) for n in range(200))

    def zstd(self, text):
        self.write("plain.csv", text)
        self.check(("convert", "-q", "--from", "aixon/customers:csv", "--to", "aixon/customers:csv", "plain.csv", "-o", "packed.csv.zst"), 0)
        return (self.dir / "packed.csv.zst").read_bytes()

    def test_bombs_take_bounded_memory(self):
        """Much text of few bytes: it is read as it comes, and never held."""
        event = b'{"eventType":"a","eventAction":"b","version":"1.0.0"}\n'
        bombs = {"wasabi/customer-action:ndjson": gzip.compress(event * (60 * MEBIBYTE // len(event))),
                 "aixon/customers:csv": gzip.compress(b"customuid,txt_a\n1," + b"x" * (200 * MEBIBYTE))}
        for source, bomb in bombs.items():
            for command in (["validate", "--max-findings", "1"], ["convert", "-q", "--to", source.split(":", maxsplit=1)[0], "-o", "out.json"]):
                self.ends_well(*command, "--from", source, stdin=bomb, timeout=120)
                if not IS_SANITIZED:
                    self.assertLess(self.kibibytes, MAX_KIBIBYTES)
            self.ends_well("detect", stdin=bomb)

    def test_cut_at_every_byte_are_told(self):
        step = 1 if IS_LONG else 89
        for packed in (gzip.compress(self.TEXT), self.zstd(self.TEXT)):
            for size in [*range(5, 40, 1 if IS_LONG else 4), *range(40, len(packed), step), len(packed) - 1]:
                self.ends_well("validate", "--from", "aixon/customers:csv", stdin=packed[:size], codes=(3,))
                self.assertRegex(self.stdout, "-: .*(truncated|cut|ends|end)")
            self.ends_well("validate", "-q", "--from", "aixon/customers:csv", stdin=packed, codes=(0,))

    def test_with_wrong_bytes_are_told_or_still_right(self):
        for packed in (gzip.compress(self.TEXT), self.zstd(self.TEXT)):
            for at in range(4, len(packed), 3 if IS_LONG else 97):
                broken = bytearray(packed)
                broken[at] ^= 0x55
                self.ends_well("validate", "-q", "--from", "aixon/customers:csv", stdin=bytes(broken), codes=(0, 1, 2, 3))

    def test_cut_leave_no_output(self):
        self.write("cut.csv.gz", gzip.compress(self.TEXT)[:300])
        self.write("out.json", "old")
        self.ends_well("convert", "--from", "aixon/customers:csv", "--to", "aixon/customers:json", "cut.csv.gz", "-o", "out.json", codes=(3,))
        self.assertEqual(self.read("out.json"), "old")
        self.assertEqual(self.files(), ["cut.csv.gz", "out.json"])


class Schemas(Hostile):
    def judged(self, schema, record, codes=(0, 1, 2), **options):
        self.write("schema.json", schema if isinstance(schema, str) else json.dumps(schema))
        self.write("in.ndjson", record if isinstance(record, str) else json.dumps(record) + "\n")
        self.ends_well("validate", "--schema", "schema.json", "in.ndjson", codes=codes, **options)

    def test_with_patterns_that_explode_take_linear_time(self):
        for pattern in ("(a+)+$", "^(a|aa)*$", "^(a*)*b$", "(.*)(.*)(.*)(.*)x", "^(?=(a+)+$)b", "(?<!a+)b", "((a{0,100}){0,100}){0,100}",
                        "(x+x+)+y", "[" * 1000, "(" * 10000 + ")" * 10000, "a{1000000}", "\\1(a)", "(?<n>a)\\k<n>"):
            self.judged({"properties": {"a": {"pattern": pattern}}}, {"a": "a" * 50000 + "!"}, timeout=30)
            self.assertLess(self.seconds, 20, pattern)

    def test_with_references_that_lead_round_or_fan_out_end(self):
        ring = {"definitions": {"a": {"$ref": "#/definitions/b"}, "b": {"$ref": "#/definitions/a"}}, "$ref": "#/definitions/a"}
        self.judged(ring, {"a": 1})
        self.judged({"$ref": "#"}, {"a": 1})
        self.judged({"allOf": [{"$ref": "#"}, {"$ref": "#"}]}, {"a": 1})
        fan = {"definitions": {f"d{n}": {"allOf": [{"$ref": f"#/definitions/d{n + 1}"}] * 10} for n in range(40)},
               "$ref": "#/definitions/d0"}
        fan["definitions"]["d40"] = {"type": "object"}
        self.judged(fan, {"a": 1}, timeout=30)
        grows = {"properties": {"a": {"anyOf": [{"$ref": "#"}] * 8}}}
        self.judged(grows, '{"a":' * 200 + "1" + "}" * 200 + "\n", timeout=30)
        deep = '{"properties":{"a":' * 5000 + "{}" + "}}" * 5000
        self.judged(deep, {"a": 1}, stack=None if IS_SANITIZED else SMALL_STACK_BYTES)

    def test_open_no_file_outside_their_folder(self):
        self.write("secret.json", '{"type":"string"}')
        for place in ("../secret.json", "/etc/passwd", "file:///etc/passwd", "http://127.0.0.1:9/x.json", "sub/../../secret.json"):
            (self.dir / "inner").mkdir(exist_ok=True)
            self.write("inner/schema.json", json.dumps({"properties": {"a": {"$ref": place}}}))
            self.write("in.ndjson", '{"a":1}\n')
            self.ends_well("validate", "--schema", "inner/schema.json", "in.ndjson", codes=(2,))
            self.assertNotIn("root:", self.stdout)

    def test_of_formats_do_not_climb_out_either(self):
        self.write("formats/own/thing.schema.json", json.dumps({"$ref": "../../outside.json"}))
        self.write("outside.json", "{}")
        self.ends_well("formats", "check", "formats", codes=(1, 2))

    def test_that_map_much_to_one_place_are_bounded(self):
        rows = "customuid," + ",".join(f"txt_{n}" for n in range(200)) + "\n" + "1" + ",x" * 200 + "\n"
        self.write("in.csv", rows)
        fields = {f"txt_{n}": "/attributes/a" for n in range(200)}
        for mapping in ({"fields": fields}, {"fields": {"txt_1": "/attributes/" + "a/" * 10000}}, {"fields": {"txt_1": ["/attributes/a"] * 100000}},
                        {"map": fields}, [], "x", {"fields": {"*": "*"}}):
            self.write("map.json", json.dumps(mapping))
            self.ends_well("convert", "-q", "--from", "aixon/customers:csv", "--to", "expertsender/customers:ndjson", "--allow-loss", "--map",
                           "map.json", "in.csv", "-o", "out.ndjson", codes=(0, 1, 2))
            self.assertLess(self.kibibytes, 1 << 20)
        self.write("map.json", "[" * 100000)
        self.ends_well("convert", "-q", "--from", "aixon/customers:csv", "--to", "expertsender/customers:ndjson", "--map", "map.json", "in.csv",
                       "-o", "out.ndjson", codes=(2,), stack=None if IS_SANITIZED else SMALL_STACK_BYTES)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]], verbosity=1)
