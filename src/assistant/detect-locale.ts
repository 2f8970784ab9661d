import { franc } from 'franc';
import { LOCALES, type Locale } from '../domain/locales.ts';
import type { LocaleVotes } from '../knowledge/search/languages/mix-locales.ts';

export interface DetectedLocale {
  /** Null where the text does not tell: a hash, a number, an emoji, a word that many languages have. */
  readonly locale: Locale | null;
  readonly reason: string;
  /** 0 to 1. */
  readonly confidence: number;
}

export interface LocaleClues {
  /** The conversation's language so far; before the first message the page's. */
  readonly prior: Locale;
  /** True before anything was said: the page's language is a weaker hint than a conversation's. */
  readonly isFirst: boolean;
  /** From the phrasings of the knowledge base; empty where it cannot tell. */
  readonly votes: LocaleVotes;
}

/** Scripts that one served language alone is written in. Kana before Han: Japanese has both. */
const SCRIPTS: readonly [RegExp, Locale][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Cyrillic}/u, 'ru'],
];

/**
 * Characters in common use that only one of the two Chinese scripts has; each string pairs with the
 * other position by position (the simplification table of 1964, most frequent first).
 */
const SIMPLIFIED = '账户币转错认证码现网络问题没为么这个们说请进来对时会过还让给发见实际买卖单价钱银额无开关币种链节点冻结丢钥骗订电话邮务员样该录设换绑钟费汇资产亏损爆仓杠杆仓强满处选择长东车马鸟鱼龙';
const TRADITIONAL = '賬戶幣轉錯認證碼現網絡問題沒為麼這個們說請進來對時會過還讓給發見實際買賣單價錢銀額無開關幣種鏈節點凍結丟鑰騙訂電話郵務員樣該錄設換綁鐘費匯資產虧損爆倉槓桿倉強滿處選擇長東車馬鳥魚龍';
const [ONLY_SIMPLIFIED, ONLY_TRADITIONAL] = distinguish(SIMPLIFIED, `${TRADITIONAL}帳裡嗎吧喔餘額`);

/** What says nothing about the language: links, e-mail addresses, hashes, numbers, tickers. */
const NOISE = /https?:\/\/\S+|[^\s@]{1,64}@[^\s@]{1,255}|\b(?:0x)?[\da-zA-Z]{20,}\b|\b[A-Z]{2,6}\b|[\d\p{P}\p{S}]+/gu;

/** Fewer letters than this are no language. */
const MIN_LETTERS = 3;
/** Within a conversation so few letters are a "sim" or an "ok" in its language, whatever else they could be. */
const LETTERS_TO_SWITCH = 6;
/** A conversation stays in its language unless the words speak this much louder; the page's language gives way sooner. */
const PRIOR_ODDS = { page: 2, conversation: 12 } as const;
/** A language is believed from this probability on; a first message needs less, since there is less to lose. */
const CERTAIN_ENOUGH = { page: 0.4, conversation: 0.6 } as const;
/** franc's trigrams need about a sentence. */
const FRANC_LETTERS = 24;
/** What franc's word is worth beside the votes, which know the trade's own words. */
const FRANC_ODDS = 1.5;

const BY_ISO = new Map(Object.entries(LOCALES).map(([locale, { iso6393 }]) => [iso6393 as string, locale as Locale]));

/**
 * The language of a contact's text: by script where the script decides; else by the votes of the
 * phrasings, by franc where the text is long enough for it, and by the language so far.
 */
export function detectLocale(text: string, { prior, isFirst, votes }: LocaleClues): DetectedLocale {
  const words = text.replace(NOISE, ' ').trim();
  for (const [script, locale] of SCRIPTS) if (script.test(words)) return { locale, reason: `script of ${locale}`, confidence: 0.99 };
  if (/\p{Script=Han}/u.test(words)) return detectChinese(words, prior, votes);
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  if (letters < MIN_LETTERS) return { locale: null, reason: 'no words', confidence: 1 };
  if (!isFirst && letters < LETTERS_TO_SWITCH) return { locale: prior, reason: 'too short to change the language', confidence: 0.8 };
  return weigh(words, letters, { prior, isFirst, votes });
}

function detectChinese(text: string, prior: Locale, votes: LocaleVotes): DetectedLocale {
  const simplified = count(text, ONLY_SIMPLIFIED);
  const traditional = count(text, ONLY_TRADITIONAL);
  if (simplified > traditional) return { locale: 'zh-CN', reason: `${simplified} simplified characters`, confidence: 0.98 };
  if (traditional > simplified) return { locale: 'zh-TW', reason: `${traditional} traditional characters`, confidence: 0.98 };
  if (prior === 'zh-TW' || prior === 'zh-CN' || prior === 'ja') return { locale: prior, reason: 'Chinese characters of either script', confidence: 0.7 };
  const likelier = votes.find(({ locale }) => locale === 'zh-CN' || locale === 'zh-TW');
  return { locale: likelier?.locale ?? 'zh-CN', reason: 'Chinese characters of either script', confidence: 0.6 };
}

/** Odds of every language, multiplied over the clues. */
function weigh(words: string, letters: number, { prior, isFirst, votes }: LocaleClues): DetectedLocale {
  const odds = new Map<Locale, number>(votes.map(({ locale, probability }) => [locale, probability]));
  const raise = (locale: Locale, factor: number): void => { odds.set(locale, (odds.get(locale) ?? (votes.length === 0 ? 1 : 0)) * factor); };
  const stage = isFirst ? 'page' : 'conversation';
  raise(prior, PRIOR_ODDS[stage]);
  if (letters >= FRANC_LETTERS) {
    const heard = BY_ISO.get(franc(words, { only: [...BY_ISO.keys()] }));
    if (heard) raise(heard, votes.length === 0 ? 2 * PRIOR_ODDS.conversation : FRANC_ODDS);
  }
  const sum = [...odds.values()].reduce((total, one) => total + one, 0);
  const [best] = [...odds].sort(([, a], [, b]) => b - a);
  if (!best || best[1] < CERTAIN_ENOUGH[stage] * sum) return { locale: null, reason: 'the words could be of several languages', confidence: best ? best[1] / sum : 0 };
  return { locale: best[0], reason: `words (${(best[1] / sum).toFixed(2)})`, confidence: best[1] / sum };
}

function distinguish(simplified: string, traditional: string): [Set<string>, Set<string>] {
  const a = new Set(simplified);
  const b = new Set(traditional);
  return [a.difference(b), b.difference(a)];
}

function count(text: string, characters: ReadonlySet<string>): number {
  let found = 0;
  for (const character of text) if (characters.has(character)) found += 1;
  return found;
}
