"""What becomes of a run when the system fails it: every n-th call of a kind, once and from then on.

usage: faults_test.py COMMAND SHIM [--long] [unittest arguments]

A scenario is a command line and its inputs. It is run once as it is; then for n = 1, 2, 3 ... until
the n-th call of a kind does not exist any more. A fault may go unnoticed (a close, one interrupted
read): then the outputs must be those of the run without one. Else the run must end with 3, name the
file and the reason, leave what stood under the names of its outputs as it was, and nothing else.
Allocations are many, so only some are made to fail, with --long more, and more kinds of errors. tests/faults/fault_shim.c makes
calls fail; kills_test.py ends runs from outside.
"""
import errno
import gzip
import os
import subprocess
import sys
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

COMMAND, SHIM = (str(Path(argument).resolve()) for argument in sys.argv[1:3])
IS_LONG = "--long" in sys.argv
OLD = b"what stood here before\n"
TIMEOUT_SECONDS = 60

ROWS = "customuid,txt_city,num_spending\n" + "".join(f"crm{n:03},Hue,{n}.50\n" for n in range(10))
BAD_ROWS = ROWS + "crm010,Hue\ncrm011,Hue,much\n"
DOCUMENT = '{"header":["customuid","txt_city","num_spending"],"data":[\n' + ",\n".join(
    f'["crm{n:03}","Hue",{n}.50]' for n in range(10)) + "\n]}\n"
MENDABLE = "customuid, goal_click_a\n" + "".join(f"crm{n:03},TRUE\n" for n in range(10))
EVENTS = "".join('{"schema_version":"1.0.0","event_id":"e%d","email":"ann%d@example.com"}\n' % (n, n) for n in range(10))
PEOPLE = "".join('{"crmId":"%d","email":"ŁA%d@X.PL","dateOfBirth":"1990-07-25T12:35:54"}\n' % (n, n) for n in range(10))
CSV = ["--from", "aixon/customers:csv"]


class Scenario:
    """A command line, its inputs, and the names that it writes."""

    def __init__(self, arguments, inputs, outputs=(), stdin=b"", old=True):
        self.arguments = arguments
        self.inputs = {name: text if isinstance(text, bytes) else text.encode() for name, text in inputs.items()}
        self.outputs = outputs
        self.stdin = stdin
        self.has_old = old


