"""`crosswalk validate --schema`: what a schema of the user's own judges, and what is refused in one.

usage: own_schema_test.py COMMAND [unittest arguments]

No schema may end the command otherwise than with a code of its own: each hostile one is told with
its place. Nothing is fetched, so no test needs a network or is stopped by one.
"""
import json
import sys
import unittest

from command_case import Case


class OwnSchema(Case):
    SCHEMA = """{"type": "object", "required": ["id"],
 "properties": {"id": {"type": "integer", "minimum": 1}, "tags": {"$ref": "tags.json"}}}"""

    def setUp(self):
        super().setUp()
        self.write("s/own.json", self.SCHEMA)
        self.write("s/tags.json", '{"type": "array", "items": {"type": "string"}}')

    def test_judges_documents_and_tables(self):
        self.write("good.json", '{"id": 1, "tags": ["a"]}')
        self.write("bad.json", '{"id": 0, "tags": ["a", 1]}')
        self.write("rows.csv", "id,name\n1,Ann\nx,Bob\n")
        self.assertEqual(self.run_command("validate", "--schema", "s/own.json", "good.json"), 0, self.stderr)
        self.assertEqual(self.run_command("validate", "--schema", "s/own.json", "--report-format", "jsonl",
                                          "good.json", "bad.json", "rows.csv"), 1)
        told = [json.loads(line) for line in self.stdout.splitlines()]
        self.assertEqual([(f["rule"], f["line"], f["column"]) for f in told if f["type"] == "finding"],
                         [("schema.range", 1, 8), ("schema.type", 1, 25), ("schema.type", 3, 1)])
        self.assertEqual((told[-1]["files"], told[-1]["records"], told[-1]["invalid"]), (3, 4, 2))

    def test_judges_lines_one_by_one(self):
        lines = '{"id": 1}\n{"id": 0}\n{"tags": []}\n'
        for name in "rows.ndjson", "rows.txt":
            self.write(name, lines)
            self.assertEqual(self.run_command("validate", "--schema", "s/own.json", "--report-format", "jsonl", name), 1)
            told = [json.loads(line) for line in self.stdout.splitlines()]
            self.assertEqual([(f["rule"], f["line"], f["record"]) for f in told[:-1]],
                             [("schema.range", 2, 2), ("schema.required", 3, 3)])
            self.assertEqual((told[-1]["records"], told[-1]["invalid"]), (3, 2))

    def test_judges_nested_members_under_dotted_columns(self):
        self.write("s/nested.json", """{"type": "array", "items": {"required": ["who"], "properties": {
 "who": {"required": ["age"], "properties": {"age": {"type": "integer"}, "name": {"minLength": 2}}},
 "tags": {"type": "array", "items": {"type": "string", "enum": ["a", "b"]}}}}}""")
        self.write("rows.csv", "who.name,who.age,tags,other\nAnn,7,\"a,b\",x\nB,old,\"a,c\",\nCy,,,\n")
        self.assertEqual(self.run_command("validate", "--schema", "s/nested.json", "--report-format", "jsonl", "rows.csv"), 1)
        told = [json.loads(line) for line in self.stdout.splitlines()]
        self.assertEqual([(f["rule"], f["line"], f["column"], f["field"]) for f in told[:-1]],
                         [("schema.min-length", 3, 1, "who.name"), ("schema.type", 3, 3, "who.age"),
                          ("schema.enum", 3, 7, "tags"), ("schema.required", 4, 4, "who.age")])

    def test_reads_standard_input(self):
        self.assertEqual(self.run_command("validate", "--schema", "s/own.json", stdin='{"id": 2}'), 0, self.stderr)

    def test_runs_on_either_engine(self):
        self.write("s/plain.json", '{"type": "integer"}')
        for engine in "compiled", "reference":
            self.assertEqual(self.run_command("validate", "--engine", engine, "--schema", "s/plain.json",
                                              stdin='"x"'), 1, self.stderr)

    def test_leaves_no_room_for_another_format(self):
        self.assertEqual(self.run_command("validate", "--schema", "s/own.json", "--from", "shop/customers"), 2)
        self.assertEqual(self.run_command("convert", "--schema", "s/own.json", "--to", "shop/customers"), 2)

    def test_that_is_not_there_cannot_be_read(self):
        self.assertEqual(self.run_command("validate", "--schema", "none.json", stdin="{}"), 3)

    def test_that_does_not_load_is_told_with_its_place(self):
        chain = ",".join('"d%d": {"allOf": [{"$ref": "#/definitions/d%d"}, {"$ref": "#/definitions/d%d"}]}' %
                         (i, i + 1, i + 1) for i in range(60))
        for text, place in (
                ('{\n"type": }', "own.json:2:9: this is not JSON"),
                ("", "own.json:1:1: this is not JSON"),
                ("[]", "own.json:1:1: wanted a schema"),
                ('{"x-crosswalk": {"pi": "email"}}', "own.json:1:18: unknown word of x-crosswalk \"pi\" "
                                                     "(did you mean pii?), at /x-crosswalk/pi"),
                ('{"definitions": {"a": {"$ref": "#/definitions/a"}}}',
                 "own.json:1:23: this schema leads back to itself on the same value, at /definitions/a"),
                ('{"$ref": "http://127.0.0.1:9/x.json"}', "own.json:1:10: \"http://127.0.0.1:9/x.json\" is not "
                                                        "at hand, and nothing is fetched, at /$ref"),
                ('{"not": {"$ref": "../outside.json"}}', "own.json:1:18: a $ref leads out of the schema's folder"),
                ('{"$ref": "/etc/passwd"}', "own.json:1:10: a $ref leads out of the schema's folder"),
                ('{"$ref": "none.json"}', "/none.json\" is not at hand"),
                ('{"$ref": "#/a"}', "own.json:1:10: \"#/a\" leads nowhere"),
                ('{"pattern": "(a"}', "own.json:1:13: a ( without )"),
                ('{"patternProperties": {"a": {}, "[": {}}}', "own.json:1:33: a [ without ]"),
                ('{"pattern": "(a{1000}){1000}"}', "own.json:1:13: a pattern whose repeats make more than"),
                ('{"pattern": "' + "(" * 9999 + '"}', "own.json:1:13: groups nested too deeply"),
                ('{"multipleOf": 0}', "own.json:1:16: wanted a number above 0, at /multipleOf"),
                ('{"multipleOf": 0e5}', "own.json:1:16: wanted a number above 0"),
                ('{"type": 5}', "own.json:1:10: wanted"),
                ('{"minLength": "3"}', "own.json:1:15: wanted a whole number"),
                ('{"required": "id"}', "own.json:1:14: wanted a list"),
                ('{"properties": {"a": 5}}', "own.json:1:22: wanted a schema"),
                ('{"items": [{}, 7]}', "own.json:1:16: wanted a schema"),
                ('{"$schema": "http://json-schema.org/draft-04/schema#"}', "own.json:1:13: wanted http://json-"),
                ('{"not": ' * 300 + "{}" + "}" * 300, "own.json:1:2049: nested deeper than 256 levels"),
                ('{"$ref": "#/definitions/d0", "definitions": {' + chain + ', "d60": {}}}',
                 "this schema asks more than 100,000 schemas of one value, at /definitions/d")):
            self.write("s/own.json", text)
            with self.subTest(text=text[:60]):
                self.assertEqual(self.run_command("validate", "--schema", "s/own.json", stdin="{}"), 2)
                self.assertIn(place, self.stderr)
                self.assertEqual((self.stdout, self.stderr.count("\n")), ("", 1))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
