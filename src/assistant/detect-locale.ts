import { franc } from 'franc';
import { LOCALES, LOCALE_TAGS, type Locale } from '../domain/locales.ts';

export interface DetectedLocale {
  /** Null where the text does not tell: a hash, a number, an emoji, a greeting too short. */
  readonly locale: Locale | null;
  readonly reason: string;
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
const NOISE = /https?:\/\/\S+|\S+@\S+|\b(?:0x)?[\da-zA-Z]{20,}\b|\b[A-Z]{2,6}\b|[\d\p{P}\p{S}]+/gu;

const LATIN: readonly Locale[] = ['en', 'es', 'pt-BR', 'fr', 'de', 'tr', 'vi', 'id'];
const BY_ISO = new Map(LATIN.map((locale) => [LOCALES[locale].iso6393 as string, locale]));
/** Fewer letters than this in Latin script are left to the conversation's language. */
const MIN_LATIN_LETTERS = 6;

/**
 * The language of a contact's text: by script where the script decides, by franc's trigrams among the
 * languages that we serve where it does not.
 * @param prior the conversation's language so far; decides what the text leaves open between two.
 */
export function detectLocale(text: string, prior: Locale): DetectedLocale {
  const words = text.replace(NOISE, ' ').trim();
  for (const [script, locale] of SCRIPTS) if (script.test(words)) return { locale, reason: `script of ${locale}` };
  if (/\p{Script=Han}/u.test(words)) return detectChinese(words, prior);
  const letters = words.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters === 0) return { locale: null, reason: 'no letters' };
  if (letters < MIN_LATIN_LETTERS) return { locale: null, reason: 'too short to tell' };
  return detectLatin(words, prior);
}

function detectChinese(text: string, prior: Locale): DetectedLocale {
  const simplified = count(text, ONLY_SIMPLIFIED);
  const traditional = count(text, ONLY_TRADITIONAL);
  if (simplified > traditional) return { locale: 'zh-CN', reason: `${simplified} simplified characters` };
  if (traditional > simplified) return { locale: 'zh-TW', reason: `${traditional} traditional characters` };
  return { locale: prior === 'zh-TW' || prior === 'ja' ? prior : 'zh-CN', reason: 'Chinese characters of either script' };
}

function detectLatin(text: string, prior: Locale): DetectedLocale {
  const found = BY_ISO.get(franc(text, { only: [...BY_ISO.keys()], minLength: 1 }));
  // A Latin conversation stays in its language until there is enough text to say otherwise.
  const enough = text.length >= 20 || !LATIN.includes(prior);
  return found !== undefined && (enough || found === prior)
    ? { locale: found, reason: 'trigrams' }
    : { locale: null, reason: 'too short to tell' };
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

/** For callers that check a table of locales against the ones told apart here. */
export const TOLD_APART: ReadonlySet<Locale> = new Set([...SCRIPTS.map(([, locale]) => locale), ...LATIN, 'zh-CN', 'zh-TW']);
if (LOCALE_TAGS.some((locale) => !TOLD_APART.has(locale))) throw new Error('detect-locale.ts does not know every locale of domain/locales.ts');
