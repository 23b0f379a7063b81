"""Finds claims in prose that cannot all be right.

What comes back is what the command line writes, as dictionaries: `check_documents` and `check_paths` give the object of
`crosscheck check --format json` (`crosscheck schema check`), `claims` the lines of `crosscheck claims --format jsonl`
(`crosscheck schema claims-jsonl`).

What the command line says on standard error is a `CrosscheckWarning`; a sentence with which it would end is a
`CrosscheckError`. All functions let other threads run while they work.
"""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Iterable
from datetime import date
from typing import Any, Union

from . import _native
from ._native import CrosscheckError, __version__

__all__ = [
    "CrosscheckError",
    "CrosscheckWarning",
    "Document",
    "__version__",
    "check_documents",
    "check_paths",
    "claims",
    "stories",
]

#: The path by which reports call it, whose extension tells its format, and its text or bytes.
Document = tuple[str, Union[str, bytes]]

_Path = Union[str, "os.PathLike[str]"]


class CrosscheckWarning(UserWarning):
    """Something could not be read, or was done otherwise than one may expect. The rest was still checked."""


def check_documents(
    documents: Iterable[Document],
    against: Iterable[Document] = (),
    *,
    reference_date: str | date | None = None,
    config: _Path | None = None,
) -> dict[str, Any]:
    """Checks documents against each other, or as drafts against sources.

    Nothing is looked up on the disk but `config`, whose patterns are matched against the documents' names.
    """
    text, said = _native.check_documents(list(documents), list(against), _day(reference_date), _path(config))
    _warn(said)
    report: dict[str, Any] = json.loads(text)
    return report


def check_paths(
    paths: Iterable[_Path] | None = None,
    against: Iterable[_Path] = (),
    *,
    reference_date: str | date | None = None,
    config: _Path | None = None,
) -> dict[str, Any]:
    """Checks files and folders as the command line does, with the project's `crosscheck.toml` and its baseline.

    Without paths, what the configuration names is checked, else the working directory; of no paths (`[]`) nothing is.
    """
    named = None if paths is None else [os.fspath(path) for path in paths]
    sources = [os.fspath(path) for path in against]
    text, said = _native.check_paths(named, sources, _day(reference_date), _path(config))
    _warn(said)
    report: dict[str, Any] = json.loads(text)
    return report


def claims(
    name: str,
    text: str | bytes,
    *,
    reference_date: str | date | None = None,
) -> list[dict[str, Any]]:
    """What a document claims, in the order of its text: a row of a table for each claim."""
    lines, said = _native.claims(name, text, _day(reference_date))
    _warn(said)
    # No other character than a line feed ends a line.
    return [json.loads(line) for line in lines.split("\n") if line]


def stories(
    documents: Iterable[Document],
    *,
    reference_date: str | date | None = None,
    config: _Path | None = None,
) -> list[list[str]]:
    """The names of documents that tell of one thing, together; each name is in one group.

    Documents of different groups are held against each other only where both name one thing (a setting, a version, a
    licence, a name that is written in two ways, a page and its translation).
    """
    groups, said = _native.stories(list(documents), _day(reference_date), _path(config))
    _warn(said)
    return groups


def _warn(said: list[str]) -> None:
    for sentence in said:
        # At the line that called the function.
        warnings.warn(sentence, CrosscheckWarning, stacklevel=3)


def _day(day: str | date | None) -> str | None:
    return day.isoformat() if isinstance(day, date) else day


def _path(path: _Path | None) -> str | None:
    return None if path is None else os.fspath(path)
