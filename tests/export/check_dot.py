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


def drawn_count(graph):
    """All nodes; but more than four that nothing is said of are left out."""
    joined = {end for edge in graph["edges"] for end in (edge["source"], edge["target"])}
    isolated = len(graph["nodes"]) - len(joined)
    return len(joined) if joined and isolated > 4 else len(graph["nodes"])


def main(folder):
    files = sorted(folder.glob("*.dot"))
    assert files
    for file in files:
        text = read(file)
        graph = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
        # A node has a URL; columns are held by nodes that have none.
        assert text.count("URL=") == drawn_count(graph), file
    print(f"{len(files)} files read")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
