// The bundled fonts of paper. They must be there before anything is measured.

const FAMILIES = ['Japanese', 'Places', 'Latin', 'Chinese', 'Korean', 'Thai', 'Devanagari'];

/**
 * Waits until the fonts are loaded. Always all of them: where no worker keeps them yet, a request for one would tell the
 * network in which language a paper is printed.
 */
export async function allFonts(): Promise<void> {
  const faces = FAMILIES.flatMap((name) => [`400 12pt "Paper ${name}"`, `700 12pt "Paper ${name}"`]);
  // A font that cannot be read is replaced by one of the device: better than no paper.
  await Promise.all(faces.map((face) => document.fonts.load(face).catch(() => [])));
}
