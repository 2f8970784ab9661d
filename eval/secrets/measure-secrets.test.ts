import { describe, expect, it } from '@jest/globals';
import { measureSecrets } from './measure-secrets.ts';

describe('measuring the finders of secrets', () => {
  const report = measureSecrets(11, { harmlessSentences: ['Where is my deposit?', 'Meine Auszahlung hängt seit 3 Tagen.', '我的充值还没有到账。', 'password: sunshine99'], share: 0.02 });

  it('finds every valid secret of a small sample', () => {
    expect(report.caughtValid.count).toBeGreaterThan(300);
    expect(report.caughtValid.missed).toEqual([]);
  });

  it('finds phrases with a wrong word in every list', () => {
    expect(Object.keys(report.caughtMisspelt.byList)).toHaveLength(10);
    for (const share of Object.values(report.caughtMisspelt.byList)) expect(share).toBeGreaterThanOrEqual(0.95);
  });

  it('names what was taken for a secret, and why', () => {
    expect(report.falseAlarms.found).toEqual([{ reason: 'password given by sign', text: 'password: sunshine99' }]);
    expect(report.falseAlarms.count).toBe(104);
  });

  it('gives the same for the same seed', () => {
    const options = { harmlessSentences: [], share: 0.001 };
    expect(measureSecrets(3, options).falseAlarms).toEqual(measureSecrets(3, options).falseAlarms);
  });
});