SCENARIOS = {
    "validate": Scenario(["validate", *CSV, "in.csv"], {"in.csv": BAD_ROWS}),
    "validate_document": Scenario(["validate", "in.json"], {"in.json": DOCUMENT}),
    "validate_report": Scenario(["validate", *CSV, "--report-format", "jsonl", "--report", "report", "in.csv"],
                                {"in.csv": BAD_ROWS}, ["report"]),
    "validate_gzip": Scenario(["validate", *CSV, "in.csv.gz"], {"in.csv.gz": gzip.compress(ROWS.encode())}),
    "convert_file": Scenario(["convert", *CSV, "--to", "aixon/customers:json", "in.csv", "-o", "out.json"],
                             {"in.csv": ROWS}, ["out.json"]),
    "convert_new_file": Scenario(["convert", *CSV, "--to", "aixon/customers:json", "in.csv", "-o", "out.json"],
                                 {"in.csv": ROWS}, ["out.json"], old=False),
    "convert_gzip": Scenario(["convert", *CSV, "--to", "aixon/customers:json", "in.csv", "-o", "out.json.gz"],
                             {"in.csv": ROWS}, ["out.json.gz"]),
    "convert_zstd": Scenario(["convert", *CSV, "--to", "aixon/customers:json", "in.csv", "-o", "out.json.zst"],
                             {"in.csv": ROWS}, ["out.json.zst"]),
    "convert_folder": Scenario(["convert", *CSV, "--to", "aixon/customers:json", "--split-records", "4", "in.csv",
                                "-o", "out/"], {"in.csv": ROWS}, ["out"], old=False),
    "convert_stdout": Scenario(["convert", *CSV, "--to", "aixon/customers:json", "in.csv"], {"in.csv": ROWS}),
    "convert_rejects": Scenario(["convert", *CSV, "--to", "aixon/customers:json", "--rejects", "bad.csv", "--report",
                                 "report", "in.csv", "-o", "out.json"], {"in.csv": BAD_ROWS},
                                ["out.json", "bad.csv", "bad.csv.findings.jsonl", "report"]),
    "convert_other_format": Scenario(["convert", *CSV, "--to", "expertsender/customers:ndjson", "--allow-loss",
                                      "in.csv", "-o", "out.ndjson"], {"in.csv": ROWS}, ["out.ndjson"]),
    "convert_pipe": Scenario(["convert", "--from", "aixon/customers:json", "--to", "aixon/customers:csv", "-o",
                              "out.csv"], {}, ["out.csv"], stdin=DOCUMENT.encode()),
    "convert_encoded": Scenario(["convert", *CSV, "--encoding", "windows-1250", "--output-encoding", "gb18030", "--nfc", "--to",
                                 "aixon/customers:json", "in.csv", "-o", "out.json"],
                                {"in.csv": ROWS.replace("Hue", "Łódź").encode("windows-1250")}, ["out.json"]),
    "convert_in_zone": Scenario(["convert", "--from", "expertsender/customers:ndjson", "--to", "aixon/customers:csv", "--allow-loss",
                                 "--time-zone", "Europe/Warsaw", "in.ndjson", "-o", "out.csv"], {"in.ndjson": PEOPLE}, ["out.csv"]),
    "repair_file": Scenario(["repair", *CSV, "in.csv", "-o", "out.csv"], {"in.csv": MENDABLE}, ["out.csv"]),
    "repair_stdout": Scenario(["repair", *CSV, "in.csv"], {"in.csv": MENDABLE}),
    "detect": Scenario(["detect", "in.csv"], {"in.csv": ROWS}),
    "draft": Scenario(["formats", "draft", "in.csv", "--name", "crm/customers", "-o", "out/"], {"in.csv": ROWS}, ["out"],
                      old=False),
}

# call -> its errors; 0 = cut short. What is interrupted or cut short is simply gone on with.
FAULTS = {
    "write": [errno.ENOSPC, errno.EINTR, 0],
    "read": [errno.EIO, errno.EINTR, 0],
    "open": [errno.EMFILE],
    "close": [errno.EIO],
    "fsync": [errno.EIO],
    "rename": [errno.EIO],
    "mkdir": [errno.ENOSPC],
    "chmod": [errno.EPERM],
    "unlink": [errno.EIO],
    "thread": [errno.EAGAIN],
    "alloc": [errno.ENOMEM],
}
MORE_FAULTS = {"write": [errno.EIO], "open": [errno.EACCES], "close": [errno.EINTR], "fsync": [errno.ENOSPC]}
HARMLESS = (errno.EINTR, 0)


class Outcome:
    def __init__(self, code, stdout, stderr, told, tree):
        self.code, self.stdout, self.stderr, self.tree = code, stdout, stderr.decode(errors="replace"), tree
        # (descriptor, path) of each call that failed
        self.struck = [(int(number), path) for number, _, path in (line.partition(" ") for line in told)]


def tree_of(folder):
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
            for path in sorted(folder.rglob("*"))}


