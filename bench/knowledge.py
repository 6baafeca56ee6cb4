#!/usr/bin/env python3
"""Coverage of the tables of facts against reference lists, and what is missing.

Usage: knowledge.py KB_DIRECTORY [--missing]
KB_DIRECTORY holds factbook_countries.jsonl.gz, factbook_membership.tsv, gazetteer.json and
pocom_people.tsv. The tables are those of extract/tables beside this script.
"""
import collections
import csv
import gzip
import json
import pathlib
import re
import sys

TABLES = pathlib.Path(__file__).resolve().parent.parent / "extract" / "tables"


def rows(table):
    for line in (TABLES / f"{table}.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def cell(row, column):
    return [value for value in (row[column] if column < len(row) else "").split(";") if value]


def columns(table, *wanted):
    return {value.lower() for row in rows(table) for column in wanted for value in cell(row, column)}


def plain(name):
    """A name without remarks, or empty where a reference has none."""
    name = re.sub(r"\s*\(.*?\)", "", name).split(";")[0].strip()
    return "" if name.lower() in ("", "none", "n/a", "na") else re.sub(r"^(the|The) ", "", name)


def countries(directory):
    with gzip.open(directory / "factbook_countries.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def references(directory):
    """Lists of (what, names of the reference, names of the tables)."""
    states = columns("states", 0, 5)
    places = columns("places", 0, 1)
    capitals = columns("states", 4)
    demonyms = columns("states", 6, 7) | columns("peoples", 0, 1, 2)
    bodies = columns("organizations", 0, 1, 2)
    profiles = [c for c in countries(directory) if not c["dependency"] and c["independence"]]
    dependencies = [c for c in countries(directory) if c["dependency"]]
    names = lambda kind: [plain(c["names"].get(f"conventional {kind} form", "")) for c in profiles]
    yield "states, short names", names("short"), states
    yield "states, official names", names("long"), states
    yield "capitals", [plain(c["capital"].get("name", "")) for c in profiles], capitals
    yield ("demonyms", [re.split(r"[,;/]| or ", plain(c["nationality"].get("adjective", "")))[0]
                        for c in profiles if c["nationality"]], demonyms)
    yield "dependent areas", [plain(c["name"]) for c in dependencies], places | states
    with open(directory / "factbook_membership.tsv", encoding="utf-8") as lines:
        members = collections.Counter(row["organization"] for row in
                                      csv.DictReader(lines, delimiter="\t"))
    yield ("organizations with five members", [plain(o) for o, n in members.items() if n >= 5],
           bodies)
    gazetteer = json.loads((directory / "gazetteer.json").read_text(encoding="utf-8"))
    yield "gazetteer, states", list(gazetteer["states"]), states | places | demonyms
    yield "gazetteer, territories", list(gazetteer["territories"]), places | states
    yield "gazetteer, demonyms", list(gazetteer["demonyms"]), demonyms
    with open(directory / "pocom_people.tsv", encoding="utf-8") as lines:
        reader = csv.DictReader(lines, delimiter="\t")
        column = next(n for n in reader.fieldnames if "given" in n or "first" in n or "forename" in n)
        given = collections.Counter((row[column] or "").split(" ")[0] for row in reader)
    yield ("given names of three envoys", [n for n, count in given.items() if count >= 3 and
                                           len(n.strip(".")) > 1], columns("given_names", 0))


def disputed_pairs():
    """Other names of islands and regions that no state or several states have."""
    return sum(len(cell(row, 1)) for row in rows("places")
               if len(row) > 2 and row[2] in ("island", "region", "border") and not cell(row, 3))


def main():
    directory = pathlib.Path(sys.argv[1])
    print("| reference | names | known | share |\n|---|---|---|---|")
    missing = {}
    for what, wanted, known in references(directory):
        wanted = sorted({name for name in wanted if name})
        missing[what] = [name for name in wanted if name.lower() not in known]
        found = len(wanted) - len(missing[what])
        print(f"| {what} | {len(wanted)} | {found} | {100 * found / len(wanted):.1f} |")
    print(f"\nother names of disputed or shared islands and regions: {disputed_pairs()}")
    if "--missing" in sys.argv:
        for what, names in missing.items():
            print(f"\n{what}: {'; '.join(names)}")


if __name__ == "__main__":
    main()
