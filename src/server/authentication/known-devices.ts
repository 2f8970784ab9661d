import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Browsers in which somebody signed in before: theirs is not the account that a stranger's attempts lock. */
export interface KnownDevices {
  /** What the browser keeps of an agent who signed in. */
  issue(email: string): string;
  /** The id of the device; undefined where this e-mail address never signed in with it. */
  verify(token: string | undefined, email: string): string | undefined;
}

/** `<id>.<HMAC-SHA-256 of id and e-mail>`: nothing is stored, and nobody learns from it who signed in. */
export function createKnownDevices(key: Buffer): KnownDevices {
  const sign = (id: string, email: string): Buffer => createHmac('sha256', key).update(`known-device ${id} ${email.toLowerCase()}`).digest();
  return {
    issue(email) {
      const id = randomBytes(16).toString('base64url');
      return `${id}.${sign(id, email).toString('base64url')}`;
    },
    verify(token, email) {
      const [id, signature, ...rest] = (token ?? '').split('.');
      if (!id || !signature || rest.length > 0) return undefined;
      const [given, expected] = [Buffer.from(signature, 'base64url'), sign(id, email)];
      return given.length === expected.length && timingSafeEqual(given, expected) ? id : undefined;
    },
  };
}
