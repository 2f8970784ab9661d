import type { Finding } from '../finding.ts';
import { readGivenValue, type GivenValue } from '../given/read-given-value.ts';
import type { ContextKind } from '../reading/context-words.ts';
import { isInside, type ReadText } from '../reading/read-text.ts';

/** API secrets and private keys that a contact gives as such, whatever their form. The public half goes where the secret is beside it. */
export function findGivenSecrets(read: ReadText): Finding[] {
  const secrets = given(read, 'api_secret', isApiSecret, 'API secret given as such');
  const keys = given(read, 'private_key', isKey, 'private key given as such').map((one) => ({ ...one, kind: 'private_key' as const }));
  const publicHalves = secrets.length > 0 ? given(read, 'api_key', isApiSecret, 'API key beside its secret') : [];
  return [...secrets, ...keys, ...publicHalves];
}

function given(read: ReadText, kind: ContextKind, isSecret: (value: GivenValue) => boolean, reason: string): Finding[] {
  return read.mentions.flatMap((mention) => {
    if (!mention.kinds.includes(kind)) return [];
    const value = readGivenValue(read, mention);
    return value && !isInside(value.start, read.urls) && isSecret(value) ? { kind: 'api_secret' as const, start: value.start, end: value.end, reason } : [];
  });
}

const SHORTEST = { sign: 6, word: 8, direct: 16, far: 16 };

function isApiSecret({ text, link }: GivenValue): boolean {
  if (/^[A-Z2-7]{16,64}$/.test(text)) return true; // base32, as authenticator apps are set up with
  return text.length >= SHORTEST[link] && /\p{L}/u.test(text) && (text.match(/[A-Za-z0-9]{6,}/g) ?? []).some((run) => /\d/.test(run)) && !isPublic(text);
}

function isKey({ text, link }: GivenValue): boolean {
  return /^[A-Za-z0-9+/=_-]{25,160}$/.test(text) && /\d/.test(text) && /[A-Za-z]/.test(text) && !isPublic(text) && (link !== 'direct' || text.length > 44);
}

/** Addresses, case numbers, e-mail and web addresses stand after such words in questions about them. */
function isPublic(text: string): boolean {
  return /^0x[0-9a-f]{40}$/i.test(text) || /^(?:bc1|tb1|ltc1|addr1|stake1|cosmos1|[a-z]{2,10}1q)[0-9a-z]{20,}$/.test(text) || /^[13TrDLMX][1-9A-HJ-NP-Za-km-z]{24,34}$/.test(text)
    || /^[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(text) || /^[xyztuv]pub/i.test(text) || /^[GM][A-Z2-7]{55}$/.test(text) || /^https?:|^www\.|@[\w-]{1,64}\./i.test(text) || /^\d[\d.,:/-]*\p{L}{0,5}$/u.test(text);
}
