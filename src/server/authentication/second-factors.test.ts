import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Secret, TOTP } from 'otpauth';
import { describeDevice } from './describe-device.ts';
import { createKnownDevices } from './known-devices.ts';
import { createRecoveryCodes, hashRecoveryCode } from './recovery-codes.ts';
import { createSeal } from './seal.ts';
import { createTotpSecret, findTotpStep, plainCode, totpUri } from './totp.ts';

const STEP_MS = 30_000;

describe('codes of an authenticator app', () => {
  it('are those of RFC 6238, appendix B', () => {
    const secret = new Secret({ buffer: new TextEncoder().encode('12345678901234567890').buffer }).base32;
    for (const [seconds, code] of [[59, '287082'], [1111111109, '081804'], [1111111111, '050471'], [1234567890, '005924'], [2000000000, '279037']] as const) {
      expect(findTotpStep(secret, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
    }
  });

  it('are taken one step early or late, named by their step, and no further', () => {
    const secret = createTotpSecret();
    const app = new TOTP({ secret: Secret.fromBase32(secret) });
    fc.assert(fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: -1, max: 1 }), (now, drift) => {
      const at = Math.max(0, now + drift * STEP_MS);
      // Two steps may have the same code by chance; then the step is still one of those that are taken.
      const step = findTotpStep(secret, app.generate({ timestamp: at }), now);
      expect(Math.abs((step ?? Infinity) - Math.floor(now / STEP_MS))).toBeLessThanOrEqual(1);
    }));
    const now = 1_800_000_000_000;
    expect(findTotpStep(secret, app.generate({ timestamp: now + 2 * STEP_MS }), now)).toBeUndefined();
    expect(findTotpStep(secret, app.generate({ timestamp: now - 2 * STEP_MS }), now)).toBeUndefined();
  });

  it('never trip over what was typed', () => {
    const secret = createTotpSecret();
    fc.assert(fc.property(fc.string(), (typed) => { findTotpStep(secret, plainCode(typed), 1e12); }));
    expect(plainCode(' 123 456 ')).toBe('123456');
    expect(plainCode('１２３-４５６')).toBe('123456');
    expect(totpUri(secret, 'Vigil Example', 'ana@x.example')).toMatch(/^otpauth:\/\/totp\/Vigil%20Example:ana%40x\.example\?/);
  });
});

describe('what is sealed', () => {
  const seal = createSeal(Buffer.alloc(32, 7), 'second factors');

  it('opens in its own place, with its own key and purpose, and nowhere else', () => {
    fc.assert(fc.property(fc.string(), fc.string({ minLength: 1 }), (text, place) => {
      const sealed = seal.seal(text, place);
      expect(seal.open(sealed, place)).toBe(text);
      expect(() => seal.open(sealed, `${place}x`)).toThrow();
      expect(() => createSeal(Buffer.alloc(32, 7), 'another').open(sealed, place)).toThrow();
      expect(() => createSeal(Buffer.alloc(32, 8), 'second factors').open(sealed, place)).toThrow();
    }), { numRuns: 20 });
  });

  it('is never the same twice, and shows when it was changed', () => {
    const sealed = seal.seal('secret', 'ana');
    expect(seal.seal('secret', 'ana')).not.toBe(sealed);
    const bytes = Buffer.from(sealed, 'base64url');
    for (const index of bytes.keys()) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => seal.open(changed.toString('base64url'), 'ana')).toThrow();
    }
    expect(() => seal.open('', 'ana')).toThrow();
  });
});

describe('recovery codes', () => {
  it('are ten different ones, known however they are typed', () => {
    const codes = createRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) {
      expect(code).toMatch(/^([2-9a-z]{4}-){3}[2-9a-z]{4}$/);
      expect(hashRecoveryCode(` ${code.toUpperCase().replaceAll('-', ' ')} `)).toBe(hashRecoveryCode(code));
    }
  });
});

describe('a browser that somebody signed in with', () => {
  const devices = createKnownDevices(Buffer.alloc(32, 3));

  it('is known for that account alone', () => {
    const token = devices.issue('Ana@x.example');
    expect(devices.verify(token, 'ana@X.example')).toBe(token.split('.')[0]);
    expect(devices.verify(token, 'ben@x.example')).toBeUndefined();
    for (const forged of [undefined, '', '.', `${token}.x`, token.slice(0, -2), `x${token}`]) expect(devices.verify(forged, 'ana@x.example')).toBeUndefined();
    expect(createKnownDevices(Buffer.alloc(32, 4)).verify(token, 'ana@x.example')).toBeUndefined();
  });
});

describe('the name of a device', () => {
  it.each([
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox 140 · macOS'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36', 'Chrome 141 · Windows'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0', 'Edge 141 · Windows'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1', 'Safari 19 · iPhone'],
    ['Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36', 'Samsung Internet 29 · Android'],
    ['curl/8.15.0', ''],
    [undefined, ''],
  ])('is read off %s', (userAgent, name) => { expect(describeDevice(userAgent)).toBe(name); });

  it('says only words of its own, whatever it is given', () => {
    fc.assert(fc.property(fc.string({ maxLength: 2_000 }), (given) => { expect(describeDevice(`Chrome/<b>${given}`)).toMatch(/^[\w .·]*$/); }));
  });
});
