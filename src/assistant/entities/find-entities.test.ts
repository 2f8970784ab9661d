import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ENTITY_KINDS, entitySchema, type Entity, type EntityKind } from '../../domain/entities.ts';
import { LOCALE_TAGS, type Locale } from '../../domain/locales.ts';
import type { ConceptExpressions } from '../../knowledge/knowledge-base.ts';
import { createFindEntities } from './find-entities.ts';

/** As the files in `knowledge-base/cues` are, in short. */
const cues: Partial<Record<Locale, ConceptExpressions>> = {
  'en': {
    'yes': ['yes'], 'time-now': ['right now'], 'time-today': ['today'], 'time-last-night': ['last night'], 'time-yesterday': ['yesterday'], 'time-this-week': ['this week'], 'time-last-week': ['last week'],
    'time-last-month': ['last month'], 'unit-minute': ['min', 'mins', 'minutes'], 'unit-hour': ['h', 'hour', 'hours'], 'unit-day': ['day', 'days'], 'unit-week': ['weeks'], 'unit-month': ['months'],
    'done-password': ['changed my password'], 'done-police': ['filed a police report'],
  },
  'de': { 'time-yesterday': ['gestern'], 'unit-day': ['tag*'], 'done-password': ['passwort geändert'] },
  'fr': { 'unit-day': ['jour*'] }, 'es': { 'unit-day': ['día', 'días'] }, 'pt-BR': { 'unit-day': ['dia', 'dias'] }, 'ru': { 'unit-day': ['день', 'дня', 'дней'], 'time-yesterday': ['вчера'] },
  'tr': { 'unit-day': ['gün*'] }, 'vi': { 'unit-day': ['ngày'] }, 'id': { 'unit-day': ['hari'] }, 'th': { 'unit-day': ['วัน'], 'time-yesterday': ['เมื่อวาน'] },
  'ar': { 'unit-day': ['يوم', 'أيام'], 'time-yesterday': ['أمس'] }, 'hi': { 'unit-day': ['दिन'], 'time-yesterday': ['कल'] },
  'ja': { 'unit-day': ['日'], 'unit-hour': ['時間'], 'time-yesterday': ['昨日'] }, 'ko': { 'unit-day': ['일'], 'time-yesterday': ['어제'] },
  'zh-CN': { 'unit-day': ['天'], 'unit-hour': ['小时'], 'time-yesterday': ['昨天'], 'done-password': ['改了密码'] }, 'zh-TW': { 'unit-day': ['天'], 'time-yesterday': ['昨天'] },
};
/** A Friday. */
const now = Date.UTC(2026, 10, 20, 10, 0);
const findEntities = createFindEntities({ cues });
const find = (text: string, locale: Locale | null = 'en', region?: string): Entity[] => findEntities(text, { locale, now, region });
const values = (text: string, locale: Locale | null = 'en', region?: string): string[] => find(text, locale, region).map(({ kind, value }) => `${kind} ${value}`);
const only = (kind: EntityKind, text: string, locale: Locale | null = 'en', region?: string): string[] => find(text, locale, region).filter((one) => one.kind === kind).map(({ value }) => value);

const HASH = 'f4184fc596403b9d638783cf57adfe4c75c605f6356fbc91338530e9831e9e16';
const EVM = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed';
const TRON = 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t';

