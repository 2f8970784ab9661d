import { describe, expect, it } from '@jest/globals';
import { redactSecrets } from '../redact-secrets.ts';

/** Test vectors of BIP-39 and the library; nobody's. */
const ENGLISH = 'hamster diagram private dutch cause delay private meat slide toddler razor book';
const LONG = 'beyond stage sleep clip because twist token leaf atom beauty genius food business side grid unable middle armed observe pair crouch tonight away coconut';
const JAPANESE = 'あいこくしん あいさつ あいだ あおぞら あかちゃん あきる あけがた あける あこがれる あさい あさひ あしあと';
const CHINESE = '间 循 冰 护 坡 水 肌 饱 辛 讨 树 岁';

function redact(text: string): string {
  return redactSecrets(text).text;
}

describe('seed phrases', () => {
  it.each([
    ['capitals', ENGLISH.toUpperCase()],
    ['lines', ENGLISH.replaceAll(' ', '\n')],
    ['numbers', ENGLISH.split(' ').map((word, i) => `${i + 1}. ${word}`).join('\n')],
    ['commas and dashes', ENGLISH.replaceAll(' ', ', - ')],
    ['quotes', `"${ENGLISH}"`],
    ['JSON', JSON.stringify(ENGLISH.split(' '))],
    ['hidden characters', ENGLISH.replaceAll('a', 'a\u200B').replaceAll(' ', ' \u2060')],
    ['full-width letters', ENGLISH.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xFEE0))],
    ['kana and ideographic blanks', JAPANESE.replaceAll(' ', '\u3000')],
    ['kana without blanks', JAPANESE.replaceAll(' ', '')],
    ['decomposed kana', JAPANESE.normalize('NFD')],
    ['Chinese characters', CHINESE],
    ['24 words', LONG],
  ])('are one marker, written with %s', (_way, phrase) => {
    expect(redact(`look: ${phrase} ok`)).toBe('look: ⟦seed_phrase⟧ ok');
  });

  it.each([
    ['a misspelt word', ENGLISH.replace('cause', 'cuase')],
    ['a foreign word', ENGLISH.replace('cause', 'ursache')],
    ['a word in pieces', ENGLISH.replace('private dutch', 'private du tch')],
    ['a digit for a letter', ENGLISH.replace('cause', 'cau5e')],
    ['two words as one', ENGLISH.replace('cause delay', 'causedelay')],
    ['a word too few', ENGLISH.replace('cause ', '')],
    ['a misspelt first word', ENGLISH.replace('hamster', 'hamstr')],
    ['a misspelt last word', ENGLISH.replace('book', 'bok')],
    ['two wrong words of 24', LONG.replace('clip', 'clp').replace('side', 'sdie')],
  ])('are found with %s', (_what, phrase) => {
    expect(redact(phrase)).toBe('⟦seed_phrase⟧');
  });

  it.each(['my recovery phrase is', 'mi frase semilla es', 'моя сид-фраза:', '我的助记词是', 'シードフレーズは', 'Kurtarma ifadem:', 'رحم عبارة الاسترداد هي'])('are found in part and with two wrong words after "%s"', (words) => {
    expect(redact(`${words} ${ENGLISH.split(' ').slice(0, 8).join(' ')}`)).toBe(`${words} ⟦seed_phrase⟧`);
    expect(redact(`${words} ${ENGLISH.replace('dutch', 'dxtch').replace('slide', 'slxde')}`)).toBe(`${words} ⟦seed_phrase⟧`);
  });

  it('leaves what only stands beside them', () => {
    expect(redact(`My seed phrase: ${ENGLISH}. Help`)).toBe('My seed phrase: ⟦seed_phrase⟧. Help');
    expect(redact(`one:\n${ENGLISH}\nof the two:\n${LONG}`)).toBe('one:\n⟦seed_phrase⟧\nof the two:\n⟦seed_phrase⟧');
  });

  it('finds Chinese ones without blanks by what they are made of', () => {
    const together = CHINESE.replaceAll(' ', '');
    expect(redact(`我的助记词是${together}`)).toContain('⟦seed_phrase⟧');
    expect(redact('如果助记词丢失了请马上把资产转到新的钱包里面去，不要告诉任何人')).not.toContain('⟦');
  });

  it.each([
    'What is a seed phrase and who may see it, can you please explain that to me again because I will never understand this',
    'Never notice this fee until now can you please explain what cash will cost',
    'btc eth sol xrp ada dot near atom link avax doge trx ton usdt',
    'size space number table text type value version update url token system name list',
    'あの、入金したのですがまだ届いていないようです。どうすればいいでしょうか',
    '我昨天充值的钱到现在还没有到账请问是什么原因',
  ])('leaves prose alone: %s', (text) => {
    expect(redact(text)).toBe(text);
  });
});
