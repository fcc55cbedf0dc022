"""What the command asks of the system: no network, no file but those it was told of.

usage: calls_test.py COMMAND [unittest arguments]

strace tells every call of a run. None may make a socket. What is opened are the inputs, what stands
beside the outputs, formats that were named, the temporary folder, and what every program of the
system opens (libraries, time zones, locales). New files are made exclusively, for the owner alone,
in the output's folder, and no link is followed on the way.
"""
import os
import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

from command_case import COMMAND, IS_SANITIZED, Case

SYSTEM = re.compile(r"^/(lib|lib64|usr/lib|usr/local/lib|usr/share/(zoneinfo|locale)|proc|sys|dev|opt)(/|$)|^/etc/(ld\.so|localtime|ssl|locale)")
OPENED = re.compile(r'^(?:\d+ +)?open(?:at)?\((?:AT_FDCWD, )?"((?:[^"\\]|\\.)*)", ([A-Z_|]+)(?:, (0\d*))?')
EVENT = '{"eventType":"a","eventAction":"b","version":"1.0.0"}\n'


def can_trace():
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, check=False).returncode == 0


@unittest.skipUnless(can_trace(), "no strace here")
class Calls(Case):
    def trace(self, *arguments, stdin=""):
        """Runs; returns the lines of strace."""
        log = self.dir / "trace.log"
        spool = self.dir / "spool"
        spool.mkdir(exist_ok=True)
        subprocess.run(["strace", "-f", "-qq", "-s", "4096", "-e", "trace=%network,%file,%desc", "-o", log, COMMAND, *arguments], cwd=self.dir,
                       input=stdin.encode(), env=self.environment(TMPDIR=str(spool)), capture_output=True, timeout=120, check=False)
        lines = log.read_text(errors="replace").splitlines()
        log.unlink()
        return lines

    def hold(self, *arguments, reads=(), writes=(), **options):
        lines = self.trace(*arguments, **options)
        calls = [line.split("(")[0].split()[-1] for line in lines if "(" in line]
        for name in ("socket", "connect", "sendto", "bind", "listen", "socketpair"):
            self.assertNotIn(name, calls, arguments)
        for match in filter(None, map(OPENED.match, lines)):
            path, flags, mode = match.groups()
            whole = os.path.normpath(os.path.join(self.dir, path))
            if IS_SANITIZED and "tsan.rodata" in path:  # the sanitizer's own
                continue
            with self.subTest(arguments=arguments, path=path):
                self.check_opened(whole, flags, mode, reads, writes)

    def check_opened(self, path, flags, mode, reads, writes):
        name = os.path.relpath(path, self.dir)
        if "O_CREAT" in flags:
            self.assertIn("O_EXCL", flags)
            self.assertEqual(mode, "0600")
            beside = [Path(written).parent / f".{Path(written).name}.partial-" for written in writes]
            is_partial = any(name.startswith(str(start)) for start in beside)
            self.assertTrue(is_partial or name.startswith("spool/crosswalk-") or ".partial/." in name, name)
            if not name.startswith("spool/"):
                self.assertIn("O_NOFOLLOW", flags)
            return
        folders = {os.path.relpath(os.path.join(self.dir, Path(written).parent), self.dir) for written in writes}
        is_told = name in reads or name in folders or name in writes or name.endswith(".partial")
        formats = self.environment()["CROSSWALK_FORMATS_DIR"]
        self.assertTrue(is_told or path.startswith(formats) or SYSTEM.match(path), path)

    def test_are_as_few_as_the_task_needs(self):
        self.write("in.csv", "customuid,txt_a\n1,a\n2,b\n3\n")
        self.write("in.json", '{"header":["customuid"],"data":[["1"]]}\n')
        self.write("in.ndjson", EVENT * 3)
        self.hold("--version")
        self.hold("formats", "list")
        self.hold("explain", "csv.nul")
        self.hold("validate", "in.csv", reads=["in.csv"])
        self.hold("validate", "--report", "r.txt", "in.csv", reads=["in.csv"], writes=["r.txt"])
        self.hold("validate", stdin=EVENT)
        self.hold("detect", "in.ndjson", reads=["in.ndjson"])
        self.hold("convert", "--to", "aixon/customers:csv", "in.json", "-o", "out.csv.gz", reads=["in.json"], writes=["out.csv.gz"])
        self.hold("convert", "--to", "aixon/customers:json", "--rejects", "bad", "in.csv", "-o", "parts/", reads=["in.csv"],
                  writes=["parts", "bad", "bad.findings.jsonl", "bad.unreadable"])
        self.hold("convert", "--from", "aixon/customers:json", "--to", "aixon/customers:csv", stdin=(self.dir / "in.json").read_text())
        self.hold("repair", "in.json", "-o", "mended.json", reads=["in.json"], writes=["mended.json"])
        self.hold("repair", "--from", "aixon/customers:json", "in.json", reads=["in.json"])
        self.hold("convert", "--from", "aixon/customers:csv", "--to", "expertsender/customers:ndjson", "--allow-loss", "--skip", "9", "in.csv", "-o", "x",
                  reads=["in.csv"], writes=["x"])

    def test_open_no_file_that_a_schema_names_elsewhere(self):
        self.write("outside.json", '{"type":"string"}')
        self.write("inner/schema.json", '{"properties":{"a":{"$ref":"../outside.json"},"b":{"$ref":"http://127.0.0.1/x.json"}}}')
        self.write("in.ndjson", '{"a":1}\n')
        self.hold("validate", "--schema", "inner/schema.json", "in.ndjson", reads=["in.ndjson", "inner/schema.json", "inner"])


class Symbols(unittest.TestCase):
    def test_of_the_network_are_not_asked_for(self):
        asked = subprocess.run(["nm", "-D", "--undefined-only", COMMAND], capture_output=True, text=True, check=True).stdout
        names = {line.split()[-1].split("@")[0] for line in asked.splitlines() if line.strip()}
        network = names & {"socket", "connect", "bind", "listen", "accept", "getaddrinfo", "gethostbyname", "sendto", "recvfrom"}
        if "__asan_init" not in names and not any(name.startswith("__tsan") for name in names):
            self.assertEqual(network, set())

    def test_of_other_programs_are_not_asked_for(self):
        asked = subprocess.run(["nm", "-D", "--undefined-only", COMMAND], capture_output=True, text=True, check=True).stdout
        names = {line.split()[-1].split("@")[0] for line in asked.splitlines() if line.strip()}
        self.assertEqual(names & {"system", "popen", "execve", "execvp", "fork", "posix_spawn"}, set())


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
