import type { Finding } from '../finding.ts';
import type { ReadText } from '../reading/read-text.ts';

/** Names in the query or fragment of an address whose values let whoever has them in. */
const SECRET_NAMES = new Set(['token', 'accesstoken', 'refreshtoken', 'idtoken', 'authtoken', 'auth', 'code', 'session', 'sessionid', 'sid', 'listenkey', 'secret', 'clientsecret', 'apisecret', 'apikey', 'password', 'passwd', 'pwd', 'pass', 'otp', 'jwt', 'privatekey', 'mnemonic', 'resettoken', 'confirmationtoken', 'verifytoken', 'passphrase', 'totp']);
/** Names that often mean something else: their values must be long. */
const DOUBTFUL_NAMES = new Set(['key', 'ticket', 'signature', 'sig', 'magic', 'seed']);
const SHORTEST_DOUBTFUL = 24;
/** Shorter values are options. */
const SHORTEST = 6;
const PARAMETER = /[?&#;]([^=?&#;]{1,40})=([^&#;]{1,4000})/g;
const CREDENTIALS = /^[a-z]+:\/\/[^/?#@:]{0,100}:([^/?#@]{1,200})@/i;

/** The values in web addresses that are tokens; the address around them stays. */
export function findUrlSecrets({ text, urls }: ReadText): Finding[] {
  return urls.flatMap(({ start, end }) => {
    const url = text.slice(start, end);
    const found: Finding[] = [];
    for (const { 0: all, 1: name, 2: value, index } of url.matchAll(PARAMETER)) {
      const bare = value!.replace(/[.,;:!?)\]}*`]+$/, '');
      const plainName = name!.toLowerCase().replace(/[^a-z]/g, '');
      const shortest = SECRET_NAMES.has(plainName) ? SHORTEST : DOUBTFUL_NAMES.has(plainName) ? SHORTEST_DOUBTFUL : Infinity;
      if (bare.length < shortest || !isRandom(bare)) continue;
      const from = start + index + all.length - value!.length;
      found.push({ kind: 'api_secret', start: from, end: from + bare.length, reason: 'token in a web address' });
    }
    const password = CREDENTIALS.exec(url);
    if (password) found.push({ kind: 'password', start: start + password[0].length - 1 - password[1]!.length, end: start + password[0].length - 1, reason: 'password in a web address' });
    return found;
  });
}

/** A value that is only a word says what is to be done. */
function isRandom(value: string): boolean {
  return /\d/.test(value) || (/[A-Z]/.test(value) && /[a-z]/.test(value));
}
