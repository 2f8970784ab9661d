import { LOCALE_TAGS, type Locale } from '../../../domain/locales.ts';
import { splitSentences } from '../../../knowledge/content/split-sentences.ts';
import { foldText } from '../text/fold-text.ts';
import { patternOf } from './watch-speech.ts';

/** A sentence that asks for a secret, or promises what nobody may promise. */
export interface ForbiddenSpeech {
  readonly kind: 'asks-secret' | 'promise';
  readonly sentence: string;
}

/** What `watchSpeech` would not let a model say, in a text that somebody wrote. @param text running text without markup. */
export function findForbiddenSpeech(text: string, locale: Locale): ForbiddenSpeech[] {
  const own = [...new Set<Locale>([locale, 'en'])];
  const [secret, ask, not] = [patternOf('secret', LOCALE_TAGS), patternOf('ask', own), patternOf('not', own)];
  const promise = patternOf('promise', own);
  return splitSentences(text).flatMap((sentence): ForbiddenSpeech[] => {
    const folded = foldText(sentence);
    if (not.test(folded)) return [];
    if (secret.test(folded) && ask.test(folded)) return [{ kind: 'asks-secret', sentence }];
    return promise.test(folded) ? [{ kind: 'promise', sentence }] : [];
  });
}