def run(scenario, call="", at=0, lasts=False, error=0):
    """Runs in a folder of its own, with a fault if a call is named."""
    with tempfile.TemporaryDirectory() as name:
        folder, spool = Path(name) / "work", Path(name) / "spool"
        folder.mkdir()
        spool.mkdir()
        for file, text in scenario.inputs.items():
            (folder / file).write_bytes(text)
        for output in scenario.outputs if scenario.has_old else ():
            (folder / output).write_bytes(OLD)
        heard, told = os.pipe()
        environment = {"PATH": os.environ["PATH"], "TMPDIR": str(spool), "FAULT_CALL": call, "FAULT_AT": str(at),
                       "FAULT_LASTS": str(int(lasts)), "FAULT_ERRNO": str(error), "FAULT_FD": str(told)}
        if call:
            environment["LD_PRELOAD"] = SHIM
        process = subprocess.Popen([COMMAND, *scenario.arguments], cwd=folder, env=environment, pass_fds=[told],
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        os.close(told)
        with ThreadPoolExecutor(1) as reading, os.fdopen(heard, "rb") as struck:
            lines = reading.submit(struck.read)
            stdout, stderr = process.communicate(scenario.stdin, timeout=TIMEOUT_SECONDS)
            told_lines = lines.result().decode(errors="replace").splitlines()
        tree = tree_of(folder)
        tree.update({f"(temporary folder) {path}": bytes_ for path, bytes_ in tree_of(spool).items()})
        return Outcome(process.returncode, stdout, stderr, told_lines, tree)


def without_partial(tree):
    return {name: text for name, text in tree.items() if ".partial" not in name and not name.startswith("(temporary")}


def names_of(scenario, path):
    """What a message about `path` may call it: its name without what a partial file adds."""
    name = Path(path).name
    if path.startswith("pipe:"):
        return ["standard output", "standard error", "-"]
    if ".partial-" in name:
        name = name[1:name.rindex(".partial-")]
    names = [name, *scenario.outputs]  # of a folder that could not be synchronised, the output
    return names + ["temporary file"]


def faults_of(scenario, clean, outcome, error):
    """What is wrong with how a run that was failed ended, in words."""
    wrong = []
    if outcome.code == clean.code:
        if outcome.tree != clean.tree:
            wrong.append("other outputs than without the fault")
        if outcome.stdout != clean.stdout:
            wrong.append("another standard output than without the fault")
        return wrong
    if error in HARMLESS:
        return ["not gone on with"]
    if outcome.code != 3:
        wrong.append(f"exit code {outcome.code}")
    # The report of a validation tells what could be read, too; it need not be the old one.
    is_report = scenario.arguments[0] == "validate" and scenario.outputs
    before = {name: text for name, text in scenario.inputs.items()}
    before.update({name: OLD for name in scenario.outputs if scenario.has_old})
    if is_report:
        before["report"] = outcome.tree["report"]
    if outcome.tree != before:
        wrong.append(f"files: {sorted(outcome.tree)}, changed: "
                     f"{[name for name, text in outcome.tree.items() if before.get(name, text) != text]}")
    is_about_stderr = any(number == 2 for number, _ in outcome.struck)
    reason = "out of memory" if error == errno.ENOMEM else os.strerror(error)
    if not is_about_stderr and reason not in outcome.stderr:
        wrong.append("the reason is not told")
    paths = [path for _, path in outcome.struck if path]
    if paths and not is_about_stderr and not any(
            name in outcome.stderr for path in paths for name in names_of(scenario, path)):
        wrong.append("the file is not named")
    return wrong


def numbers(call):
    """1, 2, 3, ...; of allocations ever fewer, unless there is time."""
    at = 1
    while True:
        yield at
        at += 1 if call != "alloc" else max(1, at // (200 if IS_LONG else 2))


class Faults(unittest.TestCase):
    def hold(self, name, call):
        scenario = SCENARIOS[name]
        clean = run(scenario)
        self.assertIn(clean.code, (0, 1), clean.stderr)
        for error in FAULTS[call] + (MORE_FAULTS.get(call, []) if IS_LONG else []):
            for lasts in (False, True):
                if lasts and (error == errno.EINTR or (call == "rename" and len(scenario.outputs) > 1)):
                    continue  # never ends; what cannot be renamed cannot be taken back either
                for at in numbers(call):
                    outcome = run(scenario, call, at, lasts, error)
                    if call == "unlink":  # what cannot be removed stays
                        outcome.tree = without_partial(outcome.tree)
                    if not outcome.struck:
                        break
                    wrong = faults_of(scenario, clean, outcome, error)
                    with self.subTest(scenario=name, call=call, at=at, lasts=lasts, error=errno.errorcode.get(error, "short")):
                        self.assertEqual(wrong, [], f"\n{outcome.struck[:3]}\n{outcome.code}: {outcome.stderr}")


def add_tests():
    for name in SCENARIOS:
        for call in FAULTS:
            def test(self, name=name, call=call):
                self.hold(name, call)
            setattr(Faults, f"test_{call}_{name}", test)


add_tests()

if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *(argument for argument in sys.argv[3:] if argument != "--long")])
