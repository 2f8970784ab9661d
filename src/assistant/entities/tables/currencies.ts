/** A currency, and how contacts write it beside a number. */
export interface CurrencyRow {
  /** ISO 4217. */
  readonly code: string;
  /** Written before or after the number; the longest that fits is taken. */
  readonly symbols?: readonly string[];
  /** Words after the number; `*` lets the word go on. */
  readonly words?: readonly string[];
  /** The code is a word of some served language: it counts in capitals only. */
  readonly isWord?: true;
}

export const CURRENCIES: readonly CurrencyRow[] = [
  {
    code: 'USD', symbols: ['US$', 'U$', '$'],
    words: ['dollar*', 'us dollar*', 'bucks', 'dolar*', 'dólar*', 'dólares', 'доллар*', 'бакс*', '美元', '美金', '米ドル', 'ドル', '달러*', 'đô la', 'đô', 'دولار*', 'डॉलर*', 'ดอลลาร์', 'ดอล'],
  },
  { code: 'EUR', symbols: ['€'], words: ['euro*', 'евро', '欧元', '歐元', 'ユーロ', '유로*', 'يورو', 'यूरो', 'ยูโร'] },
  { code: 'GBP', symbols: ['£'], words: ['pound*', 'quid', 'sterling', 'pfund', 'livres sterling', 'libras', 'фунт*', '英镑', '英鎊', 'ポンド', '파운드*'] },
  { code: 'JPY', symbols: ['JP¥'], words: ['yen', '日元', '日圓', '円', 'えん', '엔화', 'иен*', 'เยน'] },
  { code: 'CNY', symbols: ['CN¥'], words: ['rmb', 'yuan', '元', '块', '块钱', '人民币', '人民幣', '人民元', '위안*', 'юан*'] },
  { code: 'TWD', symbols: ['NT$'], words: ['台币', '台幣', '新台幣', '塊'] },
  { code: 'HKD', symbols: ['HK$'], words: ['港币', '港幣', '港元'] },
  { code: 'KRW', symbols: ['₩'], words: ['won', '원', '원을', '원이', '원은', '원도', '원이나', '韩元', '韓元', 'ウォン'] },
  { code: 'INR', symbols: ['₹'], words: ['rupee*', 'rs', 'रुपये', 'रुपए', 'रुपया', 'रु', 'rupaye', 'rupay', 'rupees'] },
  { code: 'RUB', symbols: ['₽'], words: ['ruble*', 'rouble*', 'руб', 'рубл*', 'р', 'rublos', '卢布', '루블*'] },
  { code: 'TRY', symbols: ['₺'], words: ['tl', 'lira*', 'türk lirası', 'лир', 'лиры', '里拉'], isWord: true },
  { code: 'THB', symbols: ['฿'], words: ['baht', 'บาท', '泰铢', '泰銖', 'バーツ', '바트*', 'бат'] },
  { code: 'VND', symbols: ['₫', 'đ'], words: ['đồng', 'vnđ', '越南盾', 'донг*'] },
  { code: 'IDR', symbols: ['Rp', 'Rp.'], words: ['rupiah', 'perak', 'рупи*', '印尼盾'] },
  { code: 'BRL', symbols: ['R$'], words: ['real', 'reais', 'conto', 'contos', 'реал*', '雷亚尔'] },
  { code: 'AED', words: ['dirham*', 'درهم', 'دراهم', 'дирхам*'] },
  { code: 'SAR', words: ['riyal*', 'ريال', 'ريالات'], isWord: true },
  { code: 'EGP', words: ['جنيه', 'جنيه مصري', 'egyptian pound*'] },
  { code: 'CHF', words: ['franken', 'swiss franc*', 'schweizer franken', 'stutz', 'франк*', '瑞士法郎'] },
  { code: 'AUD', symbols: ['A$', 'AU$'], words: ['aussie dollar*', 'australian dollar*', '澳元'] },
  { code: 'CAD', symbols: ['C$', 'CA$'], words: ['canadian dollar*', 'loonies', '加元'], isWord: true },
  { code: 'NZD', symbols: ['NZ$'] },
  { code: 'SGD', symbols: ['S$'], words: ['新元', '新加坡元'] },
  { code: 'MXN', symbols: ['MX$'], words: ['pesos mexicanos', 'mxn pesos'] },
  { code: 'ARS', symbols: ['AR$'], words: ['pesos argentinos'], isWord: true },
  { code: 'COP', words: ['pesos colombianos'], isWord: true },
  { code: 'CLP', words: ['pesos chilenos'] },
  { code: 'PEN', words: ['soles'], isWord: true },
  { code: 'PHP', symbols: ['₱'] },
  { code: 'NGN', symbols: ['₦'], words: ['naira*'] },
  { code: 'UAH', symbols: ['₴'], words: ['hryvnia*', 'гривн*', 'гривен', 'грн'] },
  { code: 'KZT', symbols: ['₸'], words: ['tenge', 'тенге'] },
  { code: 'ILS', symbols: ['₪'], words: ['shekel*'] },
  { code: 'PLN', symbols: ['zł'], words: ['zloty', 'zlotych', 'złotych'] },
  { code: 'CZK', symbols: ['Kč'] },
  { code: 'SEK', isWord: true },
  { code: 'NOK' },
  { code: 'DKK' },
  { code: 'HUF' },
  { code: 'RON', isWord: true },
  { code: 'ZAR', words: ['rand'] },
  { code: 'KES' },
  { code: 'PKR', words: ['pakistani rupee*'] },
  { code: 'BDT', words: ['taka', 'টাকা'] },
  { code: 'MYR', symbols: ['RM'], words: ['ringgit'] },
];

