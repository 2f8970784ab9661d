import { LOCALE_TAGS, type Locale } from '../../../domain/locales.ts';
import { SPEECH, type SpeechPatterns } from '../tables/speech.ts';
import { foldPattern, foldText } from '../text/fold-text.ts';
import { createSentences } from './sentences.ts';
import { isGiven, type Grounds, type Opinion, type Rule } from './rule.ts';

type Topic = keyof SpeechPatterns;

/** One pattern a topic and set of languages. */
const compiled = new Map<string, RegExp>();

/** Longest sentence that is looked at; a longer one is looked at in its last part. */
const REACH = 400;

/**
 * What may not be said: asking for a secret, a promise, advice, whatever the passages say; talk about
 * instructions where they have none. Where a "never" would make a warning of it, the sentence is held until it ends.
 */
export function watchSpeech(grounds: Grounds): Rule {
  const { locale } = grounds;
  const secret = patternOf('secret', LOCALE_TAGS);
  const meta = patternOf('meta', LOCALE_TAGS);
  const ask = patternOf('ask', LOCALE_TAGS);
  const promise = patternOf('promise', LOCALE_TAGS);
  const own = [...new Set<Locale>([locale, 'en'])];
  const not = patternOf('not', own);
  const sentences = createSentences();
  /** Of a sentence before that named a secret and warned of nothing. */
  let named = false;
  let sentence = '';

  /** What a sentence says so far that may not be said without a "never". */
  function accuse(text: string): Opinion {
    const namesSecret = secret.test(text);
    if ((namesSecret || named) && ask.test(text)) return 'secret';
    return promise.test(text) ? 'promise' : 'pass';
  }

  const isAccused = (): boolean => accuse(sentence) !== 'pass';

  /** Unless a passage uses the same words. */
  function talksOfInstructions(text: string): boolean {
    const found = meta.exec(text)?.[0].trim();
    return found !== undefined && !isGiven(grounds, ({ folded }) => folded.includes(found));
  }

  function finish(text: string): Opinion {
    const accused = accuse(text);
    if (accused !== 'pass' && !not.test(text)) return accused;
    named = secret.test(text) && !not.test(text);
    return 'pass';
  }

  return {
    see(atom): Opinion {
      if (atom.kind === 'citation' || atom.kind === 'link') return isAccused() ? 'hold' : 'pass';
      const ended = sentences.add(atom);
      if (ended !== undefined) {
        sentence = '';
        return finish(foldText(ended).slice(-REACH));
      }
      sentence = (sentence + foldText(atom.raw)).slice(-REACH);
      if (atom.kind !== 'space' && atom.kind !== 'mark' && talksOfInstructions(sentence)) return 'instructions';
      return isAccused() ? 'hold' : 'pass';
    },
    end: () => finish(foldText(sentences.current()).slice(-REACH)),
  };
}

export function patternOf(topic: Topic, locales: readonly Locale[]): RegExp {
  const key = `${topic} ${locales.join(' ')}`;
  const known = compiled.get(key);
  if (known) return known;
  const made = new RegExp(locales.map((locale) => `(?:${wholeWords(foldPattern(SPEECH[locale][topic]), topic, locale)})`).join('|'), 'u');
  compiled.set(key, made);
  return made;
}

/** `\b` knows Latin letters only, so patterns of other scripts have none; short Latin words must not be found within others. */
function wholeWords(pattern: string, topic: Topic, locale: Locale): string {
  const isLatin = !['zh-CN', 'zh-TW', 'ja', 'ko', 'ru', 'th', 'ar', 'hi'].includes(locale);
  if (!isLatin || topic === 'ask') return pattern;
  return `(?<![\\p{L}\\p{N}])(?:${pattern})${topic === 'secret' ? '(?![\\p{L}\\p{N}])' : ''}`;
}

/** Only whether a secret is asked for, where there are no passages to excuse anything. */
export function watchSecrets(locale: Locale): Rule {
  const secret = patternOf('secret', LOCALE_TAGS);
  const ask = patternOf('ask', LOCALE_TAGS);
  const not = patternOf('not', [...new Set<Locale>([locale, 'en'])]);
  const sentences = createSentences();
  let named = false;
  const finish = (text: string): Opinion => {
    const isWarning = not.test(text);
    const namesSecret = secret.test(text);
    if ((namesSecret || named) && ask.test(text) && !isWarning) return 'secret';
    named = namesSecret && !isWarning;
    return 'pass';
  };
  return {
    see(atom) {
      const ended = sentences.add(atom);
      return ended === undefined ? 'pass' : finish(foldText(ended).slice(-REACH));
    },
    end: () => finish(foldText(sentences.current()).slice(-REACH)),
  };
}
