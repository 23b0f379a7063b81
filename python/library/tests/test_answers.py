"""What the library says is what the program says."""

from __future__ import annotations

import ast
import datetime
import json
import warnings
from pathlib import Path

import pytest

import crosscheck
from crosscheck import _native
from conftest import LIBRARY, Program, write

FERRY = [
    ("wire.txt", "The ferry hit the pier on 3 May 2021, and 14 people were hurt.\n"),
    ("notes/paper.md", "# Pier\n\nThe ferry hit the pier on 3 May 2021, and 17 people were hurt.\n"),
]
PAGES = ["Walling has 12 ships.\n", "The hall of Walling opened on 31 June 2021 and cost 3.5 million euros.\n"]


def test_documents_are_checked_as_files_are(program: Program) -> None:
    write(program.folder, FERRY)
    report = crosscheck.check_documents(FERRY)
    assert report == program.report(".")
    assert [finding["rule"] for finding in report["findings"]] == ["quantity/conflict"]
    # Bytes are as good as text, and the order is of no matter.
    assert crosscheck.check_documents((name, text.encode()) for name, text in reversed(FERRY)) == report


def test_a_draft_is_held_against_its_sources(program: Program) -> None:
    write(program.folder, FERRY)
    (draft, source) = FERRY
    report = crosscheck.check_documents([draft], against=[source])
    assert report == program.report("wire.txt", "--against", "notes/paper.md")
    assert report["claims"] and [document["role"] for document in report["documents"]] == ["draft", "source"]


def test_paths_are_checked_with_their_configuration(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    write(program.folder, FERRY)
    monkeypatch.chdir(program.folder)
    loud = crosscheck.check_paths(["wire.txt", Path("notes")])
    assert loud == program.report(".") and loud["findings"]
    write(program.folder, [("crosscheck.toml", "documents = ['**/*.md', '*.txt']\nlevels = { quantity = 'off' }\n")])
    quiet = crosscheck.check_paths()
    assert quiet == program.report() and not quiet["findings"] and len(quiet["documents"]) == 2
    # Documents in memory have the configuration that is named, and no other.
    assert crosscheck.check_documents(FERRY)["findings"]
    assert not crosscheck.check_documents(FERRY, config="crosscheck.toml")["findings"]
    # A baseline accepts what it accepts, and a list that came out empty is not everything.
    (program.folder / "crosscheck.toml").unlink()
    assert program.run("baseline", "create", ".").returncode == 0
    assert not crosscheck.check_paths(["."])["findings"]
    assert crosscheck.check_paths([])["documents"] == []
    assert crosscheck.check_paths(["wire.txt"], against=[Path("notes")])["claims"]


def test_claims_are_the_lines_of_the_table(program: Program) -> None:
    name, text = "page.md", "".join(PAGES)
    write(program.folder, [(name, text)])
    lines = program.run("claims", name, "--format", "jsonl").stdout
    rows = crosscheck.claims(name, text)
    assert rows == [json.loads(line) for line in lines.splitlines()]
    assert any(row["kind"] == "quantity" and row["unit"] == "EUR" for row in rows)
    assert rows == crosscheck.claims(name, text.encode())
    day = {"reference_date": "2025-12-01"}
    (today,) = [row for row in crosscheck.claims("a.txt", "It opened on Thursday.\n", **day) if row["kind"] == "date"]
    assert today["value"] == "2025-11-27"


def test_stories_hold_each_document_once(program: Program, press: list[tuple[str, str]]) -> None:
    groups = crosscheck.stories(press)
    assert sorted(name for group in groups for name in group) == sorted(name for name, _ in press)
    assert 20 < len(groups) < len(press) and groups == sorted(groups)
    # The reports of one event stand together.
    assert any({f"reports/000007-{number}.txt" for number in range(4)} <= set(group) for group in groups)
    assert crosscheck.stories([]) == []


def test_a_reference_date_may_be_a_day() -> None:
    page = ("a.txt", "The shop opens on Thursday.\n")
    by_text = crosscheck.claims(*page, reference_date="2025-12-01")
    assert by_text == crosscheck.claims(*page, reference_date=datetime.date(2025, 12, 1))
    assert by_text != crosscheck.claims(*page, reference_date="2025-12-09")


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: crosscheck.check_documents([("a", "x"), ("a", "y")]), "a: is given twice; give each document a name"),
        (lambda: crosscheck.check_documents([("a", "x")], [("a", "y")]), "a: is given twice; give each document a name"),
        (lambda: crosscheck.check_documents([("", "x")]), "a document has no name; give each one of its own"),
        (lambda: crosscheck.check_documents(FERRY, reference_date="May"), "reference_date: `May` is no day as YYYY-MM-DD"),
        (lambda: crosscheck.check_documents(FERRY, config="no.toml"), "no.toml: cannot be read: "),
        (lambda: crosscheck.check_documents([("a.txt", b"\0\1\2\3")]), "a.txt: is binary, not text; "),
        (lambda: crosscheck.claims("a.txt", b"\0\1\2\3"), "a.txt: is binary, not text; "),
        (lambda: crosscheck.check_paths(["gone.txt"]), "gone.txt: does not exist; check the path"),
        (lambda: crosscheck.check_paths(["-"]), "-: standard input is for the command line; "),
        (lambda: crosscheck.check_paths(["."], against=["."]), "no source is left to check against, "),
    ],
)
def test_an_error_is_the_sentence_of_the_program(call, sentence: str, tmp_path: Path, monkeypatch) -> None:
    write(tmp_path, [("page.txt", PAGES[0])])
    monkeypatch.chdir(tmp_path)
    with pytest.raises(crosscheck.CrosscheckError) as error, warnings.catch_warnings():
        warnings.simplefilter("error")
        call()
    assert str(error.value).startswith(sentence)


