import { foldText } from './fold-text.ts';

/** What a word with digits is made of. */
export type CodePart = { readonly kind: 'number' | 'code'; readonly text: string };

const LATIN_OR_DIGITS = /[\p{Script=Latin}\p{Nd}]+(?:[.,:\u066B\u066C]\p{Nd}+)*/gu;
const HAS_DIGIT = /\p{Nd}/u;
/** "24h", "10x", "100usdt": a number and what it counts. */
const COUNTED = /^(\d+(?:[.,:]\d+)*)(\p{L}{1,5})$/u;

/** Numbers and names such as TRC20 within a word; particles that another script glues to them are left out. */
export function splitCode(word: string): CodePart[] {
  return [...foldText(word).matchAll(LATIN_OR_DIGITS)].flatMap(([run]): CodePart[] => {
    if (!HAS_DIGIT.test(run)) return [];
    if (/^[\d.,:]+$/.test(run)) return [{ kind: 'number', text: run }];
    const counted = COUNTED.exec(run);
    return counted && !/^\d(?:fa|d)$/.test(run) ? [{ kind: 'number', text: counted[1] ?? '' }, { kind: 'code', text: run }] : [{ kind: 'code', text: run }];
  });
}
