import { getPublicKey, hashes } from '@noble/ed25519';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { base32, base58, base58xrp, base64, bech32, createBase58check } from '@scure/base';
import type { SecretKind } from '../../src/domain/secrets.ts';
import { BASE62, BASE58, DIGITS, HEX, type Draw } from './draw.ts';

const base58check = createBase58check(sha256);
hashes.sha512 ??= sha512;

/** Secrets that are found whatever stands around them; `lead` is no part of the secret. */
export const BARE: Readonly<Record<string, { readonly kind: SecretKind; readonly lead?: string; readonly draw: (draw: Draw) => string }>> = {
  wifCompressed: { kind: 'private_key', draw: (draw) => base58check.encode(Uint8Array.of(draw.pick([0x80, 0xEF, 0xB0, 0x9E, 0xCC]), ...draw.bytes(32), 1)) },
  wif: { kind: 'private_key', draw: (draw) => base58check.encode(Uint8Array.of(draw.pick([0x80, 0xEF, 0xB0]), ...draw.bytes(32))) },
  bip38: { kind: 'private_key', draw: (draw) => base58check.encode(Uint8Array.of(1, 0x42, 0xC0, ...draw.bytes(36))) },
  extended: { kind: 'private_key', draw: (draw) => base58check.encode(Uint8Array.of(...draw.pick([[0x04, 0x88, 0xAD, 0xE4], [0x04, 0x9D, 0x78, 0x78], [0x04, 0xB2, 0x43, 0x0C], [0x04, 0x35, 0x83, 0x94]]), ...draw.bytes(41), 0, ...draw.bytes(32))) },
  solana: { kind: 'private_key', draw: (draw) => base58.encode(keyPair(draw)) },
  solanaArray: { kind: 'private_key', draw: (draw) => `[${keyPair(draw).join(draw.pick([',', ', ']))}]` },
  stellar: { kind: 'private_key', draw: (draw) => withCrc(Uint8Array.of(18 << 3, ...draw.bytes(32))) },
  xrp: { kind: 'private_key', draw: (draw) => withDoubleHash(Uint8Array.of(...draw.pick([[0x21], [1, 0xE1, 0x4B]]), ...draw.bytes(16))) },
  cardano: { kind: 'private_key', draw: (draw) => bech32.encode(draw.pick(['ed25519_sk', 'addr_xsk', 'root_xsk', 'stake_sk']), bech32.toWords(draw.bytes(64)), false) },
  nostr: { kind: 'private_key', draw: (draw) => bech32.encode('nsec', bech32.toWords(draw.bytes(32)), false) },
  age: { kind: 'private_key', draw: (draw) => bech32.encode('age-secret-key-', bech32.toWords(draw.bytes(32)), false).toUpperCase() },
  keystore: { kind: 'private_key', draw: (draw) => JSON.stringify({ version: 3, address: draw.string(HEX, 40), crypto: { cipher: 'aes-128-ctr', ciphertext: draw.string(HEX, 64), cipherparams: { iv: draw.string(HEX, 32) }, kdf: 'scrypt', kdfparams: { n: 262144, salt: draw.string(HEX, 64) }, mac: draw.string(HEX, 64) } }, null, draw.int(3)) },
  pem: { kind: 'private_key', draw: (draw) => pem(draw, draw.pick(['EC ', 'RSA ', '', 'OPENSSH ', 'ENCRYPTED '])) },
  pgp: { kind: 'private_key', draw: (draw) => `-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: GnuPG v2\n\n${lines(draw)}\n-----END PGP PRIVATE KEY BLOCK-----` },
  cutPem: { kind: 'private_key', draw: (draw) => `-----BEGIN PRIVATE KEY-----\n${lines(draw)}` },
  card: { kind: 'card_number', draw: (draw) => draw.pick([0, 4]) ? group(withLuhn(draw, draw.pick(['4', '51', '2223', '6011', '3530', '62']), 16)) : withLuhn(draw, draw.pick(['4', '52', '55']), 16) },
  amex: { kind: 'card_number', draw: (draw) => withLuhn(draw, draw.pick(['34', '37']), 15) },
  apiKey64: { kind: 'api_secret', draw: (draw) => draw.string(BASE62, 64) },
  skToken: { kind: 'api_secret', draw: (draw) => `sk-${draw.string(BASE62, 48)}` },
  ghToken: { kind: 'api_secret', draw: (draw) => `ghp_${draw.string(BASE62, 36)}` },
  jwt: { kind: 'api_secret', draw: (draw) => `eyJhbGciOiJIUzI1NiJ9.eyJ${draw.string(BASE62, 60)}.${draw.string(BASE62, 43)}` },
  bearer: { kind: 'api_secret', lead: 'Bearer ', draw: (draw) => `${draw.string(BASE62, 40)}1` },
  listenKey: { kind: 'api_secret', lead: 'wss://stream.exchange.example/ws?listenKey=', draw: (draw) => `${draw.string(BASE62, 40)}1` },
  aws: { kind: 'api_secret', lead: 'AKIAIOSFODNN7EXAMPLE / ', draw: (draw) => `${draw.string(BASE62, 38)}/aA1`.slice(-40) },
};