describe('coins', () => {
  it.each<[Locale, string, string[]]>([
    ['en', 'my btc and Ethereum, some $SOL', ['BTC', 'ETH', 'SOL']],
    ['zh-CN', '比特币和以太坊都没到账，狗狗币呢', ['BTC', 'ETH', 'DOGE']],
    ['zh-TW', '比特幣跟萊特幣', ['BTC', 'LTC']],
    ['ja', 'ビットコインとイーサリアムとリップル', ['BTC', 'ETH', 'XRP']],
    ['ko', '비트코인을 이더리움으로 바꾸고 싶어요', ['BTC', 'ETH']],
    ['ru', 'где мои биткоины и эфириум', ['BTC', 'ETH']],
    ['th', 'บิทคอยน์กับอีเธอเรียม', ['BTC', 'ETH']],
    ['hi', 'मेरा बिटकॉइन और इथेरियम', ['BTC', 'ETH']],
    ['ar', 'أين البيتكوين وإيثيريوم', ['BTC', 'ETH']],
    ['tr', 'bitcoinlerim ve ethereumum', ['BTC', 'ETH']],
    ['es', 'mis bitcoins y la solana', ['BTC', 'SOL']],
    ['fr', "l'ethereum et le litecoin", ['ETH', 'LTC']],
    ['en', 'bitcoin cash is not bitcoin', ['BCH', 'BTC']],
    ['en', 'my USDT and my LINK are gone', ['USDT', 'LINK']],
    ['en', 'Ｂ\u200BＴＣ and 𝗘𝗧𝗛', ['BTC', 'ETH']],
  ])('are found in %s: %s', (locale, text, coins) => {
    expect(only('coin', text, locale)).toEqual(coins);
  });

  it.each<[Locale | null, string]>([
    ['en', 'I have one link to dot near the sol, gas is hot, etc.'],
    ['en', 'SEND ME THE LINK NOW, WHERE IS MY ONE CODE'],
    ['id', 'ada masalah, mana saldo saya'],
    ['fr', 'le sol est sous ton toit'],
    ['de', 'Sand im Getriebe, der Ton macht die Musik'],
    ['vi', 'tao không biết, dài quá'],
    ['es', 'algo pasa con el sol y mi tia'],
    ['en', 'a cosmos of stellar ripples, an avalanche'],
    ['en', 'trc20x btc2 abtc tethering'],
    ['ja', 'エレクトロンズ'],
    [null, 'op dash flow comp'],
  ])('are none in %s: %s', (locale, text) => {
    expect(only('coin', text, locale).filter((value) => value !== 'XRP')).toEqual([]);
  });
});

describe('networks', () => {
  it.each<[Locale, string, string[]]>([
    ['en', 'sent over TRC-20 instead of erc 20', ['TRC20', 'ERC20']],
    ['en', 'I used the Polygon network, not Base chain or the lightning network', ['Polygon', 'Base', 'Lightning']],
    ['en', 'USDT on Solana, via Arbitrum', ['Solana', 'Arbitrum']],
    ['zh-CN', '走的波场网络，不是币安智能链', ['TRC20', 'BEP20']],
    ['ja', 'トロンのネットワーク、ソラナチェーン', ['Solana']],
    ['ko', '트론 네트워크로 보냈어요', ['TRC20']],
    ['ru', 'через сеть трон', ['TRC20']],
    ['tr', 'Tron ağı üzerinden', ['TRC20']],
    ['vi', 'mạng Solana', ['Solana']],
    ['ar', 'على شبكة ترون', ['TRC20']],
    ['fr', 'le réseau Bitcoin', ['Bitcoin']],
    ['es', 'por la red de Polygon', ['Polygon']],
  ])('are found in %s: %s', (locale, text, networks) => {
    expect(only('network', text, locale)).toEqual(networks);
  });

  it.each(['a base for optimism', 'the lightning struck', 'interest on bitcoin', 'near the polygon'])('are none in: %s', (text) => {
    expect(only('network', text)).toEqual([]);
  });
});

