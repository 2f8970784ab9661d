import { describe, expect, it } from '@jest/globals';
import type { Locale } from '../domain/locales.ts';
import type { LocaleVotes } from '../knowledge/search/languages/mix-locales.ts';
import { detectLocale } from './detect-locale.ts';

const votes = (...all: [Locale, number][]): LocaleVotes => all.map(([locale, probability]) => ({ locale, probability }));
const first = (prior: Locale, heard: LocaleVotes = []) => ({ prior, isFirst: true, votes: heard });
const later = (prior: Locale, heard: LocaleVotes = []) => ({ prior, isFirst: false, votes: heard });

describe('detectLocale', () => {
  it.each<[string, Locale]>([
    ['我的提币还没到账', 'zh-CN'],
    ['我的帳戶無法登入，收不到驗證碼', 'zh-TW'],
    ['出金が反映されません', 'ja'],
    ['출금이 안 돼요', 'ko'],
    ['почему мой вывод завис', 'ru'],
    ['ถอนเงินแล้วยังไม่เข้า', 'th'],
    ['لماذا لم يصل السحب حتى الآن', 'ar'],
    ['मेरा पैसा अभी तक नहीं आया', 'hi'],
    ['USDT TRC20 充值没到账 txid 5f3c9a1b5f3c9a1b5f3c9a1b', 'zh-CN'],
  ])('reads «%s» by its script as %s', (text, locale) => {
    expect(detectLocale(text, first('en')).locale).toBe(locale);
  });

  it.each<[string, Locale]>([
    ['my deposit has not arrived since yesterday', 'en'],
    ['¿por qué mi retiro sigue pendiente desde ayer?', 'es'],
    ['pourquoi mon retrait est-il toujours en attente', 'fr'],
    ['warum ist meine Auszahlung noch nicht angekommen', 'de'],
    ['tại sao lệnh rút tiền của tôi vẫn chưa được xử lý', 'vi'],
    ['kenapa penarikan saya belum masuk juga ke rekening', 'id'],
  ])('reads the sentence «%s» without any votes as %s', (text, locale) => {
    expect(detectLocale(text, first('tr')).locale).toBe(locale);
  });

  it.each(['0x5f3c9a1b5f3c9a1b5f3c9a1b5f3c9a1b', '😭😭', '12345', 'https://exchange.example/fees', 'USDT', 'ok', 'BTC ETH 0.5'])('leaves the language of «%s» open', (text) => {
    expect(detectLocale(text, first('tr', votes(['en', 0.9], ['tr', 0.1]))).locale).toBeNull();
  });

  it('keeps a conversation in its language at a greeting of another', () => {
    expect(detectLocale('hello', later('tr', votes(['en', 0.88], ['tr', 0.1]))).locale).not.toBe('en');
  });

  it('follows a real change of language at once', () => {
    expect(detectLocale('where is my money', later('tr', votes(['en', 0.999], ['tr', 0.0005]))).locale).toBe('en');
  });

  it('hears a first message over the language of the page', () => {
    expect(detectLocale('pw vergessen', first('en', votes(['de', 0.9], ['en', 0.08]))).locale).toBe('de');
  });

  it('does not decide between two that are as likely', () => {
    expect(detectLocale('hola tudo', later('en', votes(['es', 0.5], ['pt-BR', 0.5]))).locale).toBeNull();
  });

  it('keeps traditional Chinese where characters of either script are written', () => {
    expect(detectLocale('你好', later('zh-TW')).locale).toBe('zh-TW');
    expect(detectLocale('你好', first('en')).locale).toBe('zh-CN');
    expect(detectLocale('你好', first('en', votes(['zh-TW', 0.6], ['zh-CN', 0.4]))).locale).toBe('zh-TW');
  });
});
