// Builds the service worker after `vite build`, with the list of every file of dist/app.
// With --kill it builds the worker that removes the app from a device, into dist/kill/sw.js, with the page that stands in
// the app's place from then on.
import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const app = join(root, 'dist/app');
const kill = process.argv.includes('--kill');
const sha256 = (data) => createHash('sha256').update(data).digest('hex');

function shell() {
  return readdirSync(app, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz|map)$|^sw\.js$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => {
      const path = `/${relative(app, file).split(sep).join('/')}`;
      return [path === '/index.html' ? '/' : path, sha256(readFileSync(file))];
    });
}

/** The page of a device that lost the app, with the telephone numbers that the first page has. */
function lost() {
  const [, numbers] =
    readFileSync(join(root, 'index.html'), 'utf8').match(/<!-- Beginning of the numbers\..*?-->(.*)<!-- End of/s) ?? [];
  const here = /<!-- Here the build puts the numbers.*?-->/;
  const page = readFileSync(join(root, 'src/sw/lost.html'), 'utf8');
  if (!numbers || !here.test(page)) throw new Error('no numbers to put into lost.html');
  return page.replace(here, () => numbers.trim());
}

const files = kill ? [] : shell();
const page = kill ? '' : readFileSync(join(app, 'index.html'), 'utf8');
const needed = files.map(([path]) => path).filter((path) => /\.(js|css)$/.test(path) && page.includes(`"${path}"`));
const version = sha256(JSON.stringify(files)).slice(0, 12);
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  define: {
    __SHELL__: JSON.stringify(files),
    __VERSION__: JSON.stringify(version),
    __NEEDED__: JSON.stringify(needed),
    __LOST__: JSON.stringify(lost()),
  },
  build: {
    target: ['es2022', 'safari16.4'],
    outDir: kill ? join(root, 'dist/kill') : app,
    emptyOutDir: kill,
    reportCompressedSize: false,
    rolldownOptions: {
      input: join(root, kill ? 'src/sw/kill.ts' : 'src/sw/sw.ts'),
      output: { format: 'iife', entryFileNames: 'sw.js' },
    },
  },
});
if (kill) copyFileSync(join(root, 'src/sw/removed.html'), join(root, 'dist/kill/index.html'));
console.log(kill ? 'kill/sw.js' : `sw.js: ${files.length} files, version ${version}`);
