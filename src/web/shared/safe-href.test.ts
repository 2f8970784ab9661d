import { describe, expect, it } from '@jest/globals';
import { safeHref } from './safe-href.ts';

describe('safeHref', () => {
  it.each(['https://exchange.example/a?b=c#d', 'http://exchange.example', 'mailto:help@exchange.example', '/help/en/account-locked'])(
    'lets %s through as it is', (href) => { expect(safeHref(href)).toBe(href); });

  it.each(['', 'help', '#top', '//elsewhere.example', '/\\elsewhere.example', '\\\\elsewhere', 'javascript:x', ' javascript:x', 'java\nscript:x', 'data:,x', 'https://', 'https:///x', 'blob:https://x', 'mailto:'])(
    'refuses %j', (href) => { expect(safeHref(href)).toBeUndefined(); });
});
