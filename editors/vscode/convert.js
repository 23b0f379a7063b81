// Between what the protocol calls things and what VS Code calls them.
'use strict';

const vscode = require('vscode');

const position = ({ line, character }) => new vscode.Position(line, character);
const range = ({ start, end }) => new vscode.Range(position(start), position(end));
const rangeOut = ({ start, end }) => ({
  start: { line: start.line, character: start.character },
  end: { line: end.line, character: end.character },
});

function diagnostic(mark) {
  const severity = [
    vscode.DiagnosticSeverity.Error,
    vscode.DiagnosticSeverity.Warning,
    vscode.DiagnosticSeverity.Information,
    vscode.DiagnosticSeverity.Hint,
  ][mark.severity - 1];
  const made = new vscode.Diagnostic(range(mark.range), mark.message, severity);
  made.source = mark.source;
  made.code = mark.code;
  made.relatedInformation = (mark.relatedInformation ?? []).map(
    ({ location, message }) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(vscode.Uri.parse(location.uri, true), range(location.range)),
        message,
      ),
  );
  return made;
}

/** An edit, or nothing if it is of another text than the one that is shown. */
function edit(sent) {
  const made = new vscode.WorkspaceEdit();
  for (const { textDocument, edits } of sent.documentChanges) {
    const uri = vscode.Uri.parse(textDocument.uri, true);
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    if (open && textDocument.version !== null && open.version !== textDocument.version) return undefined;
    for (const { range: place, newText } of edits) made.replace(uri, range(place), newText);
  }
  return made;
}

/** `run` is the command of the extension that hands a command to the server. */
function action(sent, marks, run) {
  const made = new vscode.CodeAction(sent.title, vscode.CodeActionKind.QuickFix);
  const of = sent.diagnostics?.[0];
  made.diagnostics = marks.filter((mark) => of && mark.code === of.code && mark.range.isEqual(range(of.range)));
  if (sent.command) {
    made.command = { command: run, title: sent.title, arguments: [sent.command.command, sent.command.arguments] };
  } else {
    made.edit = edit(sent.edit);
    if (!made.edit) return undefined;
  }
  return made;
}

/** Words, in which no mark of Markdown means anything. */
function hover(sent) {
  const text = new vscode.MarkdownString();
  text.appendText(sent.contents.value);
  return new vscode.Hover(text, range(sent.range));
}

const link = (sent) => {
  const made = new vscode.DocumentLink(range(sent.range), vscode.Uri.parse(sent.target, true));
  made.tooltip = sent.tooltip;
  return made;
};

module.exports = { action, diagnostic, edit, hover, link, position, range, rangeOut };
