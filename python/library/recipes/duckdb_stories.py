"""A table of documents in DuckDB, checked story by story: one row for each finding.

    connection = duckdb.connect("press.db")     # has documents(name, text)
    register(connection)
    assign_stories(connection)
    connection.sql(FINDINGS).show()

`crosscheck(list)` is a function of SQL over the documents of one group. Whatever groups there are (a column of your own, a
site, a day) will do in place of the stories: documents of different groups are not held against each other.
"""

from __future__ import annotations

from typing import Any

import crosscheck
import duckdb
import pandas

DOCUMENTS = "STRUCT(name VARCHAR, text VARCHAR)[]"
FOUND = "STRUCT(id VARCHAR, rule VARCHAR, severity VARCHAR, message VARCHAR, places VARCHAR[])[]"

FINDINGS = """
    WITH checked AS (
        SELECT story, crosscheck(list({'name': name, 'text': text} ORDER BY name)) AS found
        FROM documents JOIN stories USING (name)
        GROUP BY story
    )
    SELECT story, finding.* FROM (SELECT story, unnest(found) AS finding FROM checked) ORDER BY story, finding.id
"""


def findings(documents: list[dict[str, str]]) -> list[dict[str, Any]]:
    report = crosscheck.check_documents([(document["name"], document["text"]) for document in documents])
    places = lambda finding: [f"{label['path']}:{label['line']}:{label['column']}" for label in finding["labels"]]
    parts = ("id", "rule", "severity", "message")
    return [{part: finding[part] for part in parts} | {"places": places(finding)} for finding in report["findings"]]


def register(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes `crosscheck(list)` known."""
    connection.create_function("crosscheck", findings, [connection.type(DOCUMENTS)], connection.type(FOUND))


def assign_stories(connection: duckdb.DuckDBPyConnection) -> None:
    """Writes the table `stories(name, story)` of the documents that tell of one thing; a story is called by its first."""
    documents = connection.execute("SELECT name, text FROM documents").fetchall()
    rows = [(name, group[0]) for group in crosscheck.stories(documents) for name in group]
    told = pandas.DataFrame(rows, columns=["name", "story"])
    connection.execute("CREATE OR REPLACE TABLE stories AS SELECT * FROM told")
