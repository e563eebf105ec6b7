// How a word sounds, loosely, in Latin letters: kana and every romanisation meet here. Long vowels and doubled
// consonants are dropped, because people write Osaka, Oosaka and Ohsaka.

/** Hiragana from U+3041 on. x: small, joins the one before; q: the small tsu, which is dropped. */
const KANA = (
  'xa a xi i xu u xe e xo o ka ga ki gi ku gu ke ge ko go sa za si zi su zu se ze so zo ta da ti zi q tu zu te de to do ' +
  'na ni nu ne no ha ba pa hi bi pi hu bu pu he be pe ho bo po ma mi mu me mo xya ya xyu yu xyo yo ra ri ru re ro ' +
  'wa wa i e o n bu ka ke'
).split(' ');

/** The loose sound of folded kana or Latin letters; null when anything else is among them. */
export function sound(folded: string): string | null {
  if (!/^[\u3041-\u3096\u30fca-z\u00c0-\u017f ]+$/.test(folded)) return null;
  // Letters that no kana is written with, or too many of one: not a reading, and no prefix of one.
  if (/[qx]|([a-z])\1\1/.test(folded)) return null;
  const romanised = folded
    .normalize('NFC')
    .replace(/[\u3041-\u3096]/g, (kana) => KANA[kana.charCodeAt(0) - 0x3041] ?? '')
    .replace(/[\u30fc ]/g, '')
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
  return loosen(romanised);
}

function loosen(romanised: string): string {
  return romanised
    .replace(/ixy/g, 'y')
    .replace(/([aiueo])x(?=[aiueo])/g, '$1')
    .replace(/[qx]/g, '')
    .replace(/sh/g, 'sy')
    .replace(/[ct]?ch/g, 'ty')
    .replace(/ts/g, 't')
    .replace(/dz/g, 'z')
    .replace(/j/g, 'zy')
    .replace(/([stz])yi/g, '$1i')
    .replace(/([stz])yy/g, '$1y')
    .replace(/f(?=[aieo])/g, 'hu')
    .replace(/f/g, 'h')
    .replace(/l/g, 'r')
    .replace(/v/g, 'b')
    .replace(/m(?=[bmp])/g, 'n')
    .replace(/oh(?=[bdgkmnprstwyz])/g, 'o')
    .replace(/ou/g, 'o')
    .replace(/(.)\1+/g, '$1')
    .replace(/ou/g, 'o')
    .replace(/([stz])y$/, '$1')
    .replace(/c$/, '');
}