describe('amounts', () => {
  it.each<[Locale | null, string, string[]]>([
    ['en', '0.50 ETH, 1,200 USDT and $99.90', ['0.5 ETH', '1200 USDT', '99.9 USD']],
    ['de', '1,2 BTC, 1.200,50 €, 34\'000 CHF', ['1.2 BTC', '1200.5 EUR', '34000 CHF']],
    ['fr', '1 200,50 € et 500 dollars', ['1200.5 EUR', '500 USD']],
    ['en', '100usdt 5k usdt 2.5 million dollars', ['100 USDT', '5000 USDT', '2500000 USD']],
    ['zh-CN', '充了1000U和50万人民币，0.5个比特币，2万u', ['1000 USDT', '500000 CNY', '0.5 BTC', '20000 USDT']],
    ['ja', '５０万円と0.5ビットコイン', ['500000 JPY', '0.5 BTC']],
    ['ko', '50만원어치, 3만 테더, 100USDT를', ['500000 KRW', '30000 USDT', '100 USDT']],
    ['ru', '500 тыс. руб. и 0,5 биткоина', ['500000 RUB', '0.5 BTC']],
    ['tr', '500 TL ve ₺1.000', ['500 TRY', '1000 TRY']],
    ['vi', '5 triệu đồng, 100 đô', ['5000000 VND', '100 USD']],
    ['id', 'Rp500.000 ada, 5 juta rupiah', ['500000 IDR', '5000000 IDR']],
    ['th', '๕๐๐ บาท', ['500 THB']],
    ['hi', '₹1,00,000 और ५ लाख रुपये', ['100000 INR', '500000 INR']],
    ['ar', '١٠٠ دولار و٠٫٥ بيتكوين', ['100 USD', '0.5 BTC']],
    ['pt-BR', 'R$ 1.500,00 e 12 mil reais', ['1500 BRL', '12000 BRL']],
    ['es', '12 mil dólares', ['12000 USD']],
    ['en', 'USDT 500, BTC: 0.5, ETH2.5', ['500 USDT', '0.5 BTC', '2.5 ETH']],
    ['en', '5 sol and 2.5 near', ['5 SOL', '2.5 NEAR']],
    ['ja', '¥3000', ['3000 JPY']],
    ['zh-CN', '¥3000', ['3000 CNY']],
    [null, '0.1 btc', ['0.1 BTC']],
  ])('are found in %s: %s', (locale, text, amounts) => {
    expect(only('amount', text, locale)).toEqual(amounts);
  });

  it('take the dollar of the contact\'s country', () => {
    expect(only('amount', '$500', 'es', 'MX')).toEqual(['500 MXN']);
  });

  it.each(['BTC 50%', 'bitcoin 3 days ago', 'trc20 erc20', '24/7', 'abc12 usdt', 'price of xrp 2026', 'I clicked 1 link', '3 try', 'version 1.2.3'])('are none in: %s', (text) => {
    expect(only('amount', text)).toEqual([]);
  });
});

describe('transactions, addresses and links', () => {
  it('keeps them apart and says the network', () => {
    expect(find(`txid ${HASH} on tron to ${TRON}, not ${EVM}`)).toMatchObject([
      { kind: 'transaction', value: HASH, network: 'tron' },
      { kind: 'coin', value: 'TRX' },
      { kind: 'address', value: TRON, network: 'tron', checksum: 'valid' },
      { kind: 'address', value: EVM.toLowerCase(), network: 'ethereum', checksum: 'valid' },
    ]);
  });

  it('calls a mistyped address what it is', () => {
    expect(find(EVM.replace('B', 'b'))).toMatchObject([{ kind: 'address', network: 'ethereum', checksum: 'invalid' }]);
    expect(find(`${TRON.slice(0, -1)}v`)).toMatchObject([{ kind: 'address', network: 'tron', checksum: 'invalid' }]);
  });

  it('takes 0x and 64 digits for an address beside the word, in other languages too', () => {
    expect(find(`Sui address 0x${HASH}`).at(-1)).toMatchObject({ kind: 'address', network: 'sui' });
    expect(find(`Aptos Adresse 0x${HASH}`, 'de').at(-1)).toMatchObject({ kind: 'address', network: 'aptos' });
    expect(find(`from my wallet 0x${HASH}`)).toMatchObject([{ kind: 'transaction', network: 'ethereum' }]);
    expect(find(`哈希 0x${HASH}`, 'zh-CN')).toMatchObject([{ kind: 'transaction', network: 'ethereum' }]);
  });

  it.each([
    [`https://tronscan.org/#/transaction/${HASH}`, 'transaction', 'tron'],
    [`etherscan.io/tx/0x${HASH}`, 'transaction', 'ethereum'],
    [`https://etherscan.io/address/${EVM}?a=b`, 'address', 'ethereum'],
    [`https://blockchair.com/litecoin/transaction/${HASH}.`, 'transaction', 'litecoin'],
    [`https://mempool.space/tx/${HASH}`, 'transaction', 'bitcoin'],
    [`https://suiscan.xyz/mainnet/account/0x${HASH}`, 'address', 'sui'],
    ['https://solscan.io/tx/5h6xBEauJ3PK6SWCZ1PGjBvj8vDdWG3KpwATGy1ARAXFSDwt8GFXM7W5Ncn16wmqokgpiKRLuS83KUxyZyv2sUYv', 'transaction', 'solana'],
  ])('reads what the explorer shows at %s', (url, kind, network) => {
    expect(find(`look: ${url}`)).toMatchObject([{ kind: 'url' }, { kind, network }]);
  });

  it('swallows what is in another link', () => {
    expect(values(`https://shop.example/order/12345?tx=${HASH}&to=${EVM}`)).toEqual(['url shop.example/order/12345']);
  });

  it.each([
    ['binance-support[.]com', 'binance-support.com'],
    ['hxxps://Evil.example/Login', 'evil.example/Login'],
    ['www.exchange.example', 'exchange.example'],
    ['请访问example.com查看', 'example.com'],
    ['(see https://a.example/b_(c))', 'a.example/b_(c)'],
    ['https://bínance.com/', 'xn--bnance-3va.com'],
    ['https://exchange.example，谢谢', 'exchange.example'],
  ])('reads the link in %s', (text, value) => {
    expect(only('url', text)).toEqual([value]);
  });

  it.each(['all my money.in the bank', 'e.g. this', 'ok.so what', 'version 1.2.3', 'done.Then', '3.5', 'file.pdf'])('sees no link in: %s', (text) => {
    expect(only('url', text)).toEqual([]);
  });
});

