import { describe, expect, it } from '@jest/globals';
import { getPublicKey, hashes } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import { base58 } from '@scure/base';
import { findSecrets } from '../find-secrets.ts';
import { redactSecrets } from '../redact-secrets.ts';

hashes.sha512 ??= sha512;
const HEX = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const SECRET = Uint8Array.from({ length: 32 }, (_, i) => i);
const PAIR = Uint8Array.of(...SECRET, ...getPublicKey(SECRET));
const BASE64 = 'MHcCAQEEIIrYSSNQFaA2Hwf1duRSxKtLYX5CB04fSeQ6tF1aY/PuoAoGCCqGSM49';

function redact(text: string): string {
  return redactSecrets(text).text;
}

describe('keys that prove themselves', () => {
  /** From the specifications; nobody's. */
  it.each([
    ['WIF', '5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ'],
    ['WIF, compressed', 'L1aW4aubDFB7yfras2S1mN3bqg9nwySY8nkoLmJebSLD5BWv3ENZ'],
    ['BIP-38', '6PRVWUbkzzsbcVac2qwfssoUJAN1Xhrg6bNk8J7Nzm5H7kxEbn2Nh2ZoGg'],
    ['BIP-32', 'xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi'],
    ['BIP-32 with a typo', 'xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHj'],
    ['Stellar (SEP-23)', 'SAV76USXIJOBMEQXPANUOQM6F5LIOTLPDIDVRJBFFE2MDJXG24TAPUU7'],
    ['XRP', 'sn259rEFXrQrWyx3Q7XneWcwV6dfL'],
    ['Solana', base58.encode(PAIR)],
    ['Solana as bytes', `[${PAIR.join(', ')}]`],
    ['nostr (NIP-19)', 'nsec1vl029mgpspedva04g90vltkh6fvh240zqtv9k0t9af8935ke9laqsnlfe5'],
    ['age', 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX'],
    ['Cardano', `ed25519_sk1${'q'.repeat(52)}`],
  ])('finds %s', (_kind, key) => {
    expect(redact(`here ${key} thanks`)).toBe('here ⟦private_key⟧ thanks');
    expect(redact(`私钥${key}谢谢`)).toBe('私钥⟦private_key⟧谢谢');
  });

  it.each([
    ['an extended public key', 'xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGhePY2gZ29ESFjqJoCu1Rupje8YtGqsefD265TMg7usUDFdp6W1EGMcet8'],
    ['a Solana signature', base58.encode(Uint8Array.of(...getPublicKey(SECRET), ...SECRET))],
    ['a Stellar address', 'GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ'],
    ['a Bitcoin address', '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2'],
    ['a short list of numbers', '[1, 2, 3, 4, 5]'],
    ['WIF with a typo and no word for it', '5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTK'],
  ])('leaves %s alone', (_kind, text) => {
    expect(findSecrets(`here ${text} thanks`)).toEqual([]);
  });

  it('finds a mistyped key where it is called one', () => {
    expect(redact('private key: 5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTK')).toBe('private key: ⟦private_key⟧');
  });
});

describe('64 hexadecimal digits', () => {
  it.each([`private key ${HEX}`, `My secret key is 0x${HEX}`, `${HEX} is my private key`, `私钥：${HEX}`, `秘密鍵は${HEX}です`, `개인키 ${HEX}`, `clave privada: ${HEX}`, `chave privada ${HEX}`, `clé privée ${HEX}`, `privater Schlüssel ${HEX}`,
    `приватный ключ ${HEX}`, `özel anahtarım ${HEX}`, `khóa riêng tư ${HEX}`, `kunci pribadi ${HEX}`, `คีย์ส่วนตัว ${HEX}`, `المفتاح الخاص ${HEX}`, `निजी कुंजी ${HEX}`])('are a key where the words say so: %s', (text) => {
    expect(findSecrets(text).map(({ end, start }) => text.slice(start, end).replace('0x', ''))).toEqual([HEX]);
  });

  it.each([HEX, `txid ${HEX}`, `0x${HEX} still pending`, `I never shared my private key. My transaction: ${HEX}`, `哈希 ${HEX}`, `https://scan.example/private-key/${HEX}`])('are left alone otherwise: %s', (text) => {
    expect(findSecrets(text)).toEqual([]);
  });
});

describe('key files', () => {
  it.each(['EC PRIVATE KEY', 'PRIVATE KEY', 'OPENSSH PRIVATE KEY', 'PGP PRIVATE KEY BLOCK'])('finds a block of %s, whole or cut off', (name) => {
    expect(redact(`see\n-----BEGIN ${name}-----\n${BASE64}\nabc=\n-----END ${name}-----\nbye`)).toBe('see\n⟦private_key⟧\nbye');
    expect(redact(`see\n—–BEGIN ${name}—–\n${BASE64}\n${BASE64}\nQ1= and then`)).toMatch(/^see\n⟦private_key⟧.{0,4} and then$/s);
    expect(redact(`tail\n${BASE64}\nabc=\n-----END ${name}-----`)).toBe('tail\n⟦private_key⟧');
  });

  it('leaves public keys alone', () => {
    expect(findSecrets(`-----BEGIN PUBLIC KEY-----\n${BASE64}\n-----END PUBLIC KEY-----`)).toEqual([]);
  });

  it('finds a keystore, whole or cut off', () => {
    const keystore = JSON.stringify({ version: 3, crypto: { ciphertext: HEX, kdf: 'scrypt', kdfparams: { n: 2 }, mac: HEX } });
    expect(redact(`mine: ${keystore}, see {this}`)).toBe('mine: ⟦private_key⟧, see {this}');
    expect(redact(`mine: ${keystore.slice(0, -40)}`)).toBe('mine: ⟦private_key⟧');
  });
});
