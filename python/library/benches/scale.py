"""How long so many generated documents take, and how much memory, way by way; each in a process of its own. Seconds of the
clock hang on what else the machine does; those of the processors (start-up and the making of documents with them) less.

    CROSSCHECK=target/release/crosscheck python benches/scale.py 1000 10000

Only figures of one run on one machine may be held against each other: `docs/scale.md` has those of one.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

LIBRARY = Path(__file__).parents[1]
sys.path[:0] = [str(LIBRARY / "tests"), str(LIBRARY / "recipes")]

import generate  # noqa: E402


def program(count: int, *arguments: str) -> int:
    """The program over the documents as files: how many lines, or findings, it writes."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in generate.documents(count):
            file = Path(folder) / name
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        out = Path(folder) / "out"
        begun = time.perf_counter()
        with out.open("wb") as sink:
            subprocess.run([os.environ["CROSSCHECK"], *arguments], cwd=folder, stdout=sink, stderr=subprocess.DEVNULL)
        timed(begun)
        if "jsonl" in arguments:
            return out.read_bytes().count(b"\n")
        return len(json.loads(out.read_bytes())["findings"])


def stories(count: int) -> int:
    import crosscheck

    documents = list(generate.documents(count))
    begun = time.perf_counter()
    groups = crosscheck.stories(documents)
    timed(begun)
    return len(groups)


def groups(count: int) -> int:
    import crosscheck

    documents = dict(generate.documents(count))
    begun = time.perf_counter()
    found = 0
    for group in crosscheck.stories(documents.items()):
        found += len(crosscheck.check_documents([(name, documents[name]) for name in group])["findings"])
    timed(begun)
    return found


def duckdb(count: int) -> int:
    import duckdb
    import duckdb_stories
    import pandas

    connection = duckdb.connect()
    told = pandas.DataFrame(generate.documents(count), columns=["name", "text"])
    connection.execute("CREATE TABLE documents AS SELECT * FROM told")
    begun = time.perf_counter()
    duckdb_stories.register(connection)
    duckdb_stories.assign_stories(connection)
    found = len(connection.execute(duckdb_stories.FINDINGS).fetchall())
    timed(begun)
    return found


def spark(count: int) -> int:
    import spark_session
    import spark_stories

    session = spark_session.local()
    documents = session.createDataFrame(list(generate.documents(count)), "name string, text string")
    begun = time.perf_counter()
    found = spark_stories.findings(spark_stories.with_stories(documents)).count()
    timed(begun)
    return found


def timed(begun: float) -> None:
    print(f"{time.perf_counter() - begun:.2f}", end=" ")


WAYS: dict[str, Callable[[int], int]] = {
    "check": lambda count: program(count, "check", ".", "--format", "json"),
    "claims": lambda count: program(count, "claims", ".", "--format", "jsonl"),
    "stories": stories,
    "groups": groups,
    "duckdb": duckdb,
    "spark": spark,
}


def main() -> None:
    if sys.argv[1] in WAYS:
        came = WAYS[sys.argv[1]](int(sys.argv[2]))
        used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        print(f"{sum(of.ru_utime + of.ru_stime for of in used):.2f}", *(of.ru_maxrss // 1024 for of in used), came)
        return
    for count in map(int, sys.argv[1:]):
        bytes_of_all = sum(len(text.encode()) for _, text in generate.documents(count))
        print(f"{count} documents, {bytes_of_all / 1e6:.1f} MB")
        for way in WAYS:
            command = [sys.executable, "-W", "ignore", __file__, way, str(count)]
            run = subprocess.run(command, capture_output=True, text=True)
            if run.returncode:
                print(f"  {way}: {run.stderr.strip().splitlines()[-1]}")
                continue
            clock, processors, own, of_children, came = run.stdout.split()[-5:]
            memory = f"{own} MiB here, {of_children} MiB in the largest child"
            print(f"  {way:8} {clock:>7} s, {processors:>7} s of processors; {memory}; {came}")


if __name__ == "__main__":
    main()