describe('numbers of cases, orders and tickets', () => {
  it.each<[Locale, string, string[]]>([
    ['en', 'case 7K3M-92QX and 7k3m-92qx', ['case 7K3M-92QX', 'case 7K3M-92QX']],
    ['en', 'order no. 12345678, ticket #4821, #99001', ['order 12345678', 'ticket 4821', 'ticket 99001']],
    ['en', 'order number is 123e4567-e89b-12d3-a456-426614174000', ['order 123E4567-E89B-12D3-A456-426614174000']],
    ['de', 'Bestellnummer 8812345, Ticketnummer: 4821', ['order 8812345', 'ticket 4821']],
    ['zh-CN', '订单号：202611031234，工单 88213', ['order 202611031234', 'ticket 88213']],
    ['zh-TW', '訂單編號 8812345', ['order 8812345']],
    ['ja', '注文番号は12345678です', ['order 12345678']],
    ['ko', '주문번호 12345678', ['order 12345678']],
    ['es', 'número de orden 8812345', ['order 8812345']],
    ['pt-BR', 'pedido nº 8812345', ['order 8812345']],
    ['fr', 'commande n° 8812345', ['order 8812345']],
    ['ru', 'номер заказа 8812345', ['order 8812345']],
    ['tr', 'sipariş no 8812345', ['order 8812345']],
    ['vi', 'mã đơn 8812345', ['order 8812345']],
    ['id', 'nomor pesanan 8812345', ['order 8812345']],
    ['th', 'ออเดอร์ 8812345', ['order 8812345']],
    ['ar', 'رقم الطلب ٨٨١٢٣٤٥', ['order 8812345']],
    ['hi', 'ऑर्डर नंबर 8812345', ['order 8812345']],
  ])('are found in %s: %s', (locale, text, expected) => {
    expect(values(text, locale)).toEqual(expected);
  });

  it.each(['well-known', 'ABCD-EFGH', '1234-5678', 'year-2026', 'covid-2019', 'error 500 order', 'order 2026', 'in order to', 'uid 12345678', 'the order of 1000 USDT'])('are none in: %s', (text) => {
    expect(find(text).filter(({ kind }) => kind === 'case' || kind === 'order' || kind === 'ticket')).toEqual([]);
  });
});

describe('e-mail addresses and telephone numbers', () => {
  it.each<[string, Locale, string | undefined, string[]]>([
    ['write to Foo.Bar+x@Mail.Example.com.', 'en', undefined, ['email foo.bar+x@mail.example.com']],
    ['邮箱abc@x.com收不到', 'zh-CN', undefined, ['email abc@x.com']],
    ['+49 170 1234567', 'en', undefined, ['phone +491701234567']],
    ['(020) 7946 0999', 'en', 'GB', ['phone +442079460999']],
    ['ruf mich an: 0170 1234567', 'de', undefined, ['phone +491701234567']],
    ['เบอร์ 081-234-5678', 'th', undefined, ['phone +66812345678']],
    ['电话 13812345678', 'zh-CN', undefined, ['phone +8613812345678']],
  ])('are found in %s', (text, locale, region, expected) => {
    expect(values(text, locale, region)).toEqual(expected);
  });

  it.each(['12345678', 'uid 8812345678', `${HASH}`, 'order no. 4917012345678', '2026-11-03 14:30', '192.168.1.10', '100 200 300 USDT'])('sees no telephone in %s', (text) => {
    expect(only('phone', text, 'de')).toEqual([]);
  });
});

