#!/usr/bin/env python3
"""Joins stand-off annotations to the texts that they are about, or takes them apart.

usage: annotations.py join SHARED ANNOTATIONS.jsonl OUT     writes OUT/texts.jsonl, OUT/graphs/<id>.json
       annotations.py split SHARED INDEX.json GRAPHS OUT.jsonl
       annotations.py names TREEBANK.conllu NAMES.jsonl OUT.jsonl     writes tokens with entities, for train_names

SHARED holds data/ and gold/ as README.md says. A line of ANNOTATIONS.jsonl is one document:
  {"id", "date", "source": {"file", "document", "paragraphs"} or {"file", "records"} or {"file"},
   "sha256" of the text,
   "nodes": [{"id", "kind", "name": [start, end] or text, "mentions": [[start, end, form], ...]}, ...],
   "edges": [{"source", "target", "type", "status", "evidence": [start, end], "time", "role", "asserted_by", "over"}, ...]}
Offsets count code points. A line of NAMES.jsonl is one document of a treebank: {"doc_id", "sha256" of its words joined by blanks,
"entities": [[begin, end, label], ...] in words}; Unknown says that it is open whether there is a name. A text whose hash differs is refused. INDEX.json says where the texts of GRAPHS are from.
"""
import gzip
import hashlib
import json
import os
import sys

ATTRIBUTES = ("time", "role", "asserted_by", "over")