/** Secrets that only the words around them make one; which words is the name of a carrier. */
export const NAMED: readonly { readonly kind: SecretKind; readonly carrier: 'key' | 'password' | 'code'; readonly draw: (draw: Draw) => string }[] = [
  { kind: 'private_key', carrier: 'key', draw: (draw) => draw.string(HEX, 64) },
  { kind: 'private_key', carrier: 'key', draw: (draw) => `0x${draw.string(HEX, 64)}` },
  { kind: 'private_key', carrier: 'key', draw: (draw) => draw.string(HEX, 128) },
  { kind: 'password', carrier: 'password', draw: (draw) => draw.pick(['Tr0ub4dor&3', 'hunter22', 'S0mmer!2024', 'qwerty123', 'P@ssw0rd!']) + draw.string(BASE58, draw.int(4)) },
  { kind: 'one_time_code', carrier: 'code', draw: (draw) => draw.string('123456789', 1) + draw.string(DIGITS, 5) },
  { kind: 'one_time_code', carrier: 'code', draw: (draw) => `${draw.string('123456789', 1)}${draw.string(DIGITS, 2)} ${draw.string(DIGITS, 3)}` },
];

function keyPair(draw: Draw): Uint8Array {
  const secret = draw.bytes(32);
  return Uint8Array.of(...secret, ...getPublicKey(secret));
}

function withCrc(body: Uint8Array): string {
  let crc = 0;
  for (const byte of body) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? crc << 1 ^ 0x1021 : crc << 1) & 0xFFFF;
  }
  return base32.encode(Uint8Array.of(...body, crc & 0xFF, crc >> 8));
}

function withDoubleHash(body: Uint8Array): string {
  return base58xrp.encode(Uint8Array.of(...body, ...sha256(sha256(body)).subarray(0, 4)));
}

function lines(draw: Draw): string {
  return (base64.encode(draw.bytes(120 + draw.int(300))).match(/.{1,64}/g) ?? []).join('\n');
}

function pem(draw: Draw, name: string): string {
  return `-----BEGIN ${name}PRIVATE KEY-----\n${lines(draw)}\n-----END ${name}PRIVATE KEY-----`;
}

/** A number with a check digit that is right. */
export function withLuhn(draw: Draw, begin: string, length: number): string {
  const digits = begin + draw.string(DIGITS, length - 1 - begin.length);
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits.charAt(digits.length - 1 - i));
    sum += i % 2 === 1 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return digits + String((10 - sum % 10) % 10);
}

function group(digits: string): string {
  return digits.replace(/\d{4}(?=\d)/g, '$& ');
}
