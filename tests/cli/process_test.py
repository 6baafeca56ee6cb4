"""What only a process of its own can show: signals, terminals, standard streams.

usage: process_test.py ENTENTE SAMPLES
"""

import json
import os
import pty
import signal
import subprocess
import sys
import tempfile
import time
import unittest

ENTENTE, SAMPLES = sys.argv[1:3]
TALKS = os.path.join(SAMPLES, "kuril-talks.json")
TEXT = os.path.join(SAMPLES, "kuril-talks.txt")


def run(*arguments, **options):
    return subprocess.run([ENTENTE, *arguments], capture_output=True, timeout=120, **options)


def run_on_terminal(*arguments, **environment):
    """Output of a run whose standard output and error are a terminal."""
    ours, theirs = pty.openpty()
    env = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS")}
    process = subprocess.Popen([ENTENTE, *arguments], stdin=subprocess.DEVNULL, stdout=theirs,
                               stderr=theirs, env={**env, "TERM": "xterm", **environment})
    os.close(theirs)
    output = b""
    while True:
        try:
            chunk = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not chunk:
            break
        output += chunk
    os.close(ours)
    process.wait()
    return output.decode()


class Processes(unittest.TestCase):
    def test_standard_input_and_output(self):
        with open(TEXT, "rb") as text:
            built = run("build", "-", stdin=text)
        self.assertEqual(built.returncode, 0)
        graph = json.loads(built.stdout)
        self.assertEqual(graph["format"], "entente-graph")
        shown = run("show", "-", "Japan", "--json", input=built.stdout)
        self.assertEqual(json.loads(shown.stdout)["nodes"][0]["name"], "Japan")

    def test_every_json_output_is_json(self):
        for arguments in (["show", TALKS, "Japan"], ["path", TALKS, "Kono", "Putin"],
                          ["neighbors", TALKS, "Japan"], ["timeline", TALKS], ["stats", TALKS],
                          ["search", TALKS, "russia"], ["why", TALKS, "e1"],
                          ["validate", TALKS], ["eval", TALKS, TALKS]):
            with self.subTest(arguments):
                self.assertEqual(json.loads(run(*arguments, "--json").stdout)["schema_version"], 1)

    def test_full_device(self):
        with open("/dev/full", "wb") as full:
            process = subprocess.run([ENTENTE, "show", TALKS, "Japan"], stdout=full,
                                     stderr=subprocess.PIPE, timeout=60)
        self.assertEqual(process.returncode, 3)
        self.assertIn(b"standard output", process.stderr)

    def test_colour_on_terminals_only(self):
        self.assertIn("\x1b[", run_on_terminal("show", TALKS, "Japan"))
        self.assertNotIn("\x1b[", run_on_terminal("show", TALKS, "Japan", NO_COLOR="1"))
        self.assertNotIn("\x1b[", run_on_terminal("show", TALKS, "Japan", TERM="dumb"))
        self.assertIn("\x1b[", run_on_terminal("show", TALKS, "Japan", "--color=always",
                                               NO_COLOR="1"))
        self.assertNotIn(b"\x1b", run("show", TALKS, "Japan").stdout)

    def test_progress_on_terminals_only(self):
        with tempfile.TemporaryDirectory() as directory:
            output = os.path.join(directory, "graph.json")
            self.assertIn("%  1 document", run_on_terminal("build", TEXT, "-o", output))
            self.assertNotIn(b"%", run("build", TEXT, "-o", output).stderr)

    def test_interrupt_leaves_nothing(self):
        for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            with tempfile.TemporaryDirectory() as directory:
                texts = os.path.join(directory, "texts.jsonl")
                with open(TEXT, encoding="utf-8") as text:
                    body = text.read()
                with open(texts, "w", encoding="utf-8") as lines:
                    for i in range(20000):
                        lines.write(json.dumps({"id": str(i), "text": body}) + "\n")
                process = subprocess.Popen(
                    [ENTENTE, "build", texts, "-o", os.path.join(directory, "graph.json")],
                    stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                time.sleep(1)
                self.assertIsNone(process.poll(), "was done before it could be interrupted")
                process.send_signal(number)
                process.communicate(timeout=60)
                self.assertEqual(process.returncode, code)
                self.assertEqual(os.listdir(directory), ["texts.jsonl"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
