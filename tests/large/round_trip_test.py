#!/usr/bin/env python3
"""A generated file of customers becomes JSON and a CSV again, as one body and as parts, and a form.

usage: round_trip_test.py --command CROSSWALK --generator GENERATE_CUSTOMERS --rows N
                          [--max-mebibytes M]

Held: the CSV comes back byte for byte; no part is over the limit of a request; the resident memory
of each run stays under M MiB, the set of keys that must be unique (about 64 bytes a row) apart.
"""
import argparse
import filecmp
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PART_BYTES = 1_000_000
KEY_BYTES = 64


class Runner:
    def __init__(self, options):
        self.options = options
        self.faults = []

    def run(self, title, *arguments):
        """Runs the command to its end and notes how much memory it took."""
        begin = time.monotonic()
        child = os.spawnv(os.P_NOWAIT, self.options.command, [self.options.command, *map(str, arguments)])
        _, status, usage = os.wait4(child, 0)
        mebibytes = usage.ru_maxrss / 1024
        seconds = time.monotonic() - begin
        print(f"{title}: {seconds:.2f} s, {usage.ru_utime + usage.ru_stime:.2f} s of CPU, {mebibytes:.1f} MiB", flush=True)
        if status != 0:
            self.faults.append(f"{title}: exit code {os.waitstatus_to_exitcode(status)}")
        limit = self.options.max_mebibytes
        if limit and mebibytes > limit + self.options.rows * KEY_BYTES / 2**20:
            self.faults.append(f"{title}: {mebibytes:.0f} MiB resident")

    def same(self, title, a, b):
        if not (b.is_file() and filecmp.cmp(a, b, shallow=False)):
            self.faults.append(f"{title}: not the same bytes")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--command", required=True)
    parser.add_argument("--generator", required=True)
    parser.add_argument("--rows", type=int, required=True)
    parser.add_argument("--max-mebibytes", type=int, default=0)
    options = parser.parse_args()
    runner = Runner(options)
    as_csv, as_json = "aixon/customers:csv", "aixon/customers:json"
    as_form, as_text = "loyalty/customers:form", "loyalty/customers:delimited"
    request = [word for name in ("user_id", "user_password", "account_id", "campaigns_to_include")
               for word in ("--set", f"{name}=x")] + ["--set", "overwrite_duplicates=update"]

    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        table, body, parts = work / "customers.csv", work / "body.json", work / "parts"
        with open(table, "wb") as out:
            subprocess.run([options.generator, str(options.rows)], stdout=out, check=True)
        print(f"{options.rows} rows, {table.stat().st_size} bytes")

        runner.run("validate", "validate", "-q", "--from", as_csv, table)
        runner.run("to JSON", "convert", "-q", "--from", as_csv, "--to", as_json, "--split-bytes", 0, table, "-o", body)
        runner.run("back to CSV", "convert", "-q", "--from", as_json, "--to", as_csv, "--split-bytes", 0, body, "-o", work / "back.csv")
        runner.same("one body", table, work / "back.csv")

        runner.run("to parts", "convert", "-q", "--from", as_csv, "--to", as_json, "--split-bytes", PART_BYTES, table, "-o", f"{parts}/")
        runner.run("parts to CSV", "convert", "-q", "--to", as_csv, "--split-bytes", 0, parts, "-o", work / "again.csv")
        runner.same("parts", table, work / "again.csv")
        listed = json.loads((parts / "manifest.json").read_text())["parts"]
        runner.faults += [f"a part of {part['bytes']} bytes" for part in listed if part["bytes"] > PART_BYTES]
        if sum(part["records"] for part in listed) != options.rows:
            runner.faults.append("the parts do not hold all records")

        to_one = ["-q", "--split-bytes", 0, "--allow-loss", "--secrets-in-output", "--report", os.devnull]
        form, text, again = work / "customers.form", work / "customers.txt", work / "again.form"
        runner.run("to a form", "convert", *to_one, "--from", as_csv, "--to", as_form, *request, table, "-o", form)
        runner.run("form to delimited text", "convert", *to_one, "--from", as_form, "--to", as_text, form, "-o", text)
        runner.run("and back", "convert", *to_one, "--from", as_text, "--to", as_form, *request, text, "-o", again)
        runner.same("a form", form, again)

    print("\n".join(runner.faults) or f"{len(listed)} parts; everything came back")
    return 1 if runner.faults else 0


if __name__ == "__main__":
    sys.exit(main())
