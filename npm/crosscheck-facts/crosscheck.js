#!/usr/bin/env node
// Runs the program of the package for this system, which npm installs beside this one.
'use strict';

const { spawnSync } = require('node:child_process');

const name = `crosscheck-facts-${process.platform}-${process.arch}`;
const file = process.platform === 'win32' ? 'crosscheck.exe' : 'crosscheck';
let program;
try {
  program = require.resolve(`${name}/${file}`);
} catch {
  console.error(
    `crosscheck: the package ${name} is not installed; install without --omit=optional, or build from source where there is no such package`,
  );
  process.exit(2);
}
const { status, error, signal } = spawnSync(program, process.argv.slice(2), { stdio: 'inherit' });
if (error) console.error(`crosscheck: ${program} cannot be run: ${error.message}`);
if (signal) process.kill(process.pid, signal);
process.exit(status ?? 2);
