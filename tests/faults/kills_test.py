"""Runs that are ended from outside: killed, interrupted, out of room, without a reader.

usage: kills_test.py COMMAND [--long] [unittest arguments]

Whenever a conversion is killed, what stands under the name of its output is the old file or the
whole new one; beside it at most one `.partial`. SIGINT and SIGTERM leave nothing. A full disk is a
small file system in memory where one may be mounted, /dev/full, and a limit on the size of files.
--long: 500 kills instead of 30.
"""
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "cli"))
from command_case import COMMAND, IS_SANITIZED  # noqa: E402

KILLS = 500 if "--long" in sys.argv else 30
OLD = b"what stood here before\n"
CSV = ["--from", "aixon/customers:csv"]
CONVERT = ["convert", *CSV, "--to", "aixon/customers:json", "-q"]
SEED = 20261122


def rows(count):
    return "customuid,txt_city,num_spending\n" + "".join(f"crm{n:07},Hue,{n}.50\n" for n in range(count))


class Ended(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.dir = Path(folder.name)
        (self.dir / "in.csv").write_text(rows(20000))
        (self.dir / "out.json").write_bytes(OLD)

    def start(self, *arguments, **options):
        options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        return subprocess.Popen([COMMAND, *map(str, arguments)], cwd=self.dir,
                                env={"PATH": os.environ["PATH"], "TMPDIR": str(self.dir)}, **options)

    def run_command(self, *arguments, **options):
        process = self.start(*arguments, **options)
        self.stdout, self.stderr = process.communicate(timeout=60)
        return process.returncode

    def names(self):
        return sorted(path.name for path in self.dir.iterdir())

    def remove_partial(self):
        for path in self.dir.glob("*.partial*"):
            path.unlink()
        for path in self.dir.glob(".*.partial*"):
            path.unlink()


class Kills(Ended):
    def test_leave_the_old_output_or_the_new_one(self):
        convert = [*CONVERT, "in.csv", "-o", "out.json"]
        begun = time.monotonic()
        self.assertEqual(self.run_command(*convert), 0, self.stderr if hasattr(self, "stderr") else "")
        longest = (time.monotonic() - begun) * 1.2
        new = (self.dir / "out.json").read_bytes()
        chance = random.Random(SEED)
        ended_early = 0
        for _ in range(KILLS):
            (self.dir / "out.json").write_bytes(OLD)
            process = self.start(*convert, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0, longest))
            process.kill()
            ended_early += process.wait() == -signal.SIGKILL
            self.assertIn((self.dir / "out.json").read_bytes(), (OLD, new))
            partial = [name for name in self.names() if name not in ("in.csv", "out.json")]
            self.assertLessEqual(len(partial), 1)
            self.assertTrue(all(name.startswith(".out.json.partial-") for name in partial), partial)
            self.remove_partial()
        self.assertGreater(ended_early, KILLS // 10)

        self.assertEqual(self.run_command(*convert), 0)
        self.assertEqual((self.dir / "out.json").read_bytes(), new)

    def parts(self):
        """Names and bytes in the folder, taken away; nothing if it is not there."""
        folder = self.dir / "parts"
        found = {path.name: path.read_bytes() for path in folder.iterdir()} if folder.exists() else None
        shutil.rmtree(folder, ignore_errors=True)
        return found

    def test_leave_no_folder_that_is_not_whole(self):
        convert = [*CONVERT, "--split-records", "1000", "in.csv", "-o", "parts/"]
        self.assertEqual(self.run_command(*convert), 0)
        whole = self.parts()
        self.assertGreater(len(whole), 10)
        chance = random.Random(SEED)
        for _ in range(KILLS // 5):
            process = self.start(*convert, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0, 0.3))
            process.kill()
            process.wait()
            self.assertIn(self.parts(), (None, whole))
            self.assertLessEqual(set(self.names()), {"in.csv", "out.json", "parts.partial"})
        self.assertEqual(self.run_command(*convert), 0)
        self.assertEqual(self.parts(), whole)


class Signals(Ended):
    def test_clean_up_and_end_with_their_number(self):
        outputs = {"file": ["-o", "out.json"], "folder": ["-o", "parts/"], "stdout": [],
                   "rejects": ["--rejects", "bad.csv", "--report", "report.txt", "-o", "out.json"]}
        for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            for name, output in outputs.items():
                with self.subTest(signal=number, output=name):
                    process = self.start(*CONVERT, "-", *output, stdin=subprocess.PIPE)
                    process.stdin.write(rows(2000).encode())
                    process.stdin.flush()
                    time.sleep(0.3)
                    process.send_signal(number)
                    self.assertEqual(process.wait(20), code)
                    process.communicate()
                    self.assertEqual(self.names(), ["in.csv", "out.json"])
                    self.assertEqual((self.dir / "out.json").read_bytes(), OLD)

    def test_end_a_validation_and_its_report(self):
        process = self.start("validate", *CSV, "--report", "out.json", stdin=subprocess.PIPE)
        time.sleep(0.3)
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(20), 143)
        process.communicate()
        self.assertEqual((self.dir / "out.json").read_bytes(), OLD)
        self.assertEqual(self.names(), ["in.csv", "out.json"])


