import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createCaseNumber } from '../../../conversation/case-number.ts';
import type { ContactCases } from '../connection/contact-api.ts';
import { findCases } from './find-case.ts';

const caseOf = (caseNumber: string): ContactCases[number] =>
  ({ id: caseNumber, caseNumber, locale: 'en', status: 'open', startedAt: 0, updatedAt: 0, lastMessage: null });

describe('finding a case by its number', () => {
  it('finds it however it was written down', () => {
    const own = [caseOf('7K3M-92QX'), caseOf('10AB-CD01')];
    for (const written of ['7k3m92qx', ' 7K3M 92QX ', '#7K3M-92QX', '92qx']) expect(findCases(own, written)).toEqual([own[0]]);
    for (const written of ['IOAB-CDOL', 'loab cdoi']) expect(findCases(own, written)).toEqual([own[1]]);
    expect(findCases(own, '  ')).toEqual(own);
    expect(findCases(own, 'ZZZZ')).toEqual([]);
  });

  it('finds every number that the desk gives, in small letters and without its dash', () => {
    fc.assert(fc.property(fc.constant(null), () => {
      const number = createCaseNumber();
      expect(findCases([caseOf(number)], number.replace('-', '').toLowerCase())).toHaveLength(1);
    }));
  });
});