def read(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as file:
        return file.read()


class Texts:
    """The texts of SHARED, each file read once."""

    def __init__(self, shared):
        self.shared = shared
        self.files = {}

    def content(self, name):
        if name not in self.files:
            root = self.shared if name.startswith("gold/") else os.path.join(self.shared, "data")
            self.files[name] = read(os.path.join(root, name))
        return self.files[name]

    def find(self, identifier, source):
        content = self.content(source["file"])
        if "records" in source:
            lines = content.splitlines()
            return "\n\n".join(json.loads(lines[n])["text"] for n in source["records"])
        if "document" in source:
            paragraphs = [p for p in content.split("\n\n")[source["document"]].split("\n") if p.strip()]
            first, last = source["paragraphs"]
            return "\n\n".join(paragraphs[first:last])
        for line in content.splitlines():
            record = json.loads(line)
            if record["id"] == identifier:
                return record["text"]
        sys.exit("%s: no document %s" % (source["file"], identifier))

    def checked(self, identifier, source, sha256):
        text = self.find(identifier, source)
        found = hashlib.sha256(text.encode()).hexdigest()
        if found != sha256:
            sys.exit("%s: text of %s has hash %s, want %s" % (source["file"], identifier, found, sha256))
        return text


def join_node(identifier, node, text):
    name = node["name"]
    if not isinstance(name, str):
        name = text[name[0]:name[1]]
    mentions = [{"document": identifier, "start": a, "end": b, "text": text[a:b], "form": form}
                for a, b, form in node["mentions"]]
    aliases = sorted({m["text"] for m in mentions if m["form"] == "name"} - {name})
    return {"id": node["id"], "kind": node["kind"], "name": name, "aliases": aliases, "mentions": mentions}


def join_edge(identifier, number, edge, text):
    a, b = edge["evidence"]
    joined = {"id": "e%d" % number, "source": edge["source"], "target": edge["target"], "type": edge["type"],
              "status": edge["status"],
              "evidence": [{"document": identifier, "start": a, "end": b, "text": text[a:b]}]}
    for key in ATTRIBUTES:
        if key in edge:
            joined[key] = edge[key] if isinstance(edge[key], str) else text[edge[key][0]:edge[key][1]]
    return joined


def join(shared, annotations, out):
    texts = Texts(shared)
    os.makedirs(os.path.join(out, "graphs"), exist_ok=True)
    with open(os.path.join(out, "texts.jsonl"), "w", encoding="utf-8") as lines:
        for line in read(annotations).splitlines():
            d = json.loads(line)
            text = texts.checked(d["id"], d["source"], d["sha256"])
            lines.write(json.dumps({"id": d["id"], "date": d.get("date"), "source": d["source"]["file"], "text": text},
                                   ensure_ascii=False) + "\n")
            graph = {"format": "entente-graph", "version": 1, "directed": True, "multigraph": True,
                     "graph": {"generator": "gold", "documents": [{"id": d["id"], "date": d.get("date")}]},
                     "nodes": [join_node(d["id"], n, text) for n in d["nodes"]],
                     "edges": [join_edge(d["id"], i, e, text) for i, e in enumerate(d["edges"], 1)]}
            with open(os.path.join(out, "graphs", d["id"] + ".json"), "w", encoding="utf-8") as file:
                json.dump(graph, file, ensure_ascii=False, indent=1)


def place_of(string, text):
    """A stretch of the text that reads so, else the string itself."""
    at = text.find(string)
    return [at, at + len(string)] if at >= 0 else string


def split_graph(graph, source, date, text):
    nodes = [{"id": n["id"], "kind": n["kind"], "name": place_of(n["name"], text),
              "mentions": [[m["start"], m["end"], m["form"]] for m in n["mentions"]]} for n in graph["nodes"]]
    ids = {n["id"] for n in graph["nodes"]}
    edges = []
    for e in graph["edges"]:
        first = e["evidence"][0]
        edge = {"source": e["source"], "target": e["target"], "type": e["type"], "status": e.get("status", "actual"),
                "evidence": [first["start"], first["end"]]}
        for key in ATTRIBUTES:
            if e.get(key):
                plain = key == "time" or e[key] in ids
                edge[key] = e[key] if plain else place_of(e[key], text)
        edges.append(edge)
    return {"date": date, "source": source, "sha256": hashlib.sha256(text.encode()).hexdigest(),
            "nodes": nodes, "edges": edges}


def split(shared, index, graphs, out):
    texts = Texts(shared)
    with open(out, "w", encoding="utf-8") as lines:
        for entry in json.loads(read(index)):
            path = os.path.join(graphs, entry["id"] + ".json")
            if not os.path.exists(path):
                continue
            source = {k: entry[k] for k in ("file", "document", "paragraphs", "records") if k in entry}
            text = texts.checked(entry["id"], source, entry["sha256"])
            date = entry["date"] if entry["date"] not in ("", "None") else None
            lines.write(json.dumps({"id": entry["id"], **split_graph(json.loads(read(path)), source, date, text)},
                                   ensure_ascii=False, separators=(",", ":")) + "\n")


def treebank_documents(path):
    """Words and sentences of each document of a CoNLL-U file."""
    documents = {}
    document, begin = None, 0
    for line in read(path).split("\n"):
        if line.startswith("# newdoc id = "):
            document = documents.setdefault(line[len("# newdoc id = "):], {"tokens": [], "sentences": []})
        elif not line and document is not None:
            if len(document["tokens"]) > begin:
                document["sentences"].append([begin, len(document["tokens"])])
        elif line.startswith("# sent_id"):
            begin = len(document["tokens"])
        elif line.split("\t")[0].isdigit():
            document["tokens"].append(line.split("\t")[1])
    return documents


def join_names(treebank, names, out):
    documents = treebank_documents(treebank)
    with open(out, "w", encoding="utf-8") as lines:
        for line in read(names).splitlines():
            record = json.loads(line)
            document = documents[record["doc_id"]]
            found = hashlib.sha256(" ".join(document["tokens"]).encode()).hexdigest()
            if found != record["sha256"]:
                sys.exit("%s: words of %s have hash %s, want %s" % (treebank, record["doc_id"], found, record["sha256"]))
            entities = [{"start": a, "end": b, "label": label} for a, b, label in record["entities"]]
            lines.write(json.dumps({"doc_id": record["doc_id"], **document, "entities": entities},
                                   ensure_ascii=False) + "\n")


if __name__ == "__main__":
    if len(sys.argv) == 5 and sys.argv[1] == "join":
        join(*sys.argv[2:])
    elif len(sys.argv) == 6 and sys.argv[1] == "split":
        split(*sys.argv[2:])
    elif len(sys.argv) == 5 and sys.argv[1] == "names":
        join_names(*sys.argv[2:])
    else:
        sys.exit(__doc__)
