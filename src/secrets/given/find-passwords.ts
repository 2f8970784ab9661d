import type { Finding } from '../finding.ts';
import { isInside, type ReadText } from '../reading/read-text.ts';
import { isCounted } from './linking-words.ts';
import { readGivenValue, type GivenValue } from './read-given-value.ts';
import { readValueBefore } from './read-value-before.ts';
import { STATE_WORDS } from './state-words.ts';

/** Passwords that a contact gives as such. The words around stay; what only says something about a password is none. */
export function findPasswords(read: ReadText): Finding[] {
  return read.mentions.flatMap((mention) => {
    if (!mention.kinds.includes('password')) return [];
    const foreign = /[^\p{Script=Latin}\P{L}]/u.test(read.plain.slice(mention.start, mention.end));
    const value = [readGivenValue(read, mention), readValueBefore(read, mention)].find((one) => one && isPassword(read, one, foreign));
    return value ? { kind: 'password' as const, start: value.start, end: value.end, reason: `password given by ${value.link}` } : [];
  });
}

/** Forms that mean something else, whatever word stands before. */
const ELSE = [
  /^[\w.+-]{1,64}@[\w-]{1,64}\.\w/, // an e-mail address
  /^(?:https?:|www\.)/i,
  /^[0-9A-Z]{4}-[0-9A-Z]{4}$/, // a case number of ours
  /^0x[0-9a-f]{16,}$/i,
  /^[A-Za-z0-9]{43,}$/, // an id or key, for which there are other rules
];
/** Forms that a number or a product takes in a sentence; passwords only where a sign gives them. */
const ORDINARY = [
  /^\d{1,3}(?:[.,]\d+)?[a-z%]{1,6}$/i, // 24h, 30min
  /^[\d.,]+[-–~/][\d.,]+\p{L}*$/u, // 8-20
  /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/, // a date
  /^\d{1,2}:\d{2}/,
  /^v?\d+\.[\d.]*$/i,
  /^[$%`-]/, // placeholders and options of programs
  /^(?:sha|md5|base|utf|pkcs|socks|tls|ssl|rsa|aes|oauth|http|iphone|ipad|android|windows|galaxy|pixel|samsung|ios|macos|redmi|xiaomi|chrome|web3|2fa|kyc|trc|erc|bep|usdt|mt[45]|office|outlook|hotmail|gmail)/i,
  /^\p{L}+['’/-][\p{L}'’/-]+!*$/u, // two words joined
];

const LONGEST = 64;

function isPassword(read: ReadText, value: GivenValue, foreign: boolean): boolean {
  const { text, link, quoted } = value;
  if (text.length > LONGEST || isInside(value.start, read.urls) || ELSE.some((form) => form.test(text))) return false;
  const after = read.plain.slice(value.end, value.end + 32);
  if (link !== 'sign' && (ORDINARY.some((form) => form.test(text)) || isCounted(after))) return false;
  if (/^\d+$/.test(text)) return text.length >= (link === 'direct' ? 6 : 4) && link !== 'far' && !isCounted(after);
  const strength = { letters: /\p{L}/u.test(text), digits: /\d/.test(text), symbols: /[!@#$%^&*+=~?][^!?]/.test(text) };
  // Between two words only a digit makes a string a password: "clave «order_end»".
  const isLoose = link === 'direct' || link === 'far';
  if (strength.letters && (strength.digits || (strength.symbols && !isLoose))) return text.length >= { sign: 4, word: 4, direct: 6, far: 6 }[link];
  if (isLoose) return false;
  if (quoted) return text.length >= 4 && !STATE_WORDS.has(text.toLowerCase());
  return (link === 'sign' || foreign) && isPlainWord(text, after);
}

/** A word alone at the end of its clause: "password: sunshine". In a sentence it would say something. */
function isPlainWord(text: string, after: string): boolean {
  return /^[A-Za-z]{4,32}$/.test(text) && !STATE_WORDS.has(text.toLowerCase()) && !/^[A-Z]+$/.test(text) && /^\s*(?:$|[\n,.;。，、)"'!]|[^\x20-\x7E])/.test(after);
}
