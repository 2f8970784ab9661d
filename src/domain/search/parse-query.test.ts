import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { INTENT_IDS } from '../intents.ts';
import { LOCALE_TAGS } from '../locales.ts';
import { TEAMS } from '../teams.ts';
import { URGENCIES } from '../urgencies.ts';
import { OPERATORS, parseQuery, splitQuery, STATUSES } from './parse-query.ts';

const given = (query: string) => {
  const { filters, ...rest } = parseQuery(query);
  return { ...rest, filters: Object.fromEntries(Object.entries<readonly string[]>({ ...filters }).filter(([, values]) => values.length > 0)) };
};

describe('the query of a search', () => {
  it('is words and operators', () => {
    expect(given('agent:ana team:fraud intent:deposit-not-arrived before:2026-11-01 "exact words" usdt')).toMatchObject({
      words: [{ text: 'exact words', quoted: true }, { text: 'usdt', quoted: false }],
      filters: { agent: ['ana'], team: ['fraud'], before: ['2026-11-01'] },
    });
    expect(given('agent:"Ana Lima" TEAM:Fraud team:payments lang:zh is:open case:7k3m92qx')).toEqual({
      words: [], problems: [],
      filters: { agent: ['Ana Lima'], team: ['fraud', 'payments'], language: ['zh-CN', 'zh-TW'], status: ['open'], case: ['7K3M-92QX'] },
    });
  });

  it('is read however it is punctuated', () => {
    expect(given('team：fraud “提币 失败”')).toEqual({ words: [{ text: '提币 失败', quoted: true }], filters: { team: ['fraud'] }, problems: [] });
    expect(given('"not closed')).toEqual({ words: [{ text: 'not closed', quoted: true }], filters: {}, problems: [] });
    expect(given('  ')).toEqual({ words: [], filters: {}, problems: [] });
  });

  it('leaves alone what only looks like an operator', () => {
    expect(given('https://etherscan.io/tx/0xab re:hello team:').words.map(({ text }) => text)).toEqual(['https://etherscan.io/tx/0xab', 're:hello', 'team:']);
  });

  it('says which values mean nothing', () => {
    expect(given('team:frod before:2026-13-01 after:2026-02-30 case:none urgency:very')).toMatchObject({
      words: [], filters: {},
      problems: [{ operator: 'team', value: 'frod' }, { operator: 'before', value: '2026-13-01' }, { operator: 'after', value: '2026-02-30' }, { operator: 'case', value: 'none' }, { operator: 'urgency', value: 'very' }],
    });
  });

  const values: Record<(typeof OPERATORS)[number], fc.Arbitrary<string>> = {
    agent: fc.constantFrom('ana', 'Ana Lima', 'me'), team: fc.constantFrom(...TEAMS), intent: fc.constantFrom(...INTENT_IDS), language: fc.constantFrom(...LOCALE_TAGS),
    urgency: fc.constantFrom(...URGENCIES), status: fc.constantFrom(...STATUSES), contact: fc.uuid(), case: fc.constant('7K3M-92QX'),
    after: fc.constantFrom('2026-11-01', '2026-11', '7d'), before: fc.constantFrom('2026-11-01', '30d'),
  };
  const filter = fc.constantFrom(...OPERATORS).chain((operator) => values[operator].map((value) => ({ operator, value })));

  it('gives back every operator that was written, in any order among any words', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[\s":：\u201C-\u201F\uFF02«»]/u.test(text));
    fc.assert(fc.property(fc.array(fc.oneof(filter, word), { maxLength: 8 }), (parts) => {
      const { words, filters, problems } = parseQuery(parts.map((part) => (typeof part === 'string' ? part : `${part.operator}:"${part.value}"`)).join(' '));
      expect(problems).toEqual([]);
      expect(words.map(({ text }) => text)).toEqual(parts.filter((part) => typeof part === 'string'));
      for (const part of parts) if (typeof part !== 'string') expect(filters[part.operator] as readonly string[]).toContain(part.value);
    }), { numRuns: 300 });
  });

  it('is never refused, and nothing but white space and marks is lost of it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (query) => {
      parseQuery(query);
      const raw = splitQuery(query).map((part) => part.raw).join('');
      const bare = (text: string) => text.replace(/[\s"\u201C-\u201F\uFF02«»]/gu, '');
      expect(bare(raw)).toBe(bare(query));
    }), { numRuns: 500 });
  });
});
