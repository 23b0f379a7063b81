"""What the recipes find, story by story, is what the program finds over all documents at once."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest

import crosscheck
import generate
from conftest import LIBRARY, Program, write


def told(finding: dict[str, Any]) -> tuple[str, str, str, str, tuple[str, ...]]:
    places = tuple(f"{label['path']}:{label['line']}:{label['column']}" for label in finding["labels"])
    return finding["id"], finding["rule"], finding["severity"], finding["message"], places


def of_rows(rows: list[Any]) -> list[tuple[str, str, str, str, tuple[str, ...]]]:
    """Rows of a recipe, each after its story."""
    return sorted((row[1], row[2], row[3], row[4], tuple(row[5])) for row in rows)


def in_duckdb(documents: list[tuple[str, str]]) -> list[Any]:
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    pytest.importorskip("pandas", reason="pandas is not installed")
    import duckdb_stories

    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE documents (name VARCHAR, text VARCHAR)")
        connection.executemany("INSERT INTO documents VALUES (?, ?)", documents)
        duckdb_stories.register(connection)
        duckdb_stories.assign_stories(connection)
        return connection.execute(duckdb_stories.FINDINGS).fetchall()


# What was not compared within a large story is said, in a run over all documents too.
pytestmark = pytest.mark.filterwarnings("ignore:.*held against each other:crosscheck.CrosscheckWarning")


def test_duckdb_finds_what_the_program_finds(press: list[tuple[str, str]], whole: dict[str, Any]) -> None:
    assert of_rows(in_duckdb(press)) == sorted(map(told, whole["findings"]))


def test_the_queries_of_the_page_run(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    import duckdb_stories

    page = (LIBRARY.parents[1] / "docs/scale.md").read_text(encoding="utf-8")
    queries = [block.split("```")[0] for block in page.split("```sql\n")[1:]]
    documents = list(generate.documents(10))
    write(program.folder, documents)
    program.run("claims", ".", "--format", "jsonl", "--output", "claims.jsonl")
    monkeypatch.chdir(program.folder)
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE documents (name VARCHAR, text VARCHAR)")
        connection.executemany("INSERT INTO documents VALUES (?, ?)", documents)
        duckdb_stories.register(connection)
        duckdb_stories.assign_stories(connection)
        answers = [connection.execute(query).fetchall() for query in queries]
    assert len(answers) == 3 and all(answers[:2])
    assert (program.folder / "claims.parquet").exists()


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    pytest.importorskip("pyspark", reason="PySpark is not installed")
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    if int(pandas.__version__.split(".")[0]) >= 3:
        pytest.skip("this version of pandas is none that PySpark knows")
    if not shutil.which("java") or subprocess.run(["java", "-version"], capture_output=True).returncode:
        pytest.skip("Java is not installed")
    import spark_session

    session = spark_session.local()
    yield session
    session.stop()


def test_spark_finds_what_the_program_finds(
    spark: Any, press: list[tuple[str, str]], whole: dict[str, Any]
) -> None:
    import spark_stories

    documents = spark.createDataFrame(press, "name string, text string")
    rows = spark_stories.findings(spark_stories.with_stories(documents)).collect()
    assert len({row.story for row in rows}) > 10
    assert of_rows(rows) == sorted(map(told, whole["findings"]))


def test_what_names_one_thing_in_two_stories_is_not_found(program: Program, press: list[tuple[str, str]]) -> None:
    """The only findings that are lost: those between documents of different stories. One group of both finds them."""
    option = "\n## Options\n\n| Option | Default |\n|---|---|\n| `--queue-length` | {} |\n"
    pages = [("README.md", generate.notice(900) + option.format(30)), ("notices/b.md", generate.notice(901) + option.format(50))]
    documents = press[:50] + pages
    write(program.folder, documents)
    story = {name: group[0] for group in crosscheck.stories(documents) for name in group}
    assert story["README.md"] != story["notices/b.md"]
    everything = program.report(".")["findings"]
    beyond = [f for f in everything if len({story[label["path"]] for label in f["labels"]}) > 1]
    assert [finding["rule"] for finding in beyond] == ["setting/conflict"]
    within = sorted(told(finding) for finding in everything if finding not in beyond)
    assert of_rows(in_duckdb(documents)) == within
    assert [f["id"] for f in crosscheck.check_documents(pages)["findings"]] == [f["id"] for f in beyond]
