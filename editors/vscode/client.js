// The language server protocol over a program's standard input and output: messages in and out, and nothing of what
// they are about. No package does this, so that the extension is these few files and nothing else.
'use strict';

const { spawn } = require('node:child_process');

class Client {
  /**
   * `on` has a function for each notification and request of the server that is heard; `gone` is called once, with the
   * exit status or the error by which the program could not be started.
   */
  constructor(program, args, options, on, gone) {
    this.on = on;
    this.waiting = new Map();
    this.asked = 0;
    this.rest = Buffer.alloc(0);
    this.isGone = false;
    this.process = spawn(program, args, { ...options, stdio: ['pipe', 'pipe', 'pipe'] });
    const ended = (what) => {
      if (this.isGone) return;
      this.isGone = true;
      for (const { reject } of this.waiting.values()) reject(new Error('the server has ended'));
      this.waiting.clear();
      gone(what);
    };
    this.process.on('error', ended);
    this.process.on('exit', (status) => ended(status));
    this.process.stdin.on('error', () => {});
    this.process.stdout.on('data', (bytes) => this.take(bytes));
    this.process.stderr.on('data', (bytes) => on.stderr?.(String(bytes)));
  }

  notify(method, params) {
    this.write({ jsonrpc: '2.0', method, params });
  }

  /** The answer; it is `undefined` where the server refuses, or `token` says that nobody waits for it any more. */
  request(method, params, token) {
    const id = ++this.asked;
    this.write({ jsonrpc: '2.0', id, method, params });
    token?.onCancellationRequested(() => this.notify('$/cancelRequest', { id }));
    return new Promise((resolve, reject) => {
      if (this.isGone) reject(new Error('the server has ended'));
      else this.waiting.set(id, { resolve, reject });
    });
  }

  write(message) {
    if (this.isGone) return;
    const body = Buffer.from(JSON.stringify(message));
    this.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.process.stdin.write(body);
  }

  take(bytes) {
    this.rest = Buffer.concat([this.rest, bytes]);
    for (;;) {
      const head = this.rest.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = /content-length: *(\d+)/i.exec(this.rest.toString('latin1', 0, head));
      const end = head + 4 + Number(length?.[1] ?? 0);
      if (this.rest.length < end) return;
      const body = this.rest.toString('utf8', head + 4, end);
      this.rest = this.rest.subarray(end);
      this.hear(JSON.parse(body));
    }
  }

  async hear(message) {
    if (message.method === undefined) {
      const waiting = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      if (message.error) waiting?.resolve(undefined);
      else waiting?.resolve(message.result);
      return;
    }
    const result = await this.on[message.method]?.(message.params);
    if (message.id !== undefined) this.write({ jsonrpc: '2.0', id: message.id, result: result ?? null });
  }

  /** As the protocol asks; a server that does not end is ended. */
  async stop() {
    if (this.isGone) return;
    const late = setTimeout(() => this.process.kill(), 2000);
    await this.request('shutdown', null).catch(() => {});
    this.notify('exit', null);
    this.process.on('exit', () => clearTimeout(late));
  }
}

module.exports = { Client };
