import { Secret, TOTP } from 'otpauth';

const STEP_SECONDS = 30;
/** Steps before and after the present one whose codes are taken: clocks differ, and people type slowly (RFC 6238 §5.2). */
const DRIFT_STEPS = 1;
const SECRET_BYTES = 20;
const SHAPE = { algorithm: 'SHA1', digits: 6, period: STEP_SECONDS } as const;

/** A secret of 160 bits in base 32, as RFC 4226 §4 asks. SHA-1 is what every authenticator app understands; HMAC does not rest on its collisions. */
export function createTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** For the QR code: `otpauth://totp/…`. */
export function totpUri(secret: string, issuer: string, label: string): string {
  return new TOTP({ ...SHAPE, issuer, label, secret: Secret.fromBase32(secret) }).toString();
}

/** The time step that a code is of, which is used up with it; undefined where the code is wrong or its time is over. */
export function findTotpStep(secret: string, code: string, now: number): number | undefined {
  // The comparison in constant time takes texts of one length in bytes alone.
  if (!/^\d{6}$/.test(code)) return undefined;
  const delta = new TOTP({ ...SHAPE, secret: Secret.fromBase32(secret) }).validate({ token: code, timestamp: now, window: DRIFT_STEPS });
  return delta === null ? undefined : Math.floor(now / 1000 / STEP_SECONDS) + delta;
}

/** Apps show codes in two halves. */
export function plainCode(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s-]/g, '');
}
