"""Reads DOT with Graphviz itself: every file, without a word of complaint.

usage: check_dot.py FOLDER: of what export_files wrote there.
"""

import json
import pathlib
import subprocess
import sys


def read(file):
    run = subprocess.run(["dot", "-Tcanon", file], capture_output=True, check=False)
    assert run.returncode == 0 and not run.stderr, (file, run.stderr)
    return run.stdout.decode("utf-8")


def main(folder):
    files = sorted(folder.glob("*.dot"))
    assert files
    for file in files:
        text = read(file)
        graph = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
        # A node has a URL; columns are held by nodes that have none.
        assert text.count("URL=") == len(graph["nodes"]), file
    print(f"{len(files)} files read")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
