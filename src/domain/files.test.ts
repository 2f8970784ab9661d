import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanFileName, FILE_TYPES, type FileType } from './files.ts';

const types = Object.keys(FILE_TYPES) as FileType[];

describe('the name of a file', () => {
  it.each([
    ['receipt.png', 'image/png', 'receipt.png'],
    ['Receipt.PNG', 'image/png', 'Receipt.png'],
    ['C:\\Users\\ana\\receipt.jpeg', 'image/jpeg', 'receipt.jpeg'],
    ['../../etc/passwd', 'text/plain', 'passwd.txt'],
    ['receipt.bat', 'text/plain', 'receipt.bat.txt'],
    ['receipt.txt.exe', 'image/png', 'receipt.txt.exe.png'],
    ['invoice\u202Efdp.exe', 'application/pdf', 'invoicefdp.exe.pdf'],
    ['two\nlines\u0000.pdf', 'application/pdf', 'twolines.pdf'],
    ['充值截图.png', 'image/png', '充值截图.png'],
    ['', 'image/gif', 'file.gif'],
    ['...', 'image/gif', 'file.gif'],
    ['.pdf', 'application/pdf', 'pdf.pdf'],
    ['a<b>"c".csv', 'text/plain', 'a_b__c_.csv'],
  ] as const)('of %j as %s is %j', (name, type, expected) => {
    expect(cleanFileName(name, type)).toBe(expected);
  });

  it('is always one that can be shown and saved, and ends as what the file is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom(...types), (name, type) => {
      const clean = cleanFileName(name, type);
      expect(clean.length).toBeLessThanOrEqual(200);
      expect(clean).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}/\\<>:"|?*]/u);
      expect(clean).toMatch(/^[^.\s].*\.[a-z]+$/u);
      expect(FILE_TYPES[type].endings).toContain(clean.split('.').at(-1));
      expect(cleanFileName(clean, type)).toBe(clean);
    }), { numRuns: 500 });
  });
});
