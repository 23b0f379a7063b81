"""The server as pytest-lsp speaks to it: a mark with both places, a claim told of, and an action applied."""

import pathlib

import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

FOLDER = pathlib.Path(__file__).parent.resolve()
PROGRAM = r"CROSSCHECK"


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[PROGRAM, "lsp"]))
async def client(lsp_client: LanguageClient):
    params = types.InitializeParams(
        capabilities=client_capabilities("neovim"),
        workspace_folders=[types.WorkspaceFolder(uri=FOLDER.as_uri(), name="texts")],
    )
    await lsp_client.initialize_session(params)
    yield
    await lsp_client.shutdown_session()


async def test_a_mark_with_both_places_and_an_action(client: LanguageClient):
    here, there = FOLDER / "treaty.md", FOLDER / "report.md"
    text = here.read_text(encoding="utf-8")
    item = types.TextDocumentItem(uri=here.as_uri(), language_id="markdown", version=1, text=text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=item))
    while not client.diagnostics.get(here.as_uri()):
        await client.wait_for_notification("textDocument/publishDiagnostics")
    (mark,) = client.diagnostics[here.as_uri()]
    assert mark.code == "date/conflict" and mark.severity == types.DiagnosticSeverity.Error
    (related,) = mark.related_information
    assert related.location.uri == there.as_uri() and "21 May 2014" in related.message

    at = types.TextDocumentIdentifier(uri=here.as_uri())
    hover = await client.text_document_hover_async(types.HoverParams(at, mark.range.start))
    assert hover.contents.value.startswith("date: “12 May 2014”, read as 2014-05-12")

    context = types.CodeActionContext(diagnostics=[mark])
    actions = await client.text_document_code_action_async(types.CodeActionParams(at, mark.range, context))
    (write,) = [action for action in actions if action.title.startswith("Write “21 May 2014” for “12 May 2014”")]
    # This client takes no versions with its edits.
    ((changed, (edit,)),) = write.edit.changes.items()
    assert changed == here.as_uri()
    lines = text.splitlines(keepends=True)
    line = lines[edit.range.start.line]
    lines[edit.range.start.line] = line[: edit.range.start.character] + edit.new_text + line[edit.range.end.character :]
    version = types.VersionedTextDocumentIdentifier(uri=here.as_uri(), version=2)
    whole = [types.TextDocumentContentChangeWholeDocument(text="".join(lines))]
    client.text_document_did_change(types.DidChangeTextDocumentParams(version, whole))
    while client.diagnostics[here.as_uri()]:
        await client.wait_for_notification("textDocument/publishDiagnostics")
    assert not client.diagnostics.get(there.as_uri())
    here.write_text("".join(lines), encoding="utf-8")
