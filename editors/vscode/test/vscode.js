// As much of VS Code as the extension uses.
'use strict';

class Position {
  constructor(line, character) {
    Object.assign(this, { line, character });
  }
}

class Range {
  constructor(start, end) {
    Object.assign(this, { start, end });
  }
  isEqual(other) {
    return JSON.stringify(this) === JSON.stringify(other);
  }
}

class Uri {
  constructor(href) {
    this.href = href;
    const url = new URL(href);
    this.scheme = url.protocol.slice(0, -1);
    this.path = decodeURIComponent(url.pathname);
    this.fsPath = this.path;
  }
  static parse(href) {
    return new Uri(href);
  }
  toString() {
    return this.href;
  }
}

class Edit {
  edits = [];
  replace(uri, range, text) {
    this.edits.push({ uri, range, text });
  }
}

class Document {
  version = 1;
  constructor(uri, languageId, text) {
    Object.assign(this, { uri, languageId, text });
  }
  getText() {
    return this.text;
  }
  offset({ line, character }) {
    const before = this.text.split('\n').slice(0, line);
    return before.reduce((sum, line) => sum + line.length + 1, 0) + character;
  }
  at({ start, end }) {
    return this.text.slice(this.offset(start), this.offset(end));
  }
  edit(text) {
    this.text = text;
    this.version += 1;
    listeners.change.forEach((hear) => hear({ document: this, contentChanges: [{}] }));
  }
  apply({ edits }) {
    for (const { range, text } of edits) {
      this.edit(this.text.slice(0, this.offset(range.start)) + text + this.text.slice(this.offset(range.end)));
    }
  }
}

const listeners = { change: [] };
const commands = new Map();
let collection = new Map();
let settings = {};
const nothing = { dispose() {} };
const plain = (fields) => class { constructor(...values) { fields.forEach((name, at) => (this[name] = values[at])); } };

const vscode = {
  Position,
  Range,
  Uri,
  WorkspaceEdit: Edit,
  Location: plain(['uri', 'range']),
  Diagnostic: plain(['range', 'message', 'severity']),
  DiagnosticRelatedInformation: plain(['location', 'message']),
  CodeAction: plain(['title', 'kind']),
  DocumentLink: plain(['range', 'target']),
  Hover: plain(['contents', 'range']),
  MarkdownString: class {
    plain = '';
    appendText(text) {
      this.plain += text;
    }
  },
  DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
  CodeActionKind: { QuickFix: 'quickfix' },
  languages: {
    createDiagnosticCollection: () => ({
      set: (uri, marks) => collection.set(uri.toString(), marks),
      get: (uri) => collection.get(uri.toString()),
      clear: () => collection.clear(),
      ...nothing,
    }),
    registerHoverProvider: (_, provider) => ((vscode.providers.hover = provider), nothing),
    registerCodeActionsProvider: (_, provider) => ((vscode.providers.actions = provider), nothing),
    registerDocumentLinkProvider: (_, provider) => ((vscode.providers.links = provider), nothing),
  },
  workspace: {
    textDocuments: [],
    getConfiguration: () => ({ get: (name) => settings[name] }),
    createFileSystemWatcher: () => ({
      onDidCreate: () => nothing,
      onDidChange: () => nothing,
      onDidDelete: () => nothing,
      ...nothing,
    }),
    onDidOpenTextDocument: () => nothing,
    onDidCloseTextDocument: () => nothing,
    onDidSaveTextDocument: () => nothing,
    onDidChangeTextDocument: (hear) => (listeners.change.push(hear), nothing),
    openTextDocument: async (uri) => ({ uri }),
  },
  window: {
    createOutputChannel: () => ({ append() {}, appendLine() {}, ...nothing }),
    showErrorMessage: (message) => vscode.messages.push(message),
    showWarningMessage: (message) => vscode.messages.push(message),
    showInformationMessage: (message) => vscode.messages.push(message),
    showTextDocument: async ({ uri }) => vscode.shown.push(uri),
    showOpenDialog: async () => vscode.chosen,
  },
  commands: { registerCommand: (name, run) => (commands.set(name, run), nothing) },

  // What a test asks and sets.
  providers: {},
  messages: [],
  shown: [],
  chosen: undefined,
  reset({ root, settings: given }) {
    settings = given;
    collection = new Map();
    listeners.change.length = 0;
    vscode.workspace.workspaceFolders = root ? [{ uri: root }] : undefined;
    vscode.workspace.textDocuments.length = 0;
    vscode.messages.length = 0;
  },
  open(uri, languageId, text) {
    const document = new Document(uri, languageId, text);
    vscode.workspace.textDocuments.push(document);
    return document;
  },
  marks: (uri) => collection.get(uri.toString()),
  run: ({ command, arguments: given = [] }) => commands.get(command)(...given),
};

module.exports = vscode;
