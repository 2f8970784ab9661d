import { describe, expect, it } from '@jest/globals';
import { findSecrets } from '../find-secrets.ts';
import { redactSecrets } from '../redact-secrets.ts';

function redact(text: string): string {
  return redactSecrets(text).text;
}

/** Put together here so that no scanner of repositories takes them for real. */
const MIXED = 'aB3dE6gH9j'.repeat(7).slice(0, 64);
const EXAMPLES = {
  openai: `sk-proj-${MIXED.slice(0, 48)}`, github: `ghp_${MIXED.slice(0, 36)}`, slack: `xoxb-${'1'.repeat(12)}-${MIXED.slice(0, 24)}`, google: `AIza${MIXED.slice(0, 35)}`, telegram: `123456789:${MIXED.slice(0, 35)}`,
  jwt: `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.${MIXED.slice(0, 43)}`, exchange: MIXED,
};

describe('API secrets', () => {
  it.each(Object.entries(EXAMPLES))('are found by their form: %s', (_service, token) => {
    expect(redact(`it is ${token} ok`)).toBe('it is ⟦api_secret⟧ ok');
  });

  it.each([
    ['api secret: a1b2c3d4e5', 'api secret: ⟦api_secret⟧'],
    ['secret key = 8f7d6s5a4f', 'secret key = ⟦api_secret⟧'],
    ['passphrase: Moon99rocket', 'passphrase: ⟦api_secret⟧'],
    ['API密钥是：Ab12cd34Ef56gh78', 'API密钥是：⟦api_secret⟧'],
    ['api секрет: a1b2c3d4e5', 'api секрет: ⟦api_secret⟧'],
    ['{"secret": "a1b2c3d4e5"}', '{"secret": "⟦api_secret⟧"}'],
    ['2fa key JBSWY3DPEHPK3PXP', '2fa key ⟦api_secret⟧'],
    ['apiKey: abcdef123456 apiSecret: zzzyyy987654', 'apiKey: ⟦api_secret⟧ apiSecret: ⟦api_secret⟧'],
    [`AKIA${'ABCDEFGH23456789'} ${'aB3/'.repeat(10)}`, '⟦api_secret⟧ ⟦api_secret⟧'],
    ['Authorization: Bearer abcdefghij1234567890', 'Authorization: Bearer ⟦api_secret⟧'],
  ])('are found where they are given: %s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    ['https://x.example/cb?code=abc123XYZ&lang=en', 'https://x.example/cb?code=⟦api_secret⟧&lang=en'],
    ['wss://x.example/ws?listenKey=abcdef123456', 'wss://x.example/ws?listenKey=⟦api_secret⟧'],
    ['see https://x.example/#access_token=abc123XYZ.', 'see https://x.example/#access_token=⟦api_secret⟧.'],
    ['otpauth://totp/Exchange:bob?secret=JBSWY3DPEHPK3PXP&issuer=Exchange', 'otpauth://totp/Exchange:bob?secret=⟦api_secret⟧&issuer=Exchange'],
    ['https://bob:hunter22@x.example/a', 'https://bob:⟦password⟧@x.example/a'],
  ])('are found in web addresses: %s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    'api key expired', 'api secret lost, cannot view it again', 'access token error 401', 'api error 2015', 'my api key is abcdef123456', 'https://exchange.example/orders/123456?lang=en&page=2', 'https://exchange.example/reset?token=new', 'sk-learn and task-force', 'secret santa 2024',
    'a'.repeat(64), 'A1'.repeat(32), '123e4567-e89b-42d3-a456-426614174000', 'bearer of bad news', 'secret phrase for contract 0x52908400098527886E0F7030069857D2E4169EE7',
  ])('are not seen in: %s', (text) => {
    expect(findSecrets(text)).toEqual([]);
  });
});
