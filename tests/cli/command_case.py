"""What the tests of the command share: the command, made-up inputs, and a case that runs it.

The command is the first argument of the test that imports this.
"""
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

COMMAND = str(Path(sys.argv[1]).resolve())
# A program of g++ names the sanitizer's library, one of clang holds it.
IS_SANITIZED = re.search(b"(Address|Thread)Sanitizer|lib[at]san", Path(COMMAND).read_bytes()) is not None
FORMATS = str(Path(__file__).resolve().parent / "formats")
EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "formats"
SARIF = str(Path(__file__).resolve().parent / "sarif")
SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"

GOOD = "id,name,score\n1,Ann,5\n2,Bob,\n3,Cleo,9\n"
LONG = GOOD + "4,Dan,7\n5,Eve,8\n6,Flo,9\n"
BAD = "id,name,score\n1,Ann,5\n2,Bob\n3,Cleo,x9\n1,Dan,\n"
GOOD_JSON = '{"names":["id","name","score"],"rows":[\n["1","Ann",5],\n["2","Bob",""],\n["3","Cleo",9]\n]}\n'


class Case(unittest.TestCase):
    """Runs the command in an empty folder."""

    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.dir = Path(folder.name)

    def write(self, name, text):
        path = self.dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def read(self, name):
        return (self.dir / name).read_text()

    def files(self):
        return sorted(str(p.relative_to(self.dir)) for p in self.dir.rglob("*") if p.is_file())

    def environment(self, **more):
        return {"PATH": os.environ["PATH"], "CROSSWALK_FORMATS_DIR": FORMATS, **more}

    def run_command(self, *arguments, stdin="", env=None, **options):
        options.setdefault("stdout", subprocess.PIPE)
        options.setdefault("stderr", subprocess.PIPE)
        done = subprocess.run([COMMAND, *map(str, arguments)], input=stdin.encode(), cwd=self.dir, timeout=60,
                              env=env or self.environment(), check=False, **options)
        self.stdout = (done.stdout or b"").decode()
        self.stderr = (done.stderr or b"").decode()
        self.code = done.returncode
        return self.code

    def check(self, arguments, code, stdout=None, stderr=None, **options):
        """Runs and compares; None = whatever."""
        self.run_command(*arguments, **options)
        self.assertEqual(self.code, code, self.stdout + self.stderr)
        if stdout is not None:
            self.assertEqual(self.stdout, stdout)
        if stderr is not None:
            self.assertEqual(self.stderr, stderr)
