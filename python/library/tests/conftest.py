"""What the tests share: generated documents, and the program's own report over them as files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import generate

LIBRARY = Path(__file__).parents[1]
sys.path.insert(0, str(LIBRARY / "recipes"))

#: How many documents the recipes are tried on.
MANY = 400


def write(folder: Path, documents: list[tuple[str, str]]) -> None:
    for name, text in documents:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


class Program:
    """The built program, in a folder."""

    def __init__(self, file: str, folder: Path) -> None:
        self.file, self.folder = file, folder

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [self.file, *arguments]
        return subprocess.run(command, cwd=self.folder, capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL)

    def report(self, *arguments: str) -> dict[str, Any]:
        return json.loads(self.run("check", *arguments, "--format", "json").stdout)


@pytest.fixture(scope="session")
def binary() -> str:
    file = os.environ.get("CROSSCHECK")
    if not file:
        pytest.skip("CROSSCHECK does not name the built program")
    return file


@pytest.fixture
def program(binary: str, tmp_path: Path) -> Program:
    return Program(binary, tmp_path)


@pytest.fixture(scope="session")
def press() -> list[tuple[str, str]]:
    """Documents of many stories, with conflicts in every third."""
    return list(generate.documents(MANY))


@pytest.fixture(scope="session")
def whole(binary: str, press: list[tuple[str, str]], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the program says of all of them at once."""
    folder = tmp_path_factory.mktemp("press")
    write(folder, press)
    report = Program(binary, folder).report(".")
    # A report with nothing in it would be equal to any that found nothing.
    planted = {f"reports/{event:06}-3.txt" for event in range(0, MANY // 5, 3)}
    told = {label["path"] for finding in report["findings"] for label in finding["labels"]}
    assert planted <= told and any(finding["rule"] == "date/invalid" for finding in report["findings"])
    return report
