import type { Finding } from '../finding.ts';
import type { ReadText } from '../reading/read-text.ts';

/** Strings without blanks in which well-known tokens stand; one class, so read once. */
const WORD = /[A-Za-z0-9_.:~+/=-]+/g;
const SHORTEST = 16;

/** Tokens by the prefix that their services give them so that they can be found. */
const FORMS: readonly { readonly form: RegExp; readonly reason: string }[] = [
  { form: /\b(?:sk|rk)[-_](?:live_|test_|proj-|ant-|or-)?[A-Za-z0-9_-]{20,200}/g, reason: 'token that begins with sk' },
  { form: /\b(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{30,255}|glpat-[A-Za-z0-9_-]{18,64})/g, reason: 'token of a code host' },
  { form: /\bxox[abeoprs]-[A-Za-z0-9-]{10,250}/g, reason: 'Slack token' },
  { form: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g, reason: 'AWS access key' },
  { form: /\bAIza[A-Za-z0-9_-]{35}/g, reason: 'Google API key' },
  { form: /\b\d{8,10}:[A-Za-z0-9_-]{34,36}(?![A-Za-z0-9_-])/g, reason: 'Telegram bot token' },
  { form: /\bnpm_[A-Za-z0-9]{36}\b/g, reason: 'npm token' },
];
const BEARER = /\b(?:bearer|basic)\s{1,4}([A-Za-z0-9._~+/=-]{16,4000})/gi;
/** After an AWS access key its secret has 40 characters of base64. */
const AWS_SECRET = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])/g;

/** API secrets whose form says what they are. */
export function findTokenForms({ text, tokens }: ReadText): Finding[] {
  const found: Finding[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (word.length < SHORTEST) continue;
    found.push(...findWebTokens(word, index));
    for (const { form, reason } of FORMS) {
      for (const match of word.matchAll(form)) found.push({ kind: 'api_secret', start: index + match.index, end: index + match.index + match[0].length, reason });
    }
  }
  for (const { 0: all, 1: token, index } of text.matchAll(BEARER)) {
    if (/\d/.test(token!)) found.push({ kind: 'api_secret', start: index + all.length - token!.length, end: index + all.length, reason: 'bearer token' });
  }
  if (found.some(({ reason }) => reason === 'AWS access key')) found.push(...findAwsSecrets(text));
  for (const { start, end } of tokens) if (end - start === 64 && isMixed(text.slice(start, end)) && !isLineOfFile(text, start, end)) found.push({ kind: 'api_secret', start, end, reason: '64 mixed letters and digits' });
  return found;
}

const SHORTEST_PART = 10;

/** JSON web tokens: two parts that are JSON in base64, and a signature that may be cut off. */
function findWebTokens(word: string, index: number): Finding[] {
  if (!word.includes('.eyJ')) return [];
  const found: Finding[] = [];
  const parts = word.split('.');
  for (let i = 0, at = index; i + 1 < parts.length; at += parts[i]!.length + 1, i++) {
    const begins = parts[i]!.search(/\beyJ/);
    if (begins < 0 || parts[i]!.length - begins < SHORTEST_PART || !parts[i + 1]!.startsWith('eyJ')) continue;
    found.push({ kind: 'api_secret', start: at + begins, end: at + parts.slice(i, i + 3).join('.').length, reason: 'JSON web token' });
  }
  return found;
}

function findAwsSecrets(text: string): Finding[] {
  return Array.from(text.matchAll(AWS_SECRET), ({ 0: secret, index }) => ({ secret, index }))
    .filter(({ secret }) => /[A-Z]/.test(secret) && /[a-z]/.test(secret) && /\d/.test(secret))
    .map(({ secret, index }) => ({ kind: 'api_secret', start: index, end: index + secret.length, reason: 'AWS secret key' }));
}

/** As exchanges make their keys. What is all hexadecimal or of one case is an id. */
function isMixed(token: string): boolean {
  return (token.match(/[A-Z]/g)?.length ?? 0) >= 8 && (token.match(/[a-z]/g)?.length ?? 0) >= 8 && /\d/.test(token) && /[g-zG-Z]/.test(token);
}

/** Certificates and other files in base64 have lines of 64. */
function isLineOfFile(text: string, start: number, end: number): boolean {
  return /[A-Za-z0-9+/=]{40}\s{1,12}$|[+/=]$/.test(text.slice(Math.max(0, start - 60), start)) || /^\s{1,12}[A-Za-z0-9+/=]{40}|^[+/=]/.test(text.slice(end, end + 60));
}
