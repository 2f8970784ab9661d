import { base58 } from '@scure/base';
import { CONTEXT_WORDS } from '../../src/secrets/reading/context-words.ts';
import { SEED_LISTS } from '../../src/secrets/seed-phrases/word-lists.ts';
import { BASE58, BASE62, DIGITS, HEX, type Draw } from './draw.ts';

const LENGTH = 80_000;

/** Texts made to be slow, each of 80,000 UTF-16 units. */
export const HOSTILE: Readonly<Record<string, (draw: Draw) => string>> = {
  ...Object.fromEntries(Object.entries({
    digits: '7', blanks: ' ', lines: '\n', hexDigits: 'a1', letters: 'a', dashes: '-', longDashes: '—', braces: '{', closed: '{}', brackets: '[1,', begin: '-----BEGIN ', beginKey: '-----BEGIN PRIVATE KEY-----\n',
    endKey: '-----END PRIVATE KEY-----\n', beginEnd: '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n', jwt: 'eyJ', jwtDots: 'eyJhbGciOi.', jwtParted: 'eyJabcdefgh-', begins: 'BEGIN A', schemes: '://', httpSchemes: 'http://', jwtPairs: 'eyJhbGciOiJI.eyJhbGciOiJI.', marks: '\u0301', marksOnLetters: 'e\u0301\u0302\u0303',
    hangulParts: '\u1100\u1161\u11A8', hidden: '\u200B', hiddenBetween: 'a\u200B', ligatures: '\uFDFA', fullWidth: 'ａ', surrogates: '𝐚', lone: '\uD835', emoji: '👩‍👩‍👧', url: 'https://a.b?token=', urlParameters: '&token=abc123', oneUrl: 'x://', bearer: 'Bearer ', markers: '⟦password⟧', opened: '⟦password',
    passwordIs: 'password is ', password: 'password ', passwordGiven: 'password: abc123 ', passwordColon: 'password:', codeIs: 'code is 483920 ', codes: '483920 ', codeWord: 'sms code ', cardGroups: '4111 1111 1111 1111 ', cardGroup: '4111 ', cvv: 'cvv 123 ', seedPhrase: 'seed phrase ', privateKey: 'private key ', privateKeyOf: 'private key of my account for the wallet and ', quotes: '"password": "', colons: ':', equals: 'secret=', numbers: '1,', spacedNumbers: '255 , ', keystore: '{"ciphertext":"a","kdf":"b"', emails: 'a@b.', hanCommon: '的', thai: 'รหัสผ่าน', chinesePassword: '密码是', korean: '비밀번호는 ', arabic: 'كلمة ', hindi: 'पासवर्ड ', kana: 'あ', abandon: 'abandon ', abandonWrong: 'abandon qwertyuiopasdfgh ', stuck: 'abandonability ', sAndBase58: 'snoBrain', underscores: 'a_', skPrefix: 'a_sk1', sk: 'sk-',
  }).map(([name, unit]) => [name, () => unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH)])),
  wordAndLetters: () => `abandon ${'a'.repeat(LENGTH)}`.slice(0, LENGTH),
  wordsAndLetters: (draw) => fill(() => `abandon ${draw.string('abcdefgh', 2_000)} `),
  stuckHan: () => `${'的一 '.repeat(LENGTH)}`.slice(0, LENGTH - 1) + '的',
  stuckThenWord: () => `abandon ${'abandonability '.repeat(LENGTH)}`.slice(0, LENGTH - 8) + ' abandon',
  repeated: () => `${'time '.repeat(24)}of the `.repeat(LENGTH / 100).slice(0, LENGTH),
  hexKeys: (draw) => fill(() => `${draw.string(HEX, 64)} `),
  namedHexKeys: (draw) => fill(() => `private key tx ${draw.string(HEX, 64)} `),
  longHex: (draw) => draw.string(HEX, LENGTH),
  longBase58: (draw) => draw.string(BASE58, LENGTH),
  wifLengths: (draw) => fill(() => `${draw.string(BASE58, 51)} `),
  extendedLengths: (draw) => fill(() => `${draw.string(BASE58, 111)} `),
  xrpLengths: (draw) => fill(() => `s${draw.string(BASE58, 28)} `),
  solanaLengths: (draw) => fill(() => `${base58.encode(draw.bytes(64))} `),
  solanaSignatures: (draw) => fill(() => `${base58.encode(Uint8Array.of(...draw.bytes(63), 1))} `),
  mixed64: (draw) => fill(() => `${draw.string(BASE62, 64)} `),
  cards: (draw) => fill(() => `4${draw.string(DIGITS, 15)} `),
  digitGroups: (draw) => fill(() => `${draw.string(DIGITS, 4)} `),
  ...Object.fromEntries(SEED_LISTS.flatMap(({ name, words }) => [
    [`words ${name}`, (draw: Draw) => fill(() => `${draw.pick(words)} `)],
    [`wrong words ${name}`, (draw: Draw) => fill(() => `${draw.pick(words)} ${draw.pick(words)}${draw.pick(words)}x `)],
    [`ten words ${name}`, (draw: Draw) => fill(() => `${Array.from({ length: 10 }, () => draw.pick(words)).join(' ')} seed of the `)],
    [`eleven words ${name}`, (draw: Draw) => fill(() => `${Array.from({ length: 11 }, () => draw.pick(words)).join(' ')} abouz of the `)],
    [`together ${name}`, (draw: Draw) => fill(() => draw.pick(words))],
  ])),
  keywords: (draw) => {
    const all = Object.values(CONTEXT_WORDS).flatMap((languages) => Object.values(languages).flatMap((list) => list.split(', ')));
    return fill(() => `${draw.pick(all).replaceAll('*', '')} `);
  },
  mixture: (draw) => fill(() => draw.pick(['password is ', 'abandon ', '4111 1111 ', 'eyJ', '{', '-----BEGIN ', 'e\u0301', '密码是', '私钥 ', '\u200B', 'code 48', draw.string(HEX, 64), draw.string(BASE58, 51), ' ', '\n', '⟦password⟧', 'あいこくしん'])),
  everyCharacter: (draw) => fill(() => String.fromCharCode(draw.int(0xFFFF))),
};

function fill(next: () => string): string {
  let text = '';
  while (text.length < LENGTH) text += next();
  return text.slice(0, LENGTH);
}
