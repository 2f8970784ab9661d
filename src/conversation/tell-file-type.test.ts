import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SAMPLE_FILES } from '../../test/fixtures/sample-files.ts';
import { FILE_TYPES } from '../domain/files.ts';
import { tellFileType } from './tell-file-type.ts';

describe('what a file is', () => {
  it.each([
    ['png', 'image/png'], ['gif', 'image/gif'], ['webp', 'image/webp'], ['jpeg', 'image/jpeg'],
    ['heic', 'image/heic'], ['pdf', 'application/pdf'], ['text', 'text/plain'],
  ] as const)('is told of %s by its content', async (name, type) => {
    expect(await tellFileType(SAMPLE_FILES[name])).toBe(type);
  });

  it.each(['svg', 'svgWithDeclaration', 'html', 'script', 'zip', 'program', 'utf16', 'latin1'] as const)('is nothing that may be sent where it is %s', async (name) => {
    expect(await tellFileType(SAMPLE_FILES[name])).toBeUndefined();
  });

  it.each(['BMW, 2 litres', 'MZ is how it begins', '%!PS is mentioned', 'a < b and b > c', '{"amount": 1}', '# Title'])('is text where it is %j', async (text) => {
    expect(await tellFileType(Buffer.from(text))).toBe('text/plain');
  });

  it('is never anything else, whatever comes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (content) => {
      const type = await tellFileType(content);
      if (type !== undefined) expect(Object.keys(FILE_TYPES)).toContain(type);
      if (content.includes(0)) expect(type).not.toBe('text/plain');
    }), { numRuns: 300 });
  });
});
