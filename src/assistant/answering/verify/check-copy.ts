import type { Locale } from '../../../domain/locales.ts';
import type { Sources } from '../sources/sources.ts';
import { readFacts } from '../sources/facts.ts';
import type { Grounds, Rule, Violation } from '../rules/rule.ts';
import { watchPrompt } from '../rules/watch-prompt.ts';
import { watchSecrets } from '../rules/watch-speech.ts';
import { watchSpelling } from '../rules/watch-spelling.ts';
import { watchSpokenAddresses } from '../rules/watch-addresses.ts';
import { createLexer } from '../text/create-lexer.ts';
import { removeInvisible } from '../text/remove-invisible.ts';

export interface CopyOptions {
  readonly instructions: string;
  readonly marker: string;
}

interface Copy {
  readonly text: string;
  readonly locale: Locale;
}

/**
 * What is wrong with a translation or a rewriting that is not wrong with its original: instructions
 * told, an address said in words, letters spelt out, a secret asked for, markup, far more text.
 */
export function checkCopy(original: Copy, copy: Copy, options: CopyOptions): Violation | undefined {
  if (copy.text.length > original.text.length * 4 + 200) return 'too-long';
  const before = new Set(findAll(original, options));
  return findAll(copy, options).find((violation) => violation === 'instructions' || !before.has(violation));
}

function findAll({ text, locale }: Copy, { instructions, marker }: CopyOptions): Violation[] {
  const grounds: Grounds = { locale, sources: NOTHING, rest: () => undefined };
  const rules: Rule[] = [watchPrompt(grounds, instructions, marker), watchSecrets(locale), watchSpelling(), watchSpokenAddresses()];
  const lexer = createLexer();
  const found: Violation[] = [];
  const note = (opinion: ReturnType<Rule['see']>): void => { if (opinion !== 'pass' && opinion !== 'hold') found.push(opinion); };
  for (const atom of [...lexer.push(removeInvisible(text)), ...lexer.end()]) {
    if (atom.kind === 'markup') found.push('markup');
    for (const rule of rules) note(rule.see(atom));
  }
  for (const rule of rules) note(rule.end());
  return found;
}

const NO_WORDS = { isKnown: () => false, isCommon: () => false, isBeginning: () => false };
/** A copy rests on its original, whose facts are compared; nothing else excuses anything. */
const NOTHING: Sources = { passages: [], own: readFacts('', 'en'), houseAddresses: new Set(), houseHosts: new Set(), words: NO_WORDS, englishWords: NO_WORDS, exchangeName: '' };
