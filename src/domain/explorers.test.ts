import { describe, expect, it } from '@jest/globals';
import { deskSettingsSchema, STANDARD_SETTINGS } from './desk-settings.ts';
import { explorersSchema, STANDARD_EXPLORERS } from './explorers.ts';

const accepts = (transaction: string): boolean => explorersSchema.safeParse({ bitcoin: { transaction, address: 'https://mempool.space/address/{id}' } }).success;

describe('explorersSchema', () => {
  it('takes https addresses with a place for what is looked up', () => {
    expect(accepts('https://tronscan.org/#/transaction/{id}')).toBe(true);
    expect(['http://mempool.space/tx/{id}', 'https://mempool.space/tx/', 'javascript:{id}', 'https://{id}/tx', 'https://user@evil.example/{id}'].filter(accepts)).toEqual([]);
  });

  it('has standard ones that pass, also for settings that were saved before there were any', () => {
    expect(explorersSchema.parse(STANDARD_EXPLORERS)).toEqual(STANDARD_EXPLORERS);
    const { explorers: _later, ...before } = STANDARD_SETTINGS;
    expect(deskSettingsSchema.parse(before).explorers).toEqual(STANDARD_EXPLORERS);
  });
});
