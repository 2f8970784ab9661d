import type { Locale } from '../../../domain/locales.ts';
import type { Atom } from '../text/atom.ts';
import { foldText } from '../text/fold-text.ts';
import { splitWords } from '../text/split-words.ts';
import { createSentences } from './sentences.ts';
import { isGiven, type Grounds, type Opinion, type Rule } from './rule.ts';

/** The language of a text, null where it cannot be told. @param expected is believed where the text could be several. */
export type DetectLanguage = (text: string, expected: Locale) => Locale | null;

/** Scripts of a language beside Latin, in which names of coins and networks are written everywhere. */
const OWN_SCRIPT: Partial<Record<Locale, RegExp>> = {
  'zh-CN': /\p{Script=Han}/u, 'zh-TW': /\p{Script=Han}/u, ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u, ko: /[\p{Script=Hangul}\p{Script=Han}]/u,
  ru: /\p{Script=Cyrillic}/u, th: /\p{Script=Thai}/u, ar: /\p{Script=Arabic}/u, hi: /\p{Script=Devanagari}/u,
};
/** Letters that imitate each other never meet in one word. */
const MIXED = /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Cherokee}\p{Script=Armenian}]|[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Cherokee}\p{Script=Armenian}]\p{Script=Latin}|\p{Script=Cyrillic}\p{Script=Greek}|\p{Script=Greek}\p{Script=Cyrillic}/u;
/** Words in Latin letters in a row that are a sentence in another language. */
const LATIN_ROW = 6;
/** A shorter sentence could be of several languages. */
const LETTERS_TO_TELL = 40;

/** Right script in every word; right language at the end of every sentence that is long enough to tell. */
export function watchLanguage(grounds: Grounds, detect: DetectLanguage): Rule {
  const { locale, sources } = grounds;
  const own = OWN_SCRIPT[locale];
  const sentences = createSentences();
  let latinRow = 0;

  function hasStrangeLetters(raw: string): boolean {
    const plain = raw.normalize('NFKC');
    const isStrange = MIXED.test(plain) || [...plain].some((one) => /\p{L}/u.test(one) && !/[\p{Script=Latin}\p{Script=Common}]/u.test(one) && !own?.test(one));
    if (!isStrange) return false;
    const folded = foldText(raw);
    return !isGiven(grounds, (facts) => facts.folded.includes(folded));
  }

  /** Names in Latin letters are fine in any language; a sentence of them is not. */
  function seeLatin({ kind, raw }: Atom): boolean {
    if (kind === 'glyph' || !own) latinRow = 0;
    else if (kind === 'word') {
      const isName = splitWords(raw).every((word) => sources.passages.some(({ facts }) => facts.words.has(word)));
      latinRow = /^[\p{Script=Latin}\p{N}\p{P}]+$/u.test(raw) ? latinRow + (isName ? 0 : 1) : 0;
    }
    return latinRow >= LATIN_ROW;
  }

  function isOther(text: string): boolean {
    if ((text.match(/\p{L}/gu)?.length ?? 0) < (own && !/^zh/.test(locale) ? Infinity : LETTERS_TO_TELL)) return false;
    const heard = detect(text, locale);
    return heard !== null && heard !== locale;
  }

  return {
    see(atom): Opinion {
      if ((atom.kind === 'word' || atom.kind === 'glyph') && hasStrangeLetters(atom.raw)) return 'language';
      if (seeLatin(atom)) return 'language';
      const ended = atom.kind === 'link' ? undefined : sentences.add(atom);
      return ended !== undefined && isOther(ended) ? 'language' : 'pass';
    },
    end: () => (isOther(sentences.current()) || isOther(sentences.all()) ? 'language' : 'pass'),
  };
}
