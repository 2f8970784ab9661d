import { describe, expect, it } from '@jest/globals';
import type { Locale } from '../domain/locales.ts';
import { detectLocale } from './detect-locale.ts';

describe('detectLocale', () => {
  it.each<[string, Locale]>([
    ['my deposit has not arrived since yesterday', 'en'],
    ['我的提币还没到账', 'zh-CN'],
    ['我的帳戶無法登入，收不到驗證碼', 'zh-TW'],
    ['出金が反映されません', 'ja'],
    ['출금이 안 돼요', 'ko'],
    ['¿por qué mi retiro sigue pendiente desde ayer?', 'es'],
    ['meu saque ainda não caiu na minha conta', 'pt-BR'],
    ['pourquoi mon retrait est-il toujours en attente', 'fr'],
    ['warum ist meine Auszahlung noch nicht angekommen', 'de'],
    ['почему мой вывод завис', 'ru'],
    ['para çekme işlemim neden hâlâ beklemede', 'tr'],
    ['tại sao lệnh rút tiền của tôi vẫn chưa được xử lý', 'vi'],
    ['kenapa penarikan saya belum masuk juga ke rekening', 'id'],
    ['ถอนเงินแล้วยังไม่เข้า', 'th'],
    ['لماذا لم يصل السحب حتى الآن', 'ar'],
    ['मेरा पैसा अभी तक नहीं आया', 'hi'],
    ['USDT TRC20 充值没到账 txid 5f3c9a1b5f3c9a1b5f3c9a1b', 'zh-CN'],
  ])('reads «%s» as %s', (text, locale) => {
    expect(detectLocale(text, 'en').locale).toBe(locale);
  });

  it.each(['0x5f3c9a1b5f3c9a1b5f3c9a1b5f3c9a1b', '😭😭', '12345', 'https://exchange.example/fees', 'USDT', 'ok', 'BTC ETH 0.5'])('leaves the language of «%s» open', (text) => {
    expect(detectLocale(text, 'tr').locale).toBeNull();
  });

  it('keeps traditional Chinese where characters of either script are written', () => {
    expect(detectLocale('你好', 'zh-TW').locale).toBe('zh-TW');
    expect(detectLocale('你好', 'en').locale).toBe('zh-CN');
  });

  it('does not leave a language for one short word', () => {
    expect([null, 'id']).toContain(detectLocale('perfekt', 'id').locale);
  });
});
