import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Locale } from '../locales.ts';
import { LOCALE_TAGS } from '../locales.ts';
import { readTerm, findTerms } from './search-term.ts';
import { MARK, tokenise } from './tokenise.ts';

const words = (text: string) => tokenise(text).body.map((token) => token.text);
const finds = (text: string, query: string, quoted = false): boolean => {
  const term = readTerm(query, quoted);
  return term !== undefined && findTerms(tokenise(text.normalize('NFC')), [term]) !== undefined;
};

/** In each language: a text, what finds it, and what does not. */
const LANGUAGES: Record<Locale, { text: string; found: string[]; missed: string[] }> = {
  en: { text: 'My withdrawals aren’t arriving', found: ['withdrawal', 'WITHDRAWALS', 'arriving'], missed: ['deposit', 'rawals'] },
  'zh-CN': { text: '我的提币一直没有到账', found: ['提币', '到账', '没有到账', '币'], missed: ['充值', '提账'] },
  'zh-TW': { text: '我的提領一直沒有到帳', found: ['提領', '到帳', '領'], missed: ['儲值', '提帳'] },
  ja: { text: '出金がまだ届きません。ウォレットのアドレス', found: ['出金', 'ウォレット', 'ｳｫﾚｯﾄ', '届きません'], missed: ['入金', '金出'] },
  ko: { text: '출금이 아직 안 들어왔어요', found: ['출금', '출금이', '들어왔'], missed: ['입금', '금출'] },
  es: { text: '¿Dónde está mi depósito? Verificación', found: ['deposito', 'depósito', 'donde', 'VERIFICACION'], missed: ['retiro'] },
  'pt-BR': { text: 'Não recebi a transação de saque', found: ['transacao', 'transação', 'nao'], missed: ['deposito'] },
  fr: { text: 'L’œuvre est bloquée, vérifiez s’il vous plaît', found: ['oeuvre', 'bloquee', 'plait'], missed: ['retrait'] },
  de: { text: 'Überweisung an falsche Straße geschickt', found: ['uberweisung', 'Überweisung', 'strasse', 'STRASSE'], missed: ['einzahlung'] },
  ru: { text: 'Ещё не пришёл мой вывод', found: ['еще', 'пришел', 'ВЫВОД'], missed: ['депозит'] },
  tr: { text: 'ÇEKİM işlemim hâlâ bekliyor, ıslak imza', found: ['cekim', 'çekim', 'islem', 'ISLAK'], missed: ['yatirma'] },
  vi: { text: 'Đơn rút tiền của tôi chưa đến ví điện tử', found: ['don rut tien', 'rút tiền', 'dien tu'], missed: ['nap tien'] },
  id: { text: 'Penarikan saya belum masuk', found: ['penarikan', 'belum'], missed: ['setoran'] },
  th: { text: 'ถอนเงินแล้วยังไม่ได้รับ', found: ['ถอนเงิน', 'เงิน', 'ได้รับ'], missed: ['ฝากเงิน'] },
  ar: { text: 'لم يَصِل الإيداعُ إلى محفظتي حتى الآن', found: ['يصل', 'الايداع', 'الإيداع', 'محفظتي', 'حتي'], missed: ['سحب'] },
  hi: { text: 'मेरी निकासी अभी तक नहीं आई', found: ['निकासी', 'नहीं'], missed: ['जमा', 'नकास'] },
};

describe('tokens of search', () => {
  it.each(LOCALE_TAGS)('find words as people write them in %s', (locale) => {
    const { text, found, missed } = LANGUAGES[locale];
    for (const query of found) expect([query, finds(text, query)]).toEqual([query, true]);
    for (const query of missed) expect([query, finds(text, query)]).toEqual([query, false]);
  });

  it('are pairs where no spaces stand between words, and words elsewhere', () => {
    expect(words('USDT提币失败 now')).toEqual(['usdt', '提币', '币失', '失败', 'now']);
    expect(tokenise('提币').extras.map(({ text }) => text)).toEqual(['币']);
    expect(words('第 3 天')).toEqual(['第', '3', '天']);
    expect(words('ｆｕｌｌ　ｗｉｄｔｈ①')).toEqual(['full', 'width1']);
  });

  it('keep codes whole, and by how they end', () => {
    const hash = '0x52908400098527886E0F7030069857D2E4169EE7';
    expect(words(`tx: ${hash}.`)).toEqual(['tx', hash.toLowerCase()]);
    expect(tokenise(hash).extras.map(({ text }) => text)).toEqual([`${MARK}${[...hash.toLowerCase()].reverse().join('')}`]);
    for (const query of [hash, hash.slice(2), hash.slice(0, 8), '52908400', '…169ee7', '...9ee7']) expect([query, finds(`tx: ${hash}.`, query)]).toEqual([query, true]);
    for (const query of ['08400', '…169ee', '0x5291']) expect([query, finds(`tx: ${hash}.`, query)]).toEqual([query, false]);
    expect(finds('sent to EQCD39VS5jcptHL8vMjEXrzGaRcCVYto7HUn4bpAOg8x-_2N', 'EQCD39VS5jcptHL8vMjEXrzGaRcCVYto7HUn4bpAOg8x-_2')).toBe(true);
    expect(finds(hash.slice(2), hash)).toBe(true);
  });

  it('tell where they stand in the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }).map((text) => text.normalize('NFC')), (text) => {
      const { body, extras } = tokenise(text);
      for (const { text: token, start, end } of [...body, ...extras]) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(token).toMatch(/^\S+$/u);
        expect(token).not.toMatch(/["'\0]/);
      }
      expect(body.map(({ start }) => start)).toEqual(body.map(({ start }) => start).sort((a, b) => a - b));
    }), { numRuns: 500 });
  });

  it('find any piece of a text that is kept in pairs', () => {
    const han = fc.constantFrom(...'提币充值到账失败我的没有一直');
    fc.assert(fc.property(fc.array(han, { minLength: 1, maxLength: 20 }), fc.nat(), fc.nat(), (letters, from, length) => {
      const start = from % letters.length;
      const piece = letters.slice(start, start + 1 + (length % (letters.length - start))).join('');
      expect(finds(letters.join(''), piece)).toBe(true);
    }), { numRuns: 500 });
  });

  it('find any text by each of its words, quoted or not', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.normalize('NFC')), (text) => {
      if (readTerm(text, true)) expect(finds(text, text, true)).toBe(true);
      for (const word of text.split(/\s+/)) if (!/^(…|\.\.)/.test(word) && readTerm(word, false)) expect(finds(text, word)).toBe(true);
    }), { numRuns: 500 });
  });
});