describe('dates', () => {
  it.each<[Locale | null, string, string[]]>([
    ['en', '2026-11-03', ['2026-11-03']],
    ['de', '03.11.2026 und 03.11.', ['2026-11-03', '2026-11-03']],
    ['en', '11/03/2026', ['2026-11-03']],
    ['fr', '03/11/2026', ['2026-11-03']],
    ['en', '25/12/2025', ['2025-12-25']],
    ['ko', '2026. 11. 3.', ['2026-11-03']],
    ['ja', '2026年11月3日、11月3日', ['2026-11-03', '2026-11-03']],
    ['en', 'Nov 3, 2026 and 3rd of November', ['2026-11-03', '2026-11-03']],
    ['de', '3. November 2026', ['2026-11-03']],
    ['fr', '1er novembre', ['2026-11-01']],
    ['es', '3 de noviembre de 2026', ['2026-11-03']],
    ['pt-BR', '3 de março', ['2026-03-03']],
    ['ru', '3 ноября', ['2026-11-03']],
    ['tr', '3 Kasım 2026', ['2026-11-03']],
    ['vi', 'ngày 3 tháng 11 năm 2026', ['2026-11-03']],
    ['id', '3 Agustus 2026', ['2026-08-03']],
    ['th', '3 พฤศจิกายน 2569', ['2026-11-03']],
    ['ar', '٣ نوفمبر ٢٠٢٦', ['2026-11-03']],
    ['hi', '3 नवंबर 2026', ['2026-11-03']],
    ['en', 'December 24', ['2025-12-24']],
    ['en', 'in March 2025', ['2025-03']],
    ['en', 'yesterday at 14:30 UTC', ['2026-11-19T14:30Z']],
    ['en', 'Nov 3 at 2:05 pm', ['2026-11-03T14:05']],
    ['de', '03.11.2026 um 14 Uhr', ['2026-11-03T14:00']],
    ['ja', '11月3日午後2時半', ['2026-11-03T14:30']],
    ['en', '2026-11-03T14:30:05Z', ['2026-11-03T14:30Z']],
    ['en', '2pm UTC', ['2026-11-20T14:00Z']],
    ['en', 'today, last week, last month, this week', ['2026-11-20', '2026-W46', '2026-10', '2026-W47']],
    ['en', '3 days ago', ['2026-11-17']],
    ['en', '2 hours ago', ['2026-11-20T08:00Z']],
    ['en', 'waiting for 3 days', ['2026-11-17']],
    ['en', 'it takes 3 days or 24h', ['P3D', 'PT24H']],
    ['en', '2 months ago', ['2026-09-20']],
    ['de', 'vor 3 Tagen, seit 5 Tagen', ['2026-11-17', '2026-11-15']],
    ['fr', 'il y a 3 jours', ['2026-11-17']],
    ['es', 'hace 3 días', ['2026-11-17']],
    ['pt-BR', 'há 3 dias', ['2026-11-17']],
    ['ru', '3 дня назад', ['2026-11-17']],
    ['tr', '3 gün önce, 3 gündür', ['2026-11-17', '2026-11-17']],
    ['vi', '3 ngày trước', ['2026-11-17']],
    ['id', '3 hari yang lalu', ['2026-11-17']],
    ['th', '3 วันก่อน', ['2026-11-17']],
    ['ar', 'قبل ٣ أيام', ['2026-11-17']],
    ['hi', '३ दिन पहले', ['2026-11-17']],
    ['ja', '3日前', ['2026-11-17']],
    ['ko', '3일 전에', ['2026-11-17']],
    ['zh-CN', '3天前，已经3天', ['2026-11-17', '2026-11-17']],
    [null, '3天前 yesterday vor 3 Tagen', ['2026-11-17', '2026-11-19', '2026-11-17']],
  ])('are found in %s: %s', (locale, text, dates) => {
    expect(only('date', text, locale)).toEqual(dates);
  });

  it('follow the order of the contact\'s country', () => {
    expect(only('date', '03/11/2026', 'en', 'GB')).toEqual(['2026-11-03']);
    expect(only('date', '03/11/2026', 'en', 'US')).toEqual(['2026-03-11']);
  });

  it('are less sure where the order is', () => {
    const [unclear] = find('03/11/2026');
    const [clear] = find('2026-11-03');
    expect(unclear?.confidence).toBeLessThan(0.6);
    expect(clear?.confidence).toBeGreaterThan(0.9);
  });

  it.each(['24/7', '1/2', '32.13.2026', '3.5 BTC', 'it may be', 'march on', '2.3.4.5', '99:99'])('are none in: %s', (text) => {
    expect(only('date', text)).toEqual([]);
  });
});

