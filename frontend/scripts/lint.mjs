// What Biome cannot say: no Japanese in code (it belongs in locales/), no HTML sinks, no storage, one chunk loaded later.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../src', import.meta.url));

/** A rule names the folders or files (below src) where its pattern is allowed. */
const rules = [
  { pattern: /[\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uff66-\uff9f]/, message: 'Japanese text belongs in locales/' },
  {
    pattern:
      /\b(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|dangerouslySetInnerHTML|srcdoc)\b|document\.write\b/,
    message: 'build DOM nodes, not HTML',
  },
  {
    pattern: /\b(localStorage|sessionStorage|indexedDB|cookieStore)\b|document\.cookie/,
    message: 'nothing is stored on the device but the release and the shell',
  },
  {
    pattern: /\bfetch\(|\bsendBeacon\b|\bXMLHttpRequest\b/,
    allowed: ['release', 'sw'],
    message: 'only release/ and sw/ talk to the server',
  },
  { pattern: /\bcaches\b\??\./, allowed: ['release', 'sw'], message: 'only release/ and sw/ keep files' },
  {
    pattern: /\bimport\(/,
    allowed: ['app/more.ts'],
    message: 'one chunk is loaded, right after the start: a newer worker no longer has any other',
  },
  {
    pattern: /\b(pushState|replaceState)\b/,
    allowed: ['consultation'],
    message: 'only consultation/history.ts touches the history',
  },
];

/** Blanks comments, keeping line numbers. Strings are kept whole so that "https://" is no comment. */
const withoutComments = (source) =>
  source.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (match, string) => string ?? match.replace(/[^\n]/g, ' '),
  );

let faults = 0;
for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || /\.(test|gen)\.tsx?$/.test(entry.name)) continue;
  const path = join(entry.parentPath, entry.name);
  const file = relative(root, path).split(sep).join('/');
  const [folder] = file.split('/');
  const lines = withoutComments(readFileSync(path, 'utf8')).split('\n');
  lines.forEach((line, i) => {
    for (const rule of rules) {
      if (rule.pattern.test(line) && !rule.allowed?.some((place) => place === folder || place === file)) {
        console.error(`${relative(process.cwd(), path)}:${i + 1}: ${rule.message}`);
        faults++;
      }
    }
  });
}
process.exitCode = faults > 0 ? 1 : 0;
