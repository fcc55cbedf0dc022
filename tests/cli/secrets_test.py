"""Secrets: one on a command line is warned of, one in a file is for its owner alone.

    secrets_test.py COMMAND [test...]
"""
import unittest

from command_case import Case

SECRET = "not-a-real-key"
CUSTOMERS = "code|email\nA1|ann@example.com\n"
REQUEST = ["user_id=1", "type=customers_batch", "account_id=2", "delimiter=pipe", "campaigns_to_include=3",
           "overwrite_duplicates=update"]


class Secrets(Case):
    def setUp(self):
        super().setUp()
        self.write("customers.txt", CUSTOMERS)
        self.write("key.txt", SECRET + "\n")

    def told(self, *arguments, **options):
        """How often the rule is told; the secret itself never is."""
        self.run_command(*arguments, "--report-format", "jsonl", **options)
        self.assertNotIn(SECRET, self.stdout + self.stderr)
        return (self.stdout + self.stderr).count('"secret.on-command-line"')

    def validate(self, *settings, **options):
        return self.told("validate", "--from", "loyalty/customers:delimited", *settings, "--show-values", "customers.txt",
                         **options)

    def test_a_secret_on_the_command_line_is_warned_of_once(self):
        given = ("--set", f"user_password={SECRET}")
        self.assertEqual(self.validate(*given), 1)
        self.assertEqual(self.validate(*given, *given), 1)
        self.assertEqual(self.validate(*given, "--set", f"user_api_key={SECRET}"), 2)

    def test_a_secret_from_elsewhere_is_no_cause_for_a_warning(self):
        self.assertEqual(self.validate("--set-file", "user_password=key.txt"), 0)
        self.assertEqual(self.validate("--set-env", "user_password=KEY", env=self.environment(KEY=SECRET)), 0)
        self.assertEqual(self.validate("--set", "user_id=1"), 0)

    def test_what_a_header_of_the_request_holds_is_secret(self):
        self.write("ids.csv", "id,name\n1,Ann\n")
        given = ("--from", "aixon/customers:csv", "ids.csv")
        self.assertEqual(self.told("validate", *given, "--set", f"api_key={SECRET}"), 1)
        self.assertEqual(self.told("validate", *given, "--set", "node_description=Spring"), 0)

    def convert(self, output, *more):
        settings = [word for setting in REQUEST for word in ("--set", setting)]
        return self.run_command("convert", "--from", "loyalty/customers:delimited", "--to", "loyalty/customers:json", *settings,
                                "--set-file", "user_password=key.txt", *more, "customers.txt", "-o", output)

    def mode(self, name):
        return (self.dir / name).stat().st_mode & 0o777

    def test_a_file_with_secrets_is_for_its_owner_alone(self):
        self.assertEqual(self.convert("open.json"), 0, self.stderr)
        self.assertEqual(self.convert("closed.json", "--secrets-in-output"), 0, self.stderr)
        self.assertNotIn(SECRET, self.read("open.json"))
        self.assertIn(SECRET, self.read("closed.json"))
        self.assertEqual(self.mode("closed.json"), 0o600)

    def test_an_old_file_gets_the_mode_that_secrets_need(self):
        self.write("old.json", "").chmod(0o644)
        self.assertEqual(self.convert("old.json"), 0, self.stderr)
        self.assertEqual(self.mode("old.json"), 0o644)
        self.assertEqual(self.convert("old.json", "--secrets-in-output"), 0, self.stderr)
        self.assertEqual(self.mode("old.json"), 0o600)

    def test_parts_with_secrets_are_for_their_owner_alone(self):
        self.assertEqual(self.convert("parts/", "--secrets-in-output"), 0, self.stderr)
        self.assertIn(SECRET, self.read("parts/part-000001.json"))
        self.assertEqual({self.mode(name) for name in self.files() if name.startswith("parts/")}, {0o600})


if __name__ == "__main__":
    import sys

    unittest.main(argv=[sys.argv[0], *sys.argv[2:]], verbosity=0)
