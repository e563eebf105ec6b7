// Runs `npm ci` only when node_modules is missing or older than package-lock.json. Node built-ins only.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

const changed = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

const installed = changed('node_modules/.package-lock.json');
if (installed === 0 || installed < changed('package-lock.json')) {
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  process.exitCode = npm.status ?? 1;
}
