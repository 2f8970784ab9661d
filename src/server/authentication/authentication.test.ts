import { describe, expect, it } from '@jest/globals';
import { createContactTokens } from './contact-token.ts';
import { hashPassword, verifyPassword } from './password.ts';

describe('contact tokens', () => {
  const tokens = createContactTokens(Buffer.alloc(32, 1));

  it('stand for the contact that they were issued to', () => {
    const { contactId, token } = tokens.issue();
    expect(tokens.verify(token)).toBe(contactId);
    expect(tokens.issue().contactId).not.toBe(contactId);
  });

  it('are worth nothing when changed, or under another key', () => {
    const { contactId, token } = tokens.issue();
    const [version, , signature] = token.split('.') as [string, string, string];
    const other = tokens.issue().contactId;
    for (const forged of [`${version}.${other}.${signature}`, `v2.${contactId}.${signature}`, `${token}.x`, token.slice(0, -1), '', '..', `${version}.${contactId}.`]) {
      expect(tokens.verify(forged)).toBeUndefined();
    }
    expect(createContactTokens(Buffer.alloc(32, 2)).verify(token)).toBeUndefined();
  });
});

describe('passwords', () => {
  it('are verified against their hash, in whatever Unicode form they are typed', async () => {
    const hash = await hashPassword('pässwörd of some length');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword('pässwörd of some length'.normalize('NFD'), hash)).toBe(true);
    expect(await verifyPassword('password of some length', hash)).toBe(false);
  });

  it('have a salt of their own', async () => {
    expect(await hashPassword('the same password')).not.toBe(await hashPassword('the same password'));
  });
});
