"""A table of documents in Spark, checked story by story: one row for each finding.

    spark.sparkContext.addPyFile(".../spark_stories.py")   # crosscheck-prose itself is installed on every worker
    documents = with_stories(documents)                    # name, text -> name, text, story
    findings(documents).write.parquet("findings")

Whatever groups there are (a column of your own, a site, a day) will do in place of the stories, and then nothing passes
through the driver: documents of different groups are not held against each other.
"""

from __future__ import annotations

import crosscheck
import pandas
from pyspark.sql import DataFrame

FOUND = "story string, id string, rule string, severity string, message string, places array<string>"


def findings(documents: DataFrame) -> DataFrame:
    """The findings of documents (`name`, `text`, `story`), each story checked by one worker."""
    return documents.groupBy("story").applyInPandas(findings_of_story, FOUND)


def findings_of_story(documents: pandas.DataFrame) -> pandas.DataFrame:
    report = crosscheck.check_documents(zip(documents["name"], documents["text"]))
    rows = [
        (
            documents["story"].iloc[0],
            finding["id"],
            finding["rule"],
            finding["severity"],
            finding["message"],
            [f"{label['path']}:{label['line']}:{label['column']}" for label in finding["labels"]],
        )
        for finding in report["findings"]
    ]
    return pandas.DataFrame(rows, columns=["story", "id", "rule", "severity", "message", "places"])


def with_stories(documents: DataFrame) -> DataFrame:
    """Documents (`name`, `text`) with the story that each is of, which is called by its first document. They are read on
    the driver, one after the other; of each only what it is known by is kept with its text."""
    texts = ((row.name, row.text) for row in documents.select("name", "text").toLocalIterator())
    rows = [(name, group[0]) for group in crosscheck.stories(texts) for name in group]
    told = documents.sparkSession.createDataFrame(rows, "name string, story string")
    return documents.join(told, "name")
