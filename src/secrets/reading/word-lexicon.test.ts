import { describe, expect, it } from '@jest/globals';
import { compileLexicon, findInLexicon } from './word-lexicon.ts';

function find(expressions: readonly string[], text: string): string[] {
  return findInLexicon(text, compileLexicon(expressions.map((one) => [one, 'x'] as const))).map(({ start, end }) => text.slice(start, end));
}

describe('finding expressions', () => {
  it.each([
    ['whole words only', ['code'], 'a code, codes, barcode', ['code']],
    ['any ending after a star', ['парол*'], 'мой пароль паролем', ['пароль', 'паролем']],
    ['endings inside an expression', ['приватн* ключ*'], 'приватного ключа', ['приватного ключа']],
    ['a blank as blank, hyphen, underscore or nothing', ['private key'], 'private key private-key private_key privatekey', ['private key', 'private-key', 'private_key', 'privatekey']],
    ['the longest at a place', ['code', 'error code', 'error'], 'error code 5', ['error code']],
    ['anywhere in scripts without blanks', ['密码', 'รหัส'], '我的密码是 ขอรหัสครับ', ['密码', 'รหัส']],
    ['before the particles of Korean', ['비밀번호'], '비밀번호는 무엇', ['비밀번호']],
    ['after the prefixes of Arabic', ['كلمه'], 'وكلمه بكلمه', ['كلمه', 'كلمه']],
    ['nothing in nothing', ['code'], '', []],
  ])('finds %s', (_what, expressions, text, expected) => {
    expect(find(expressions, text)).toEqual(expected);
  });
});
