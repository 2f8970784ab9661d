import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OPERATORS, parseQuery } from '../../../domain/search/parse-query.ts';
import { filtersOf, withFilter, withOperator, withoutFilters, withoutPart } from './edit-query.ts';

describe('editing a query', () => {
  it('adds and takes away filters, and leaves the words alone', () => {
    expect(withFilter('lost  usdt', 'team', 'fraud')).toBe('lost  usdt team:fraud');
    expect(withFilter('team:Fraud lost', 'team', 'fraud')).toBe('team:Fraud lost');
    expect(withFilter('', 'agent', 'Ana Lima')).toBe('agent:"Ana Lima"');
    expect(withOperator('lost', 'contact')).toBe('lost contact:');
    expect(withoutPart('lost team:fraud "two words"', 1)).toBe('lost "two words"');
    expect(withoutFilters('lost team:fraud "two words" is:open')).toBe('lost "two words"');
    expect(filtersOf('lost team:fraud').map(({ index, operator, value }) => ({ index, operator, value }))).toEqual([{ index: 1, operator: 'team', value: 'fraud' }]);
  });

  it('takes away what it added', () => {
    const word = fc.constantFrom('lost', '提币', '"two words"', 'https://x.io');
    fc.assert(fc.property(fc.array(word, { maxLength: 4 }), fc.constantFrom(...OPERATORS), fc.constantFrom('fraud', 'Ana Lima', '7d'), (words, operator, value) => {
      const query = words.join(' ');
      const longer = withFilter(query, operator, value);
      const [filter] = filtersOf(longer);
      expect(filter).toMatchObject({ operator, value });
      expect(withoutPart(longer, filter?.index ?? -1)).toBe(query);
      expect(parseQuery(withoutFilters(longer)).words).toEqual(parseQuery(query).words);
    }));
  });
});
