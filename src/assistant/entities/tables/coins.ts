import type { Locale } from '../../../domain/locales.ts';

/** A coin, how contacts name it, and where its own chain is. */
export interface CoinRow {
  readonly symbol: string;
  /** Other tickers of the same thing. */
  readonly tickers?: readonly string[];
  /** Names in any language and script; `*` lets the word go on. Arabic ones are found with their prefixes too. */
  readonly names?: readonly string[];
  /** Names that are words of a language too: they count with a capital letter or beside an amount. */
  readonly wordNames?: readonly string[];
  /** The ticker is a word of some served language, or a name: in lower case it counts beside an amount only. */
  readonly isWord?: true;
  /** Languages in which the lower-case ticker follows numbers as a word: "1 link", "3 ada". There it is none even beside an amount. */
  readonly commonIn?: readonly Locale[];
  /** Worth one unit of a currency: amounts of it are written like money. */
  readonly isStable?: true;
  /** Its own chain, as `networks.ts` calls it. */
  readonly chain?: string;
}

/** The largest coins and stablecoins, those first that contacts write about most. */
export const COINS: readonly CoinRow[] = [
  {
    symbol: 'BTC', tickers: ['XBT'], chain: 'bitcoin',
    names: ['bitcoin*', 'bit coin', 'bitcion', 'btcs', '比特币', '比特幣', '大饼', '大餅', 'ビットコイン', '비트코인*', 'биткоин*', 'биткойн*', 'биток', 'битка', 'битке', 'битков', 'บิทคอยน์', 'บิตคอยน์', 'บิทคอย', 'बिटकॉइन*', 'बिटकॉयन*', 'बिटकोइन*', 'बिटक्वाइन*', 'بيتكوين', 'بتكوين', 'بيت كوين'],
  },
  {
    symbol: 'ETH', chain: 'ethereum',
    names: ['ethereum*', 'etherium*', 'etherum', 'ether', '以太坊', '以太币', '以太幣', '以太', 'イーサリアム', 'イーサ', '이더리움*', 'эфириум*', 'этериум*', 'эфир', 'эфира', 'эфире', 'эфиром', 'อีเธอเรียม', 'อีเทอเรียม', 'อีเธอร์', 'इथेरियम*', 'एथेरियम*', 'इथीरियम*', 'ईथर', 'ايثريوم', 'إيثيريوم', 'إثيريوم'],
    wordNames: ['이더*'],
  },
  {
    symbol: 'USDT', chain: 'ethereum', isStable: true,
    names: ['tether', 'tethers', 'theter', 'usdts', '泰达币', '泰達幣', 'テザー', '테더*', 'юсдт', 'тезер*', 'เทเธอร์', 'टेथर', 'यूएसडीटी', 'تيثر', 'تيذر', 'يو اس دي تي'],
  },
  { symbol: 'USDC', chain: 'ethereum', isStable: true, names: ['usd coin', 'usdc.e', '유에스디코인', 'юсдс'] },
  { symbol: 'BNB', chain: 'ethereum', names: ['binance coin', '币安币', '幣安幣', 'バイナンスコイン', '바이낸스코인*', 'бинанс коин', 'बीएनबी'] },
  { symbol: 'XRP', chain: 'xrp', names: ['瑞波币', '瑞波幣', '瑞波', 'リップル', '리플*', 'рипл*', 'риппл*', 'ริปเปิล', 'रिपल', 'ريبل'], wordNames: ['ripple*'] },
  { symbol: 'SOL', chain: 'solana', isWord: true, commonIn: ['es', 'pt-BR', 'fr'], names: ['solana*', 'solona', '索拉纳', '索拉納', 'ソラナ', '솔라나*', 'солан*', 'โซลานา', 'सोलाना', 'سولانا'] },
  { symbol: 'ADA', chain: 'cardano', isWord: true, commonIn: ['id', 'tr'], names: ['cardano*', '艾达币', '艾達幣', 'カルダノ', 'エイダコイン', '에이다*', '카르다노*', 'кардано', 'คาร์ดาโน', 'कार्डानो', 'كاردانو'] },
  { symbol: 'DOGE', chain: 'dogecoin', names: ['dogecoin*', 'doge coin', '狗狗币', '狗狗幣', '狗币', 'ドージコイン', '도지코인*', '도지*', 'догикоин*', 'догекоин*', 'доджкоин*', 'ดอจคอยน์', 'โดชคอยน์', 'डॉगकॉइन', 'डॉजकॉइन', 'دوجكوين'] },
  { symbol: 'TRX', chain: 'tron', names: ['tron', 'tronix', '波场币', '波場幣', '波场', '波場', 'トロン', '트론*', 'трон', 'трона', 'троне', 'трону', 'ทรอน', 'ट्रॉन', 'ترون'] },
  { symbol: 'TON', chain: 'ton', isWord: true, commonIn: ['en', 'de', 'fr'], names: ['toncoin*', 'ton coin', 'トンコイン', '톤코인*', 'тонкоин*', 'تون كوين'], wordNames: ['тон'] },
  { symbol: 'DOT', chain: 'polkadot', isWord: true, commonIn: ['en'], names: ['polkadot*', 'polka dot', '波卡币', '波卡', 'ポルカドット', '폴카닷*', 'полкадот*', 'โพลกาดอท', 'पोलकाडॉट', 'بولكادوت'] },
  { symbol: 'AVAX', chain: 'avalanche', names: ['アバランチ', '아발란체*', 'أفالانش'], wordNames: ['avalanche*'] },
  { symbol: 'LINK', chain: 'ethereum', isWord: true, commonIn: ['en', 'de'], names: ['chainlink', 'chain link', 'チェーンリンク', '체인링크*', 'чейнлинк*'] },
  { symbol: 'SHIB', chain: 'ethereum', names: ['shiba inu', 'shibainu', '柴犬币', '柴犬幣', '屎币', 'シバイヌ', '柴犬コイン', '시바이누*', 'шиба ину', 'ชิบะอินุ', 'शिबा इनु', 'شيبا اينو'] },
  { symbol: 'LTC', chain: 'litecoin', names: ['litecoin*', 'lite coin', '莱特币', '萊特幣', 'ライトコイン', '라이트코인*', 'лайткоин*', 'ไลท์คอยน์', 'लाइटकॉइन', 'لايتكوين'] },
  { symbol: 'BCH', chain: 'bitcoin-cash', names: ['bitcoin cash', 'bitcoincash', '比特币现金', '比特幣現金', '比特现金', 'ビットコインキャッシュ', '비트코인캐시*', '비트코인 캐시*', 'биткоин кэш', 'بيتكوين كاش'] },
  { symbol: 'XLM', chain: 'stellar', names: ['stellar lumens', 'lumens', '恒星币', '恆星幣', 'ステラルーメン', '스텔라루멘*', 'стеллар*'], wordNames: ['stellar'] },
  { symbol: 'XMR', chain: 'monero', names: ['monero*', '门罗币', '門羅幣', 'モネロ', '모네로*', 'монеро', 'مونيرو'] },
  { symbol: 'ETC', chain: 'ethereum', isWord: true, names: ['ethereum classic', 'ethereumclassic', '以太经典', '以太經典', '以太坊经典', 'イーサリアムクラシック', '이더리움 클래식*', '이더리움클래식*'] },
  { symbol: 'ATOM', chain: 'cosmos', isWord: true, commonIn: ['en', 'de'], names: ['cosmos hub', '코스모스*'], wordNames: ['cosmos'] },
  { symbol: 'NEAR', chain: 'near', isWord: true, names: ['near protocol', 'ニアプロトコル', '니어프로토콜*'] },
  { symbol: 'APT', chain: 'aptos', isWord: true, commonIn: ['en'], names: ['aptos', 'アプトス', '앱토스*'] },
  { symbol: 'SUI', chain: 'sui', isWord: true },
  { symbol: 'ARB', chain: 'ethereum' },
  { symbol: 'OP', chain: 'ethereum', isWord: true, commonIn: ['id', 'tr'] },
  { symbol: 'POL', tickers: ['MATIC'], chain: 'ethereum', isWord: true, names: ['matic'] },
  { symbol: 'DAI', chain: 'ethereum', isWord: true, commonIn: ['vi'], isStable: true },
  { symbol: 'FDUSD', chain: 'ethereum', isStable: true },
  { symbol: 'TUSD', chain: 'ethereum', isStable: true, names: ['trueusd'] },
  { symbol: 'BUSD', chain: 'ethereum', isStable: true },
  { symbol: 'PYUSD', chain: 'ethereum', isStable: true },
  { symbol: 'USDE', chain: 'ethereum', isStable: true, names: ['ethena usde'] },
  { symbol: 'EURC', chain: 'ethereum', isStable: true },
  { symbol: 'HBAR', names: ['hedera', 'ヘデラ', '헤데라*'] },
  { symbol: 'ALGO', chain: 'algorand', isWord: true, commonIn: ['es', 'pt-BR'], names: ['algorand', 'アルゴランド', '알고랜드*'] },
  { symbol: 'VET', isWord: true, commonIn: ['en'], names: ['vechain', '唯链', '唯鏈', '비체인*'] },
  { symbol: 'ICP', names: ['internet computer'] },
  { symbol: 'FIL', isWord: true, commonIn: ['fr', 'id'], names: ['filecoin', '파일코인*'] },
  { symbol: 'INJ', names: ['injective'] },
  { symbol: 'SEI', isWord: true, commonIn: ['de'] },
  { symbol: 'TIA', isWord: true, commonIn: ['es', 'pt-BR'], names: ['celestia'] },
  { symbol: 'UNI', chain: 'ethereum', isWord: true, commonIn: ['de', 'fr'], names: ['uniswap', '유니스왑*'] },
  { symbol: 'AAVE', chain: 'ethereum' },
  { symbol: 'MKR', chain: 'ethereum' },
  { symbol: 'LDO', chain: 'ethereum', names: ['lido dao'] },
  { symbol: 'CRV', chain: 'ethereum' },
  { symbol: 'GRT', chain: 'ethereum' },
  { symbol: 'IMX', chain: 'ethereum', names: ['immutable x'] },
  { symbol: 'STX', wordNames: ['stacks'] },
  { symbol: 'KAS', isWord: true, names: ['kaspa'] },
  { symbol: 'RENDER', tickers: ['RNDR'], isWord: true },
  { symbol: 'FET', isWord: true },
  { symbol: 'TAO', isWord: true, commonIn: ['vi'], names: ['bittensor'] },
  { symbol: 'PEPE', chain: 'ethereum', isWord: true, names: ['pepecoin', 'pepe coin', '페페코인*'] },
  { symbol: 'WIF', chain: 'solana', isWord: true, names: ['dogwifhat'] },
  { symbol: 'BONK', chain: 'solana' },
  { symbol: 'FLOKI', chain: 'ethereum' },
  { symbol: 'WLD', names: ['worldcoin', '월드코인*', 'ワールドコイン'] },
  { symbol: 'JUP', chain: 'solana', isWord: true },
  { symbol: 'ENA', chain: 'ethereum', isWord: true, names: ['ethena'] },
  { symbol: 'ONDO', chain: 'ethereum' },
  { symbol: 'QNT', chain: 'ethereum' },
  { symbol: 'EGLD', names: ['multiversx', 'elrond'] },
  { symbol: 'XTZ', chain: 'tezos', names: ['tezos', '테조스*', 'テゾス'] },
  { symbol: 'EOS', names: ['柚子币'] },
  { symbol: 'NEO', isWord: true, commonIn: ['en'] },
  { symbol: 'ZEC', chain: 'zcash', names: ['zcash', 'z cash', '大零币'] },
  { symbol: 'DASH', chain: 'dash', isWord: true, names: ['达世币', '達世幣', 'dashcoin'] },
  { symbol: 'FTM', names: ['fantom'] },
  { symbol: 'MANA', chain: 'ethereum', isWord: true, commonIn: ['id'], names: ['decentraland'] },
  { symbol: 'SAND', chain: 'ethereum', isWord: true, commonIn: ['en', 'de'] },
  { symbol: 'AXS', chain: 'ethereum', names: ['axie infinity'] },
  { symbol: 'GALA', chain: 'ethereum', isWord: true, commonIn: ['es', 'de'] },
  { symbol: 'CHZ', chain: 'ethereum', names: ['chiliz'] },
  { symbol: 'FLOW', isWord: true, commonIn: ['en'] },
  { symbol: 'THETA', isWord: true },
  { symbol: 'HOT', chain: 'ethereum', isWord: true, commonIn: ['en'], names: ['holo token'] },
  { symbol: 'ONE', isWord: true, commonIn: ['en'], names: ['harmony one'] },
  { symbol: 'CAKE', chain: 'ethereum', isWord: true, commonIn: ['en'], names: ['pancakeswap'] },
  { symbol: 'WBTC', chain: 'ethereum', names: ['wrapped bitcoin'] },
  { symbol: 'STETH', chain: 'ethereum', names: ['staked ether'] },
  { symbol: 'CRO', isWord: true, names: ['cronos'] },
  { symbol: 'KSM', chain: 'kusama', names: ['kusama'] },
  { symbol: 'APE', chain: 'ethereum', isWord: true, commonIn: ['en'], names: ['apecoin'] },
  { symbol: 'ORDI', chain: 'bitcoin' },
];
