import { blake2b } from '@noble/hashes/blake2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base32nopad, base58, base58xrp, base64, bech32, bech32m, createBase58check } from '@scure/base';
import { BASE62, DIGITS, HEX, type Draw } from './draw.ts';

const base58check = createBase58check(sha256);
const UPPER = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** What everybody may see and contacts send by the thousand. */
export const PUBLIC_STRINGS: Readonly<Record<string, (draw: Draw) => string>> = {
  txidHex: (draw) => draw.string(HEX, 64),
  txidHex0x: (draw) => `0x${draw.string(HEX, 64)}`,
  txidXrp: (draw) => draw.string(HEX, 64).toUpperCase(),
  // The second half of a signature is below the order of the curve.
  solanaSignature: (draw) => base58.encode(Uint8Array.of(...draw.bytes(63), draw.int(0x10))),
  tonTransaction: (draw) => base64.encode(draw.bytes(32)),
  bitcoin: (draw) => base58check.encode(Uint8Array.of(draw.pick([0, 5]), ...draw.bytes(20))),
  bech32: (draw) => bech32.encode(draw.pick(['bc', 'ltc']), [0, ...bech32.toWords(draw.bytes(20))]),
  taproot: (draw) => bech32m.encode('bc', [1, ...bech32.toWords(draw.bytes(32))]),
  ethereum: (draw) => `0x${draw.string(HEX, 40)}`,
  aptos: (draw) => `address 0x${draw.string(HEX, 64)}`,
  tron: (draw) => base58check.encode(Uint8Array.of(0x41, ...draw.bytes(20))),
  solana: (draw) => base58.encode(draw.bytes(32)),
  ton: (draw) => base64.encode(Uint8Array.of(0x11, 0, ...draw.bytes(34))).replaceAll('+', '-').replaceAll('/', '_'),
  xrp: (draw) => withChecksum(Uint8Array.of(0, ...draw.bytes(20))),
  stellar: (draw) => `G${base32nopad.encode(draw.bytes(35)).slice(1, 56)}`,
  cardano: (draw) => bech32.encode('addr', bech32.toWords(draw.bytes(57)), false),
  polkadot: (draw) => ss58(draw),
  cosmos: (draw) => bech32.encode('cosmos', bech32.toWords(draw.bytes(20))),
  dogecoin: (draw) => base58check.encode(Uint8Array.of(0x1E, ...draw.bytes(20))),
  algorand: (draw) => base32nopad.encode(draw.bytes(36)).slice(0, 58),
  monero: (draw) => `4${base58.encode(draw.bytes(70)).slice(0, 94)}`,
  extendedPublic: (draw) => base58check.encode(Uint8Array.of(0x04, 0x88, 0xB2, 0x1E, ...draw.bytes(41), 2, ...draw.bytes(32))),
  uuid: (draw) => `${draw.string(HEX, 8)}-${draw.string(HEX, 4)}-4${draw.string(HEX, 3)}-a${draw.string(HEX, 3)}-${draw.string(HEX, 12)}`,
  snowflake: (draw) => `1${draw.string(DIGITS, 17 + draw.int(2))}`,
  orderNumber: (draw) => draw.string('123456789', 1) + draw.string(DIGITS, 9 + draw.int(11)),
  namedOrder: (draw) => `${draw.pick(ORDER_WORDS)} ${draw.string('123456789', 1)}${draw.string(DIGITS, 9 + draw.int(11))}`,
  ticket: (draw) => `ticket #${draw.string(DIGITS, 5 + draw.int(5))}`,
  caseNumber: (draw) => `${draw.string(UPPER, 4)}-${draw.string(UPPER, 4)}`,
  iban: (draw) => `DE${draw.string(DIGITS, 20)}`.replace(/.{4}(?=.)/g, '$& '),
  phone: (draw) => `+${draw.pick(['49 170', '1 415', '86 138', '81 90', '55 11'])} ${draw.string(DIGITS, 7)}`,
  amount: (draw) => `${draw.int(100_000)}.${draw.string(DIGITS, 2)} ${draw.pick(['USDT', 'BTC', 'EUR', '€'])}`,
  date: (draw) => `202${draw.int(7)}-0${1 + draw.int(9)}-1${draw.int(10)} 1${draw.int(10)}:3${draw.int(10)}:0${draw.int(10)}`,
  timestamp: (draw) => `17${draw.string(DIGITS, 11)}`,
  errorCode: (draw) => `${draw.pick(ERROR_WORDS)} ${draw.string('123456789', 1)}${draw.string(DIGITS, 2 + draw.int(4))}`,
  email: (draw) => `${draw.string('abcdefgh', 6)}${draw.int(99)}@mail.example`,
  url: (draw) => `https://exchange.example/orders/${draw.string(DIGITS, 18)}?lang=en&page=${draw.int(20)}`,
  explorer: (draw) => `https://etherscan.io/tx/0x${draw.string(HEX, 64)}`,
  referral: (draw) => `my referral code ${draw.string(BASE62.toUpperCase(), 8)}`,
  coins: (draw) => Array.from({ length: 14 }, () => draw.pick(['btc', 'eth', 'sol', 'xrp', 'ada', 'dot', 'near', 'atom', 'link', 'avax', 'doge', 'trx', 'ton', 'usdt', 'ltc', 'bnb', 'apt', 'sui'])).join(' '),
};

const ORDER_WORDS = ['order', 'order no.', 'UID', 'ticket', '订单号', '訂單編號', '注文番号', '주문번호', 'número de orden', 'número do pedido', 'numéro de commande', 'Bestellnummer', 'номер ордера', 'sipariş no', 'mã đơn hàng', 'nomor pesanan', 'หมายเลขคำสั่งซื้อ', 'رقم الطلب', 'ऑर्डर नंबर'];
const ERROR_WORDS = ['error code', 'error', 'Fehlercode', 'código de error', 'código de erro', "code d'erreur", 'код ошибки', 'hata kodu', 'mã lỗi', 'kode error', 'รหัสข้อผิดพลาด', 'رمز الخطأ', 'त्रुटि कोड', '错误代码', '錯誤代碼', 'エラーコード', '오류 코드'];

/** How contacts send such a string. */
export const AROUND = ['{}', '{}', 'please check {}', 'my txid is {} but nothing arrived', 'where is my deposit? {}', '{} still pending since yesterday, please help', 'sent from {}', 'bitte prüfen Sie {}', '提现还没到账 {}', 'проверьте {} пожалуйста', 'revisen {} por favor', '{} を確認してください', 'I never gave anybody my password. {} is not mine'];

function withChecksum(body: Uint8Array): string {
  return base58xrp.encode(Uint8Array.of(...body, ...sha256(sha256(body)).subarray(0, 4)));
}

/** Polkadot's address: network, key, two bytes of BLAKE2b over both with a prefix. */
function ss58(draw: Draw): string {
  const body = Uint8Array.of(0, ...draw.bytes(32));
  return base58.encode(Uint8Array.of(...body, ...blake2b(Uint8Array.of(...new TextEncoder().encode('SS58PRE'), ...body)).subarray(0, 2)));
}
