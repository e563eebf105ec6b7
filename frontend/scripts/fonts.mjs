// Cuts the fonts of the leaflets down to the characters their texts need, plus basic sets, so that no paper has an empty
// box on whatever device prints it. Run after a text of a leaflet gained characters; the result is committed.
// Needs the npm registry once, for the whole fonts (frontend/fonts); building and testing do not.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ALWAYS, charactersOf, FONTS } from './font-characters.mjs';

const frontend = fileURLToPath(new URL('..', import.meta.url));
const work = join(frontend, '../.build/fonts');
const out = join(frontend, 'src/styles/fonts');
// What the plain Japanese font has: the editor tells a region which of its characters paper takes from the machine's fonts.
const list = join(frontend, '../assets/content/paper.txt');

mkdirSync(work, { recursive: true });
mkdirSync(out, { recursive: true });
for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(frontend, 'fonts', file), join(work, file));
execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: work, stdio: 'inherit' });
const { default: subsetFont } = await import(createRequire(join(work, 'package.json')).resolve('subset-font'));

let total = 0;
for (const [name, font] of Object.entries(FONTS)) {
  for (const weight of ['Regular', 'Bold']) {
    const folder = `${weight === 'Bold' ? '700' : '400'}${weight}`;
    const file = join(work, 'node_modules', font.package, folder, `${font.source}_${folder}.ttf`);
    const wanted = [...new Set([...charactersOf(font, weight), ...font.basic, ...ALWAYS])].sort();
    const text = wanted.join('');
    if (name === 'japanese' && weight === 'Regular') {
      const seen = wanted.filter((one) => one.trim() !== '');
      const lines = Array.from({ length: Math.ceil(seen.length / 60) }, (_, i) =>
        seen.slice(i * 60, i * 60 + 60).join(''),
      );
      writeFileSync(list, `${lines.join('\n')}\n`);
    }
    const data = await subsetFont(readFileSync(file), text, {
      targetFormat: 'woff2',
      noHinting: true, // of use on coarse screens only
      preserveNameIds: [0, 13, 14], // copyright and licence travel inside the file too
    });
    const path = `${name}-${weight.toLowerCase()}.woff2`;
    writeFileSync(join(out, path), data);
    total += data.length;
    console.log(`${path}: ${wanted.length} characters, ${(data.length / 1000).toFixed(1)} KB`);
  }
  copyFileSync(join(work, 'node_modules', font.package, 'LICENSE_FONT'), join(out, `${name}-OFL.txt`));
}
console.log(`in all ${(total / 1000).toFixed(1)} KB`);
