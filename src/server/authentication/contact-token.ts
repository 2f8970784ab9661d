import { createHmac, timingSafeEqual } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';

export interface ContactTokens {
  /** A token for a contact that nobody has seen before. */
  issue(): { contactId: string; token: string };
  /** Who the token stands for; undefined where it was not issued here. */
  verify(token: string): string | undefined;
}

const VERSION = 'v1';

/**
 * Anonymous contacts are who their token says: `v1.<contact id>.<HMAC-SHA-256>`. Nothing is stored
 * until the contact writes, so that people who only look at a page leave no row behind.
 * @param key 32 bytes, shared by all processes of the desk.
 */
export function createContactTokens(key: Buffer): ContactTokens {
  const sign = (contactId: string): Buffer => createHmac('sha256', key).update(`${VERSION}.${contactId}`).digest();
  return {
    issue() {
      const contactId = uuidv7();
      return { contactId, token: `${VERSION}.${contactId}.${sign(contactId).toString('base64url')}` };
    },
    verify(token) {
      const [version, contactId, signature, ...rest] = token.split('.');
      if (version !== VERSION || !contactId || !signature || rest.length > 0) return undefined;
      const given = Buffer.from(signature, 'base64url');
      const expected = sign(contactId);
      return given.length === expected.length && timingSafeEqual(given, expected) ? contactId : undefined;
    },
  };
}