describe('steps', () => {
  it('are what the contact has done, by the cues of the language and of English', () => {
    expect(only('step', 'I changed my password and filed a police report')).toEqual(['done-password', 'done-police']);
    expect(only('step', 'habe mein Passwort geändert', 'de')).toEqual(['done-password']);
    expect(only('step', '我已经改了密码', 'zh-CN')).toEqual(['done-password']);
  });

  it.each<[Locale, string]>([['en', "I haven't changed my password"], ['en', 'I have not changed my password'], ['de', 'nicht mein Passwort geändert'], ['zh-CN', '还没改了密码'], ['en', 'yes']])('are none in %s: %s', (locale, text) => {
    expect(only('step', text, locale)).toEqual([]);
  });
});

describe('finding entities in any text', () => {
  const pieces = fc.constantFrom(
    'BTC', '0.5', '１００', ' ', ' ', '  ', 'usdt', 'network', '\u200B', 'e\u0301', '3', 'days', 'ago', '@', '.com', 'https://', HASH, EVM, TRON, '-', '#', 'order', '비트코인', '比特币', '天', '前', 'บาท', 'قبل', '٣', 'ﾋﾞｯﾄ', '𝗕', '\n', ',', '$', '€',
    '+49', '170', '1234567', '7K3M-92QX', 'Nov', '2026', ':', '14:30', 'pm', 'changed my password', '/', '\uD800', "can't", 'etherscan.io/tx/', '[.]', 'á', 'Tron',
  );
  const texts = fc.oneof(fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')), fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 }));
  const locales = fc.constantFrom<Locale | null>(null, ...LOCALE_TAGS);

  it('gives places that are right, in order, and never the same place twice', () => {
    fc.assert(fc.property(texts, locales, fc.option(fc.constantFrom('US', 'DE', 'MX', 'xx', '', '🙂'), { nil: undefined }), (text, locale, region) => {
      let last = 0;
      for (const entity of findEntities(text, { locale, now, region })) {
        expect(entitySchema.safeParse(entity).success).toBe(true);
        expect(text.slice(entity.start, entity.start + entity.text.length)).toBe(entity.text);
        expect(entity.start).toBeGreaterThanOrEqual(last);
        last = entity.start + entity.text.length;
      }
    }), { numRuns: 1_500 });
  });

  it('cuts what is too long', () => {
    const [url] = find(`https://a.example/${'x'.repeat(1_000)}`);
    expect(url).toMatchObject({ kind: 'url', start: 0 });
    expect(url?.text.length).toBe(200);
    expect(url?.value.length).toBe(200);
  });

  it('reads lists that no message has only in part', () => {
    expect(find('BTC '.repeat(5_000)).length).toBeLessThanOrEqual(200);
  });

  it('finds nothing where there is nothing', () => {
    expect(find('')).toEqual([]);
    expect(find('hello, can you help me please?')).toEqual([]);
  });

  it('knows every kind', () => {
    const text = `my 0.5 BTC for ETH over TRC20 yesterday, txid ${HASH}, to ${TRON}, order no. 123456, ticket #4821, case 7K3M-92QX, me@x.com, +49 170 1234567, https://x.example, changed my password`;
    expect(new Set(find(text).map(({ kind }) => kind))).toEqual(new Set(ENTITY_KINDS));
  });
});
