"""Reads native JSON with programs that are not ours: jsonschema and networkx.

usage: check_json.py FOLDER SAMPLES: of what export_files wrote to FOLDER, and the sample graphs.
"""

import copy
import json
import pathlib
import sys

import jsonschema
import networkx


def break_rules(graph):
    """Copies of a graph, each breaking one rule of the schema."""
    def broken(change):
        result = copy.deepcopy(graph)
        change(result)
        return result

    yield broken(lambda g: g.update(format="gexf"))
    yield broken(lambda g: g.update(version=2))
    yield broken(lambda g: g.update(directed=False))
    yield broken(lambda g: g.pop("edges"))
    yield broken(lambda g: g.pop("nodes"))
    yield broken(lambda g: g["graph"].pop("documents"))
    yield broken(lambda g: g["graph"]["documents"][0].update(date="yesterday"))
    yield broken(lambda g: g["nodes"][0].update(kind="Planet"))
    yield broken(lambda g: g["nodes"][0].pop("name"))
    yield broken(lambda g: g["nodes"][0]["mentions"][0].update(start=-1))
    yield broken(lambda g: g["edges"][0].update(type="knows"))
    yield broken(lambda g: g["edges"][0].update(time="soon"))
    yield broken(lambda g: g["edges"][0].update(status="maybe"))
    yield broken(lambda g: g["edges"][0].update(confidence=1.5))
    yield broken(lambda g: g["edges"][0].update(evidence=[]))


def check_networkx(file, graph):
    key = "links" if "links" in graph else "edges"
    try:
        read = networkx.node_link_graph(graph, edges=key)
    except TypeError:  # before 3.4
        read = networkx.node_link_graph(graph, link=key) if key != "links" else \
            networkx.node_link_graph(graph)
    assert read.is_directed() and read.is_multigraph(), file
    assert set(read.nodes) == {node["id"] for node in graph["nodes"]}, file
    assert read.number_of_edges() == len(graph[key]), file
    for node in graph["nodes"]:
        assert read.nodes[node["id"]]["kind"] == node["kind"], file


def main(folder, samples):
    schema = json.loads((folder / "schema").read_text(encoding="utf-8"))
    latest = jsonschema.validators.validator_for(schema)
    validators = [latest, jsonschema.Draft7Validator]
    for validator in validators:
        validator.check_schema(schema)
    files = sorted(folder.glob("*.json")) + sorted(samples.glob("*.json"))
    for file in files:
        graph = json.loads(file.read_text(encoding="utf-8"))
        for validator in validators:
            errors = [e.message for e in validator(schema).iter_errors(graph)]
            assert not errors, (file, errors[:3])
        check_networkx(file, graph)
    small = json.loads((folder / "small.json").read_text(encoding="utf-8"))
    for validator in validators:
        for broken in break_rules(small):
            assert not validator(schema).is_valid(broken), broken
    print(f"{len(files)} files read")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
