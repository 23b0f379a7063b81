// Starts `crosscheck lsp`, tells it of the documents that are open, and shows what it says.
'use strict';

const vscode = require('vscode');
const fs = require('node:fs');
const path = require('node:path');
const { Client } = require('./client.js');
const convert = require('./convert.js');

/** What is told to the server; everything else it reads from the disk. */
const LANGUAGES = ['markdown', 'plaintext', 'html', 'mdx', 'quarto', 'rmd', 'mediawiki', 'restructuredtext', 'asciidoc'];
const SCHEMES = ['file', 'untitled'];
const FILES = '**/{crosscheck.toml,pyproject.toml,crosscheck.baseline,*.md,*.markdown,*.txt,*.html,*.htm,*.wiki,*.docx,*.odt,*.epub,*.xlsx,*.srt,*.vtt,*.ipynb,*.eml,*.json,*.csv}';
const RUN = 'crosscheck.run';

const selector = SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language })));
const isOurs = (document) => SCHEMES.includes(document.uri.scheme) && LANGUAGES.includes(document.languageId);

let client;
let marks;
let log;
let bundled;

/** The program: the one that the user names, the one in the extension's own folder, or the one on the path. */
function program() {
  const named = vscode.workspace.getConfiguration('crosscheck').get('path');
  const own = path.join(bundled, 'bin', process.platform === 'win32' ? 'crosscheck.exe' : 'crosscheck');
  return named || (fs.existsSync(own) ? own : 'crosscheck');
}

/** How the program is called: with the one that converts other formats, where the user names one. */
function call() {
  const via = vscode.workspace.getConfiguration('crosscheck').get('via');
  return via ? ['lsp', '--via', via] : ['lsp'];
}

async function start() {
  const folder = vscode.workspace.workspaceFolders?.find((folder) => folder.uri.scheme === 'file');
  const name = program();
  const mine = new Client(
    name,
    call(),
    { cwd: folder?.uri.fsPath },
    {
      'textDocument/publishDiagnostics': ({ uri, diagnostics }) =>
        marks.set(vscode.Uri.parse(uri, true), diagnostics.map(convert.diagnostic)),
      'window/showMessage': ({ type, message }) => {
        const show = ['showErrorMessage', 'showWarningMessage', 'showInformationMessage'][type - 1];
        vscode.window[show ?? 'showInformationMessage'](`crosscheck: ${message}`);
      },
      'window/logMessage': ({ message }) => log.appendLine(message),
      'window/showDocument': async ({ uri, selection }) => {
        const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
        await vscode.window.showTextDocument(document, { selection: selection && convert.range(selection) });
        return { success: true };
      },
      stderr: (text) => log.append(text),
    },
    (what) => {
      if (client !== mine) return;
      client = undefined;
      marks.clear();
      const words = what instanceof Error ? `could not be started: ${what.message}` : `ended with status ${what}`;
      log.appendLine(`${name} ${words}`);
      vscode.window.showErrorMessage(
        `crosscheck: ${name} ${words}. Install crosscheck, or name the program in the setting crosscheck.path.`,
      );
    },
  );
  client = mine;
  const answer = await mine.request('initialize', {
    processId: process.pid,
    rootUri: folder ? folder.uri.toString() : null,
    capabilities: {
      general: { positionEncodings: ['utf-16'] },
      window: { showDocument: { support: true } },
      workspace: { workspaceEdit: { documentChanges: true } },
      textDocument: { publishDiagnostics: { relatedInformation: true } },
    },
  });
  if (!answer) return;
  mine.notify('initialized', {});
  vscode.workspace.textDocuments.filter(isOurs).forEach(opened);
}

async function stop() {
  const old = client;
  client = undefined;
  marks.clear();
  await old?.stop();
}

function opened(document) {
  const { uri, languageId, version } = document;
  const text = document.getText();
  client?.notify('textDocument/didOpen', { textDocument: { uri: uri.toString(), languageId, version, text } });
}

const about = (document) => ({ textDocument: { uri: document.uri.toString() } });

async function ask(method, params, token) {
  const answer = await client?.request(method, params, token).catch(() => undefined);
  return token?.isCancellationRequested ? undefined : answer;
}

const run = (command, args) => ask('workspace/executeCommand', { command, arguments: args });

/** Asks for the sources of the document that is shown. */
async function against() {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || !isOurs(document)) {
    vscode.window.showInformationMessage('crosscheck: open the draft first; it is a text of its own.');
    return;
  }
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: true,
    canSelectFolders: true,
    canSelectMany: true,
    openLabel: 'Check Against',
    title: `What must ${path.basename(document.uri.path)} agree with?`,
  });
  if (chosen?.length) await run('crosscheck.checkAgainst', [document.uri.toString(), chosen.map(String)]);
}

async function notAgainst() {
  const document = vscode.window.activeTextEditor?.document;
  if (document) await run('crosscheck.checkAgainst', [document.uri.toString(), []]);
}

async function activate(context) {
  bundled = context.extensionPath;
  log = vscode.window.createOutputChannel('crosscheck');
  marks = vscode.languages.createDiagnosticCollection('crosscheck');
  const watcher = vscode.workspace.createFileSystemWatcher(FILES);
  const seen = (type) => (uri) =>
    client?.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri.toString(), type }] });
  const told = (method, more = () => ({})) => (document) =>
    isOurs(document) && client?.notify(method, { ...about(document), ...more(document) });
  context.subscriptions.push(
    log,
    marks,
    watcher,
    watcher.onDidCreate(seen(1)),
    watcher.onDidChange(seen(2)),
    watcher.onDidDelete(seen(3)),
    vscode.workspace.onDidOpenTextDocument((document) => isOurs(document) && opened(document)),
    vscode.workspace.onDidCloseTextDocument(told('textDocument/didClose')),
    vscode.workspace.onDidSaveTextDocument(told('textDocument/didSave')),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (!isOurs(document) || contentChanges.length === 0) return;
      const textDocument = { uri: document.uri.toString(), version: document.version };
      client?.notify('textDocument/didChange', { textDocument, contentChanges: [{ text: document.getText() }] });
    }),
    vscode.languages.registerHoverProvider(selector, {
      async provideHover(document, position, token) {
        const found = await ask('textDocument/hover', { ...about(document), position }, token);
        return found ? convert.hover(found) : undefined;
      },
    }),
    vscode.languages.registerCodeActionsProvider(
      selector,
      {
        async provideCodeActions(document, range, _context, token) {
          const asked = { ...about(document), range: convert.rangeOut(range), context: { diagnostics: [] } };
          const found = await ask('textDocument/codeAction', asked, token);
          const here = marks.get(document.uri) ?? [];
          return found?.map((action) => convert.action(action, here, RUN)).filter(Boolean);
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    vscode.languages.registerDocumentLinkProvider(selector, {
      async provideDocumentLinks(document, token) {
        return (await ask('textDocument/documentLink', about(document), token))?.map(convert.link);
      },
    }),
    vscode.commands.registerCommand(RUN, run),
    vscode.commands.registerCommand('crosscheck.against', against),
    vscode.commands.registerCommand('crosscheck.notAgainst', notAgainst),
    vscode.commands.registerCommand('crosscheck.restart', async () => {
      await stop();
      await start();
    }),
  );
  await start().catch(() => {});
}

module.exports = { activate, deactivate: stop };