class NoRoom(Ended):
    def refused(self, *arguments, reason, **options):
        self.assertEqual(self.run_command(*arguments, **options), 3, self.stderr)
        self.assertIn(reason, self.stderr.decode())

    def test_in_a_file_system_is_told(self):
        place = self.dir / "small"
        place.mkdir()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", place], capture_output=True, check=False)
        if mounted.returncode != 0:
            self.skipTest("no file system can be mounted here")
        self.addCleanup(subprocess.run, ["umount", place], check=True)
        (place / "out.json").write_bytes(OLD)
        for output in ("small/out.json", "small/parts/", "small/out.json.gz"):
            self.refused(*CONVERT, "in.csv", "-o", output, reason="No space left on device")
            self.assertIn(output.rstrip("/"), self.stderr.decode())
        self.refused("validate", *CSV, "--set", "x=y", "--report", "small/report", "--report-format", "jsonl",
                     self.bad_rows(), reason="small/report: No space left on device")
        self.assertEqual([path.name for path in place.iterdir()], ["out.json"])
        self.assertEqual((place / "out.json").read_bytes(), OLD)

    def bad_rows(self):
        (self.dir / "bad.csv").write_text(rows(0) + "crm,Hue,much\n" * 2000)
        return "bad.csv"

    def test_on_a_device_is_told(self):
        self.refused(*CONVERT, "in.csv", "-o", "/dev/full", reason="/dev/full: No space left on device")
        self.refused("validate", *CSV, "in.csv", "--report", "/dev/full", reason="/dev/full: No space left on device")
        with open("/dev/full", "wb") as full:
            self.refused(*CONVERT, "in.csv", stdout=full, reason="standard output: No space left on device")
            self.refused("repair", *CSV, "in.csv", stdout=full, reason="standard output: No space left on device")

    def test_under_a_limit_of_files_is_told(self):
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))
        self.refused(*CONVERT, "in.csv", "-o", "out.json", preexec_fn=limit, reason="out.json: File too large")
        self.refused(*CONVERT, "in.csv", "-o", "parts/", preexec_fn=limit, reason="File too large")
        self.assertEqual((self.dir / "out.json").read_bytes(), OLD)
        self.assertEqual(self.names(), ["in.csv", "out.json"])

    def test_under_a_limit_that_kills_is_told_too(self):
        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))
        self.refused(*CONVERT, "in.csv", "-o", "out.json", preexec_fn=limit, reason="out.json: File too large")
        self.assertEqual(self.names(), ["in.csv", "out.json"])

    @unittest.skipIf(IS_SANITIZED, "sanitizers open files of their own")
    def test_for_open_files_is_told(self):
        def limit():
            resource.setrlimit(resource.RLIMIT_NOFILE, (4, 4))
        self.refused(*CONVERT, "in.csv", "-o", "out.json", preexec_fn=limit, reason="Too many open files")
        self.assertEqual(self.names(), ["in.csv", "out.json"])

    @unittest.skipIf(IS_SANITIZED, "sanitizers need terabytes of addresses")
    def test_in_memory_is_told(self):
        def limit():
            resource.setrlimit(resource.RLIMIT_AS, (100 << 20, 100 << 20))
        code = self.run_command(*CONVERT, "in.csv", "-o", "out.json", preexec_fn=limit)
        self.assertIn(code, (0, 3), self.stderr)
        if code == 3:
            self.assertIn(b"out of memory", self.stderr)
            self.assertEqual((self.dir / "out.json").read_bytes(), OLD)


