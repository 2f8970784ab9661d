/**
 * Brings spellings of the same words together before anything is counted: Unicode forms, case, Arabic
 * letter variants, stretched letters, and strings such as transaction ids that carry no words.
 */

/** Texts are cut here before any pattern runs over them, in UTF-16 code units. */
export const MAX_UTTERANCE_LENGTH = 4_000;

/** What stands in for a string that matters as its kind only. Private-use, so that no text contains them. */
export const MASKS = { url: '\uE001', email: '\uE002', hash: '\uE003' } as const;

const EMAIL = /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}/g;
const URL = /\b(?:https?:\/\/|www\.)\S+/g;
/** Transaction ids, addresses and keys: 24 or more letters and digits, some of them digits. */
const HASH = /\b(?:0x)?(?=[a-z]{0,30}\d)[a-z0-9]{24,}\b/g;
const STRETCHED = /(\p{L})\1{2,}/gu;
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\uFE0F]/g;

/** Short vowels, tatweel: written by few. */
const ARABIC_MARKS = /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0640]/g;
const ARABIC_LETTERS: Readonly<Record<string, string>> = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ی: 'ي', ئ: 'ي', ؤ: 'و', ة: 'ه', ک: 'ك', گ: 'ك' };
const ARABIC_VARIANT = new RegExp(`[${Object.keys(ARABIC_LETTERS).join('')}]`, 'g');

/** "can't", "cant" and "cannot" are one to a contact. */
const ENGLISH_NOT = /\b(ca|wo|do|does|did|is|are|was|were|has|have|had|could|would|should)n(?:'?t|not)\b/g;

/** Lower case, compatibility forms composed, masks in place; diacritics kept. Linear in the length of the text. */
export function normaliseText(text: string): string {
  return text.slice(0, MAX_UTTERANCE_LENGTH)
    .normalize('NFKC').toLowerCase().replaceAll('i\u0307', 'i').normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(EMAIL, ` ${MASKS.email} `).replace(URL, ` ${MASKS.url} `).replace(HASH, ` ${MASKS.hash} `)
    .replace(/[\u2018\u2019\u02BC`\u00B4]/g, "'")
    .replace(ENGLISH_NOT, '$1 not')
    .replace(ARABIC_MARKS, '').replace(ARABIC_VARIANT, (letter) => ARABIC_LETTERS[letter] ?? letter)
    .replace(STRETCHED, '$1$1');
}

/** Letters that are no base letter plus a mark to Unicode but are typed as these. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = { đ: 'd', ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };
const SPECIAL_LETTER = /[đøłßæœı]/g;
const MARKED_LETTER = /(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])\p{Mn}+/gu;

/**
 * The word as hurried people type it, without diacritics. Marks of Thai, Hindi and other scripts are
 * vowels and stay.
 */
export function foldDiacritics(word: string): string {
  if (/^[\x20-\x7E]*$/.test(word)) return word;
  return word.normalize('NFD').replace(MARKED_LETTER, '').normalize('NFC').replace(SPECIAL_LETTER, (letter) => PLAIN_LETTERS[letter] ?? letter);
}
