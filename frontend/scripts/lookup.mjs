// The look-up from a terminal, with the very code and data of a device: npm run -s lookup -- '<what is typed>'
// With --build (part of `npm run build`) it bundles that code, and the words of its notes, into .build.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = new URL('../../.build/', import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, built), 'utf8'));

if (process.argv[2] === '--build') {
  await bundle();
} else if (!existsSync(new URL('lookup.ja.json', built))) {
  console.error('run `npm run build` first');
  process.exitCode = 1;
} else {
  await print(process.argv.slice(2).join(' '));
}

async function bundle() {
  const { build } = await import('vite');
  const { parse } = await import('smol-toml');
  await build({
    root: fileURLToPath(new URL('..', import.meta.url)),
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      target: 'node20',
      minify: false,
      outDir: fileURLToPath(built),
      emptyOutDir: false,
      reportCompressedSize: false,
      lib: {
        entry: fileURLToPath(new URL('../src/lookup/lookup.ts', import.meta.url)),
        formats: ['es'],
        fileName: () => 'lookup.mjs',
      },
    },
  });
  const file = readFileSync(new URL('../../locales/lookup.ja.toml', import.meta.url), 'utf8');
  writeFileSync(new URL('lookup.ja.json', built), JSON.stringify(Object.fromEntries(flatten(parse(file)))));
}

/** Nested tables as message IDs. */
function flatten(table, path = []) {
  return Object.entries(table).flatMap(([name, value]) =>
    typeof value === 'string' ? [[[...path, name].join('.'), value]] : flatten(value, [...path, name]),
  );
}

async function print(typed) {
  const { lookup, prepare } = await import(new URL('lookup.mjs', built).href);
  const messages = read('lookup.ja.json');
  const say = ({ id, args }) => messages[id].replace(/\{\{\.(\w+)\}\}/g, (_, name) => args[name]);
  const { number, hits } = lookup(typed, prepare(read('directory.json')));
  const answer = {
    number: number && {
      normalized: number.normalized,
      check_digit_ok: number.check_digit_ok,
      scheme: number.scheme,
      kind: number.kind,
      prefecture: number.prefecture,
      note: say(number.note),
    },
    hits: hits.map(({ id, kind, name, area, why }) => ({ id, kind, name, area, why: say(why) })),
  };
  console.log(JSON.stringify(answer, null, 2));
}
