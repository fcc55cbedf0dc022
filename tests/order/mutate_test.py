"""tools/mutate: what it changes, and what it leaves alone.

usage: mutate_test.py [unittest arguments]
"""
import runpy
import unittest
from pathlib import Path

PLACES = runpy.run_path(str(Path(__file__).resolve().parents[2] / "tools" / "mutate"), run_name="mutate")["places"]


def changed(text):
    return [text[:begin] + new + text[end:] for begin, end, new in PLACES(text)]


class Places(unittest.TestCase):
    def test_turn_comparisons_conditions_and_numbers(self):
        self.assertEqual(changed("if (a == b) x += 2;"), ["if (a != b) x += 2;", "if (a == b) x -= 2;", "if (a == b) x += 3;"])
        self.assertEqual(changed("return !f(a) && a < b;"), ["return f(a) && a < b;", "return !f(a) || a < b;", "return !f(a) && a <= b;"])
        self.assertEqual(changed("ok = true;"), ["ok = false;"])

    def test_leave_words_texts_and_types_alone(self):
        for text in ('x = "a == b 1)";', "// a == b", "#include <a1>", "std::vector<int> v;", "use_true_x();", "char c = '0';",
                     "static_assert(sizeof(a) == 4);"):
            self.assertEqual(changed(text), [], text)


if __name__ == "__main__":
    unittest.main()
