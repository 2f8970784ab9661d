import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toCsv } from './report-csv.ts';

/** Reads RFC 4180 back. */
function parse(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe('toCsv', () => {
  it('gives every text back as it was, but for the sign that disarms a formula', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
      const read = parse(toCsv(rows));
      expect(read.map((row) => row.map((cell) => cell.replace(/^'/, ''))))
        .toEqual(rows.map((row) => row.map((cell) => cell.replace(/^'/, ''))));
    }));
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =cmd|calc', '＝1', '\n=1'])('disarms %j', (text) => {
    expect(parse(toCsv([[text, 'x']]))[0]?.[0]).toBe(`'${text}`);
  });

  it('leaves numbers, nothing and plain text as they are', () => {
    expect(toCsv([[-1, null, true, 'a "b", c', '提币'], ['x', 'y']])).toBe('-1,,true,"a ""b"", c",提币\r\nx,y\r\n');
  });
});
