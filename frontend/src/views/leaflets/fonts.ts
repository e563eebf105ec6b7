// The bundled fonts of paper. They must be there before anything is measured.

const FAMILIES: Record<string, string> = {
  'zh-Hans': 'Paper Chinese',
  ko: 'Paper Korean',
  th: 'Paper Thai',
  ne: 'Paper Devanagari',
};

/** Waits until the fonts of some languages are loaded; the Japanese one is in every paper. */
export async function fontsFor(languages: readonly string[]): Promise<void> {
  const families = new Set(['Paper Japanese', 'Paper Latin', ...languages.flatMap((lang) => FAMILIES[lang] ?? [])]);
  const faces = [...families].flatMap((family) => [`400 12pt "${family}"`, `700 12pt "${family}"`]);
  // A font that cannot be read is replaced by one of the device: better than no paper.
  await Promise.all(faces.map((face) => document.fonts.load(face).catch(() => [])));
}