def test_the_example_of_the_readme_finds_what_it_is_about(capsys: pytest.CaptureFixture[str]) -> None:
    _, code = (LIBRARY / "README.md").read_text(encoding="utf-8").split("```python\n")
    exec(code.split("```")[0], {})
    assert capsys.readouterr().out == "quantity/conflict “17 people” here, “14 people” there\n"


def test_what_the_program_says_beside_the_report_is_a_warning(program: Program) -> None:
    damaged = [("a.txt", b"The caf\xe9 of Brest has 12 \xe2\x82\xac.\n"), ("b.txt", b"\0\1\2"), ("c.txt", b"")]
    for name, content in damaged:
        (program.folder / name).write_bytes(content)
    run = program.run("check", ".", "--format", "json")
    with pytest.warns(crosscheck.CrosscheckWarning) as said:
        report = crosscheck.check_documents(damaged)
    assert run.stderr == "".join(f"crosscheck: {warning.message}\n" for warning in said) and len(said) >= 3
    assert report == json.loads(run.stdout) and report["refused"]
    # It points at the line that asked.
    assert {Path(warning.filename).name for warning in said} == {Path(__file__).name}


def test_sources_that_a_document_names_are_not_looked_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = "---\nsources: [facts.csv]\n---\n\nWalling has 12 ships.\n"
    with pytest.warns(crosscheck.CrosscheckWarning, match="page.md: names its sources, which were not read; "):
        crosscheck.check_documents([("page.md", page)])


def test_the_types_name_what_is_there() -> None:
    stub = Path(_native.__file__).with_name("_native.pyi").read_text(encoding="utf-8")
    named = {node.name for node in ast.parse(stub).body if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    assert named == {name for name in dir(_native) if not name.startswith("_")}
    assert Path(_native.__file__).with_name("py.typed").exists()


@pytest.mark.parametrize("wrong", [None, [("a.txt", 3)], ["a.txt"], [("a.txt",)]])
def test_what_is_no_document_is_a_type_error(wrong) -> None:
    with pytest.raises((TypeError, ValueError)):
        crosscheck.check_documents(wrong)
