import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

/** Licences with which what is shipped may be given on. LGPL is the library below sharp, which is linked at run time and can be exchanged. */
const ALLOWED = ['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'LGPL-3.0-or-later', 'MIT', 'Unlicense'];

interface Lock { readonly packages: Readonly<Record<string, { readonly license?: string; readonly dev?: boolean; readonly resolved?: string; readonly integrity?: string; readonly link?: boolean }>> }
const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as Lock;
const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);

describe('what is shipped of others', () => {
  it('has a licence under which it may be given on', () => {
    const wrong = shipped.filter(([, { license }]) => license?.replaceAll(/[()]/g, '').split(/ (?:AND|OR) /).some((one) => !ALLOWED.includes(one)) ?? true).map(([path, { license }]) => `${path}: ${license ?? 'none'}`);
    expect(wrong).toEqual([]);
  });

  it('has the bytes that were there when it was chosen', () => {
    expect(shipped.filter(([, { integrity, link }]) => link !== true && !/^sha512-/.test(integrity ?? '')).map(([path]) => path)).toEqual([]);
  });
});
