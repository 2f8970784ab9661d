import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SECRET_KINDS, secretMarker, type SecretKind } from '../domain/secrets.ts';
import { findSecrets, redact } from './find-secrets.ts';
import { redactSecrets } from './redact-secrets.ts';

const PHRASE = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
const WIF = '5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ';
const HEX = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

describe('finding secrets', () => {
  it.each<[SecretKind, string, string]>([
    ['seed_phrase', `Hello, my words are ${PHRASE}.`, 'Hello, my words are ⟦seed_phrase⟧.'],
    ['private_key', `key ${WIF} please`, 'key ⟦private_key⟧ please'],
    ['password', 'my password is Tr0ub4dor&3, thanks', 'my password is ⟦password⟧, thanks'],
    ['one_time_code', 'the code 483 920 does not work', 'the code ⟦one_time_code⟧ does not work'],
    ['api_secret', 'api secret: a1b2c3d4e5f6g7', 'api secret: ⟦api_secret⟧'],
    ['card_number', 'card 4111 1111 1111 1111 was declined', 'card ⟦card_number⟧ was declined'],
  ])('takes a %s out and leaves the words around it', (kind, text, expected) => {
    expect(redactSecrets(text)).toEqual({ text: expected, kinds: [kind] });
  });

  it('names the rule and never a part of the secret', () => {
    for (const { reason } of findSecrets(`${PHRASE}\n${WIF}\npassword: Tr0ub4dor&3`)) expect(reason).not.toMatch(/legal|5Hue|Tr0/);
  });

  it('gives places in the text as it was written, hidden characters included', () => {
    const text = `so\u200B: ${PHRASE.replaceAll('n', 'n\u200B')}!`;
    const [found] = findSecrets(text);
    expect(text.slice(found?.start, found?.end)).toBe(PHRASE.replaceAll('n', 'n\u200B'));
  });

  it('finds several secrets, each kind named once', () => {
    const { text, kinds } = redactSecrets(`password: hunter22, ${WIF}, pw hunter33, ${PHRASE}`);
    expect(text).toBe('password: ⟦password⟧, ⟦private_key⟧, pw ⟦password⟧, ⟦seed_phrase⟧');
    expect(kinds).toEqual(['password', 'private_key', 'seed_phrase']);
  });

  it('gives the same text back when nothing was found', () => {
    const text = 'Where is my deposit?';
    expect(redactSecrets(text).text).toBe(text);
    expect(redactSecrets(text).kinds).toEqual([]);
  });

  it.each(SECRET_KINDS)('does not read the words of a marker of %s', (kind) => {
    expect(findSecrets(`${secretMarker(kind)} hunter22 483920 ${HEX} ${secretMarker(kind)}: hunter22`)).toEqual([]);
  });
});

/** Pieces that mean something beside each other, so that redacting one may change what another means. */
const pieces = fc.array(fc.constantFrom(
  ...PHRASE.split(' '), WIF, HEX, '4111 1111 1111 1111', '483920', 'hunter22', 'Tr0ub4dor&3', 'my password is', 'password', 'private key', 'tx', 'code', 'sms code:', 'order', 'cvv 123', 'seed phrase', '密码是', 'abc123', 'パスワードは',
  'is my password', 'api secret =', 'eyJhbGciOi1', '.', ':', '"', '\n', '-----BEGIN PRIVATE KEY-----', 'AAAABBBBCCCCDDDDEEEEFFFF1234', '-----END PRIVATE KEY-----', '{"ciphertext":', '"kdf"}', 'https://a.example/?token=abc123', '⟦password⟧', '⟦', '\u200B', 'of the', 'é',
), { maxLength: 40 });
const texts = fc.oneof(fc.tuple(pieces, fc.constantFrom(' ', '')).map(([all, gap]) => all.join(gap)), fc.string({ unit: 'binary' }));

describe('redacting', () => {
  it('changes nothing when it is done twice', () => {
    fc.assert(fc.property(texts, (text) => {
      const once = redactSecrets(text).text;
      expect(redactSecrets(once)).toEqual({ text: once, kinds: [] });
    }), { numRuns: 200 });
  });

  it('replaces exactly the places it names, in order and apart', () => {
    fc.assert(fc.property(texts, (text) => {
      const { text: redacted, secrets } = redact(text);
      let rebuilt = '';
      let at = 0;
      for (const { kind, start, end } of secrets) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        rebuilt += text.slice(at, start) + secretMarker(kind);
        at = end;
      }
      expect(rebuilt + text.slice(at)).toBe(redacted);
    }), { numRuns: 200 });
  });
});