class NoReader(Ended):
    def test_is_no_error(self):
        (self.dir / "bad.csv").write_text(rows(0) + "crm,Hue,much\n" * 20000)
        commands = ((["validate", *CSV, "--max-findings", "0", "bad.csv"], (0, 1)),
                    (["validate", *CSV, "--report-format", "jsonl", "bad.csv"], (0, 1)), ([*CONVERT, "in.csv"], (0,)),
                    (["repair", "-q", *CSV, "in.csv"], (0,)), (["formats", "list"], (0,)), (["explain", "csv.nul"], (0,)),
                    (["detect", "in.csv"], (0,)), (["--help"], (0,)), (["formats", "show", "aixon/customers"], (0,)))
        for arguments, codes in commands:
            with self.subTest(arguments=arguments):
                process = self.start(*arguments)
                process.stdout.close()
                said = process.stderr.read()
                process.stderr.close()
                self.assertIn(process.wait(60), codes)
                self.assertEqual(said, b"")

    def test_of_the_messages_is_none_either(self):
        heard, told = os.pipe()
        os.close(heard)
        self.assertEqual(self.run_command(*CONVERT[:-1], "in.csv", "-o", "out.json", stderr=told), 0)
        os.close(told)
        self.assertNotEqual((self.dir / "out.json").read_bytes(), OLD)


class SameFile(Ended):
    def test_as_the_input_is_refused_before_anything_is_opened(self):
        os.symlink("in.csv", self.dir / "soft.csv")
        os.link(self.dir / "in.csv", self.dir / "hard.csv")
        (self.dir / "folder").mkdir()
        (self.dir / "folder" / "file").write_text("")
        before = (self.dir / "in.csv").read_bytes()
        for output in ("in.csv", "./in.csv", "soft.csv", "hard.csv", "folder/../in.csv", "folder", "folder/"):
            for command in (CONVERT, ["repair", "-q", *CSV], ["validate", "-q", *CSV]):
                target = "--report" if command[0] == "validate" else "-o"
                if command[0] != "convert" and output.endswith("/"):
                    continue
                with self.subTest(command=command[0], output=output):
                    self.assertEqual(self.run_command(*command, "in.csv", target, output), 2, self.stderr)
                    self.assertIn(output.rstrip("/"), self.stderr.decode())
        for name in ("rejects", "report"):
            self.assertEqual(self.run_command(*CONVERT, "in.csv", f"--{name}", "hard.csv", "-o", "out.json"), 2)
        self.assertEqual((self.dir / "in.csv").read_bytes(), before)
        self.assertEqual(self.names(), ["folder", "hard.csv", "in.csv", "out.json", "soft.csv"])

    def test_as_standard_input_is_refused(self):
        with open(self.dir / "in.csv", "rb") as stdin:
            self.assertEqual(self.run_command(*CONVERT, "-", "-o", "in.csv", stdin=stdin), 2)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *(argument for argument in sys.argv[2:] if argument != "--long")])
