"""Kills conversions at any time: what was there stays, or the new output is whole; a second run gives the same bytes.

usage: kill_test.py COMMAND [unittest arguments]

KILLS in the environment says how many conversions are killed (50).
"""
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import unittest

from command_case import COMMAND, Case

KILLS = int(os.environ.get("KILLS", "50"))
ROWS = 4000


class Kill(Case):
    def setUp(self):
        super().setUp()
        rows = "".join(f"{number},Ann {number},{number}.50\n" for number in range(ROWS))
        self.write("in.csv", "customuid,txt_name,num_a\n" + rows)
        self.random = random.Random(7)

    def convert(self, output):
        return [COMMAND, "convert", "-q", "--from", "aixon/customers:csv", "--to", "aixon/customers:json", "in.csv",
                "-o", output, "--split-bytes", "20000" if output.endswith("/") else "0"]

    def kill_once(self, arguments, longest):
        """Starts a conversion, and kills it after at most `longest` seconds."""
        running = subprocess.Popen(arguments, cwd=self.dir, env=self.environment())
        time.sleep(self.random.uniform(0, longest))
        running.send_signal(signal.SIGKILL)
        running.wait()

    def whole_run(self, arguments):
        started = time.monotonic()
        subprocess.run(arguments, cwd=self.dir, env=self.environment(), check=True)
        return time.monotonic() - started

    def tree(self, name):
        folder = self.dir / name
        return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.is_dir() else None

    def test_leaves_an_old_file_or_a_whole_new_one(self):
        arguments = self.convert("out.json")
        longest = self.whole_run(arguments) * 1.2
        new = (self.dir / "out.json").read_bytes()
        for _ in range(KILLS // 2):
            self.write("out.json", "old")
            self.kill_once(arguments, longest)
            self.assertIn((self.dir / "out.json").read_bytes(), (b"old", new))
            left = [name for name in self.files() if name not in ("in.csv", "out.json")]
            self.assertLessEqual(len(left), 1, left)
            for name in left:
                self.assertIn("partial", name)
                (self.dir / name).unlink()
        self.whole_run(arguments)
        self.assertEqual((self.dir / "out.json").read_bytes(), new)

    def test_leaves_no_folder_or_a_whole_one(self):
        arguments = self.convert("out/")
        longest = self.whole_run(arguments) * 1.2
        new = self.tree("out")
        self.assertGreater(len(new), 3)
        for _ in range(KILLS - KILLS // 2):
            shutil.rmtree(self.dir / "out", ignore_errors=True)
            self.kill_once(arguments, longest)
            self.assertIn(self.tree("out"), (None, new))
            left = [path.name for path in self.dir.iterdir() if path.name not in ("in.csv", "out")]
            self.assertLessEqual(len(left), 1, left)
            self.assertTrue(all(name.endswith(".partial") for name in left), left)
        shutil.rmtree(self.dir / "out", ignore_errors=True)
        self.whole_run(arguments)
        self.assertEqual(self.tree("out"), new)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[2:])
