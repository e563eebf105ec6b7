// Which characters each printed font must have.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'smol-toml';

const locales = fileURLToPath(new URL('../../locales', import.meta.url));
const directory = fileURLToPath(new URL('../../assets/directory', import.meta.url));

/** Characters from one code point to another. */
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));

/** In every font: so that figures and signs inside a sentence look like the letters beside them. */
export const ALWAYS = [...range(0x20, 0x7e), '\u00a0', ...'–—‘’“”•…'];

const KANA = [
  ...range(0x3000, 0x3003),
  ...'〈〉《》「」『』【】〒〔〕〜',
  ...range(0x3041, 0x3096),
  ...range(0x3099, 0x30ff),
];
const FULL_WIDTH = [...'！（），．０１２３４５６７８９：；？［］～'];
const LATIN = [
  ...range(0xa1, 0xff),
  ...'ĀāĂăĐđĒēĨĩĪīŌōŨũŪūƠơƯưŒœ',
  ...range(0x1ea0, 0x1ef9),
  ...range(0x300, 0x303),
  ...'\u0309\u0323₫€→',
];
const DEVANAGARI = [...range(0x900, 0x97f), '\u200c', '\u200d', '\u25cc'];

/** The fonts by the name of their files: source, the languages they print, and what is in whatever a text needs. */
export const FONTS = {
  japanese: {
    package: '@expo-google-fonts/biz-udpgothic',
    source: 'BIZUDPGothic',
    tags: ['ja', 'ja-Hira'],
    basic: [...KANA, ...FULL_WIDTH, ...'→←↑↓※○◎△×□■●・'],
  },
  chinese: {
    package: '@expo-google-fonts/noto-sans-sc',
    source: 'NotoSansSC',
    tags: ['zh-Hans'],
    basic: ['\u3000', ...'、。〈〉《》「」『』【】〔〕', ...FULL_WIDTH, '·'],
  },
  korean: {
    package: '@expo-google-fonts/noto-sans-kr',
    source: 'NotoSansKR',
    tags: ['ko'],
    basic: ['\u3000', ...'、。〈〉《》「」『』', '·'],
  },
  thai: {
    package: '@expo-google-fonts/noto-sans-thai',
    source: 'NotoSansThai',
    tags: ['th'],
    basic: range(0xe01, 0xe5b).filter((one) => one < '\u0e3b' || one > '\u0e3e'),
  },
  devanagari: {
    package: '@expo-google-fonts/noto-sans-devanagari',
    source: 'NotoSansDevanagari',
    tags: ['ne'],
    basic: DEVANAGARI,
  },
  latin: {
    package: '@expo-google-fonts/noto-sans',
    source: 'NotoSans',
    tags: ['en', 'tl', 'vi', 'pt-BR', 'es', 'id'],
    basic: LATIN,
  },
};

/** What a paper may say beside the leaflet itself: the national lines, the flags, the official words. */
const PRINTED = /^(leaflet\..+|glossary\..+|helpline\.[^.]+\.(name|hours)|ui\.flag\..+)$/;

/** What a counselor may add, in her own language: the kind of insurance, a window. */
const ADDED = /^(route|desk)\.[^.]+\.name$/;

/** The languages of the counselor's own screens. */
const COUNSELORS = ['ja', 'en'];

/** What is never set in bold, of all that. */
const PLAIN = /^leaflet\..+\.(body|lead|self_info|non_disclosure)$|^helpline\..+\.hours$|^(route|desk)\./;

/** The messages of a table; one with the hash of its Japanese is a table of its own. */
function flat(table, prefix = '') {
  return Object.entries(table).flatMap(([key, value]) => {
    const id = prefix ? `${prefix}.${key}` : key;
    if (typeof value === 'string') return [[id, value]];
    return typeof value.other === 'string' ? [[id, value.other]] : flat(value, id);
  });
}

/** The texts that a leaflet may print in a language, by message. */
export function printed(tag) {
  return readdirSync(locales)
    .filter((file) => file.endsWith(`.${tag}.toml`))
    .flatMap((file) => flat(parse(readFileSync(`${locales}/${file}`, 'utf8'))))
    .filter(([id]) => PRINTED.test(id) || (COUNSELORS.includes(tag) && ADDED.test(id)));
}

/** The official words, and the names of the languages: in every language they stand in Japanese. */
function words() {
  return readFileSync(new URL('../../assets/content/glossary.yaml', import.meta.url), 'utf8');
}

/** What a region writes beside the names of places: of its windows, and who publishes a paper when. */
const OFFICE =
  '福祉課係窓口階番庁舎住民市民国保年金健康保険税務子ども家庭支援相談室担当部局総務企画女性男女共同参画生活援護社会介護高齢医療障害戸籍証明受付時間平日祝日除月火水木金土曜午前後第一二三四五六七八九十本館別館内線直通代表予約必要支所出張所連絡先発行問合令和年改訂版配布無料秘密守';

/** The names in a file of the directory. */
function names(file) {
  const [head = '', ...lines] = readFileSync(`${directory}/${file}`, 'utf8').trim().split('\n');
  const at = head.split(',').indexOf('name');
  if (at < 0) throw new Error(`${file}: no column "name"`);
  return lines.map((line) => line.split(',')[at] ?? '').join('');
}

/**
 * What a region may print: its name and those of its offices. Only in the plain weight: a bold heading takes the plain
 * letters, which the browser thickens, and the fonts stay within their budget.
 */
const places = () =>
  ['municipalities.csv', 'wards.csv', 'prefectures.csv', 'dv_centers.csv'].map(names).join('') + OFFICE;

/** The characters of the texts of a font. */
export function charactersOf(font, weight) {
  const plain = weight === 'Regular';
  const texts = font.tags.flatMap(printed).filter(([id]) => plain || !PLAIN.test(id));
  const japanese = font.tags.includes('ja') ? words() + (plain ? places() : '') : '';
  return new Set([...texts.map(([, text]) => text).join(''), ...japanese].filter((one) => one >= ' '));
}