/** Symbols that several currencies share, by the contact's country where it is known. */
export const SHARED_SYMBOLS: Readonly<Record<string, { readonly usual: string; readonly byRegion: Readonly<Record<string, string>> }>> = {
  $: { usual: 'USD', byRegion: { MX: 'MXN', AR: 'ARS', CO: 'COP', CL: 'CLP', CA: 'CAD', AU: 'AUD', NZ: 'NZD', SG: 'SGD', HK: 'HKD', TW: 'TWD' } },
  '¥': { usual: 'JPY', byRegion: { CN: 'CNY', TW: 'CNY', HK: 'CNY', JP: 'JPY' } },
};

/** Symbols of coins, which stand beside a number like those of currencies. */
export const COIN_SYMBOLS: Readonly<Record<string, string>> = { '₿': 'BTC', Ξ: 'ETH', '₮': 'USDT', Ð: 'DOGE', Ł: 'LTC' };

/** Words that multiply the number before them, by the power of ten. */
export const MULTIPLIERS: Readonly<Record<number, readonly string[]>> = {
  3: ['k', 'mil', 'mille', 'tsd', 'tausend', 'thousand', 'тыс', 'тысяч*', 'bin', 'nghìn', 'ngàn', 'ribu', 'rb', 'พัน', 'الف', 'الاف', 'हजार', 'हज़ार', 'hazar', '千', '천'],
  4: ['万', '萬', '만', 'หมื่น', 'wan'],
  5: ['lakh*', 'lac', 'lacs', 'लाख', 'แสน'],
  6: ['m', 'mio', 'mln', 'million*', 'millón', 'millones', 'milhão', 'milhões', 'milhao', 'milhoes', 'милли*', 'млн', 'milyon', 'triệu', 'tr', 'juta', 'jt', 'ล้าน', 'مليون', 'ملايين', 'मिलियन', '百万', '백만'],
  7: ['crore*', 'cr', 'करोड़', '千万', '천만'],
  8: ['億', '亿', '억'],
  9: ['b', 'bn', 'billion*', 'milliard*', 'миллиард*', 'млрд', 'milyar', 'tỷ', 'miliar', 'mrd', 'مليار'],
};

/** Korean multipliers and units that are written together. */
export const KOREAN_MULTIPLIERS: Readonly<Record<string, number>> = { 백만: 6, 천만: 7, 만: 4, 억: 8, 천: 3 };
export const KOREAN_UNITS: Readonly<Record<string, string>> = { 원: 'KRW', 달러: 'USD', 불: 'USD', 테더: 'USDT', 유로: 'EUR', 엔: 'JPY', 위안: 'CNY' };
