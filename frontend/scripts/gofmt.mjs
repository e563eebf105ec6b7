// Fails when a Go file of the module is not formatted. It lists them, because `gofmt -l` alone always succeeds.
import { execFileSync } from 'node:child_process';

const run = (name, args) => execFileSync(name, args, { encoding: 'utf8' }).split('\n').filter(Boolean);

const files = run('go', [
  'list',
  '-f',
  '{{$d := .Dir}}{{range .GoFiles}}{{$d}}/{{.}}\n{{end}}{{range .TestGoFiles}}{{$d}}/{{.}}\n{{end}}{{range .XTestGoFiles}}{{$d}}/{{.}}\n{{end}}',
  './...',
]);
const unformatted = files.length > 0 ? run('gofmt', ['-l', ...files]) : [];
for (const file of unformatted) console.error(`${file}: not formatted, run gofmt -w`);
process.exitCode = unformatted.length > 0 ? 1 : 0;
