// The extension against the real server, in a VS Code of a few lines: `CROSSCHECK` names the program.
'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const Module = require('node:module');
const os = require('node:os');
const path = require('node:path');
const { test } = require('node:test');
const { pathToFileURL } = require('node:url');
const vscode = require('./vscode.js');

const load = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? vscode : load(name, ...rest));

const TREATY = 'The fishing treaty between Norland and Sundia was signed in Bern on 12 May 2014.\n';
const REPORT = 'The fishing treaty of Norland and Sundia, signed in Bern on 21 May 2014, ended a long dispute.\n';

const program = process.env.CROSSCHECK;

/** Until `what` gives something. */
async function until(what) {
  for (let tries = 0; tries < 600; tries += 1) {
    const found = await what();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`never: ${what}`);
}

function folder(files) {
  const made = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'crosscheck-')));
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(made, name), text);
  return made;
}

test('another program converts what the server does not read', { skip: process.platform === 'win32' && 'a script of the shell stands in' }, async () => {
  const root = folder({ 'a.md': TREATY });
  const stand = path.join(root, 'stand-in');
  fs.writeFileSync(stand, `#!/bin/sh\necho "$@" > "${root}/called"\n`, { mode: 0o755 });
  vscode.reset({ root: vscode.Uri.parse(pathToFileURL(root).href), settings: { path: stand, via: 'pandoc' } });
  const { activate, deactivate } = require('../extension.js');
  await activate({ extensionPath: root, subscriptions: [] });
  await until(() => fs.existsSync(path.join(root, 'called')) && fs.readFileSync(path.join(root, 'called'), 'utf8'));
  assert.equal(fs.readFileSync(path.join(root, 'called'), 'utf8').trim(), 'lsp --via pandoc');
  await deactivate();
});

test('marks, actions, hover and a draft against its source', { skip: !program && 'CROSSCHECK names no program' }, async () => {
  const root = folder({ 'treaty.md': TREATY, 'report.md': REPORT, 'crosscheck.toml': 'documents = ["*.md"]' });
  const uri = (name) => vscode.Uri.parse(pathToFileURL(path.join(root, name)).href);
  vscode.reset({ root: uri(''), settings: { path: program } });
  const document = vscode.open(uri('treaty.md'), 'markdown', TREATY);
  const { activate, deactivate } = require('../extension.js');
  await activate({ extensionPath: root, subscriptions: [] });
  const marks = (name) => vscode.marks(uri(name));

  const [mark] = await until(() => (marks('treaty.md')?.length === 1 ? marks('treaty.md') : undefined));
  assert.equal(mark.code, 'date/conflict');
  assert.equal(document.at(mark.range), '12 May 2014');
  assert.equal(mark.relatedInformation[0].location.uri.toString(), uri('report.md').toString());
  assert.match(mark.relatedInformation[0].message, /21 May 2014/);
  assert.equal(marks('report.md').length, 1);

  const hover = await vscode.providers.hover.provideHover(document, mark.range.start);
  assert.match(hover.contents.plain, /date: “12 May 2014”, read as 2014-05-12/);

  const actions = await vscode.providers.actions.provideCodeActions(document, mark.range);
  assert.ok(actions.every((action) => action.diagnostics[0] === mark));
  const open = actions.find((action) => action.title.startsWith('Open report.md:1'));
  await vscode.run(open.command);
  await until(() => vscode.shown.find((shown) => shown.toString() === uri('report.md').toString()));
  const write = actions.find((action) => action.title.startsWith('Write “21 May 2014” for “12 May 2014”'));
  document.apply(write.edit);
  assert.equal(document.getText(), TREATY.replace('12 May', '21 May'));
  await until(() => marks('treaty.md').length === 0 && marks('report.md').length === 0);

  // An edit of an older text is not made.
  document.edit(`${TREATY}On 31 June 2025 it rained.\n`);
  await until(() => marks('treaty.md').length === 2);
  const late = vscode.providers.actions.provideCodeActions(document, marks('treaty.md')[1].range);
  document.version += 1;
  assert.ok((await late).every((action) => action.command));
  document.edit('The lock opened on 3 May 1921 and cost 40,000 crowns.\n');

  fs.writeFileSync(path.join(root, 'lock.txt'), 'The lock opened on 3 May 1921. It has two gates.\n');
  vscode.chosen = [uri('lock.txt')];
  vscode.window.activeTextEditor = { document };
  await vscode.run({ command: 'crosscheck.against' });
  await until(() => marks('treaty.md').some((mark) => mark.code === 'quantity/unsupported'));
  await vscode.run({ command: 'crosscheck.notAgainst' });
  await until(() => marks('treaty.md').length === 0);

  await vscode.run({ command: 'crosscheck.restart' });
  document.edit('On 31 June 2025 it rained.\n');
  await until(() => marks('treaty.md')?.length === 1);
  await deactivate();
  fs.rmSync(root, { recursive: true });
});

test('a program that is not there is told', async () => {
  vscode.reset({ root: undefined, settings: { path: path.join(os.tmpdir(), 'no-such-program') } });
  const { activate, deactivate } = require('../extension.js');
  await activate({ extensionPath: os.tmpdir(), subscriptions: [] });
  await until(() => vscode.messages.find((message) => message.includes('name the program in the setting crosscheck.path')));
  await deactivate();
});

test('what the manifest names is there', () => {
  const manifest = JSON.parse(fs.readFileSync(path.join(__dirname, '../package.json'), 'utf8'));
  const source = fs.readFileSync(path.join(__dirname, '../extension.js'), 'utf8');
  for (const { command } of manifest.contributes.commands) assert.ok(source.includes(`'${command}'`), command);
  const cargo = fs.readFileSync(path.join(__dirname, '../../../Cargo.toml'), 'utf8');
  assert.ok(cargo.includes(`version = "${manifest.version}"`), 'the version is that of the program');
});
