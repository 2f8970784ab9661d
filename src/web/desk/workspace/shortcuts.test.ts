import { describe, expect, it } from '@jest/globals';
import { SHORTCUT_IDS, shortcutFor, shortcutKeys, type KeyPlace } from './shortcuts.ts';

const press = (key: string, modifiers: object = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, ...modifiers });

describe('shortcutFor', () => {
  it.each([
    ['j', 'page', 'next'], ['k', 'list', 'previous'], ['c', 'page', 'claim'], ['?', 'page', 'help'],
    ['ArrowDown', 'list', 'next'], ['ArrowDown', 'page', null],
    ['Enter', 'list', null], ['q', 'page', null], ['x', 'list', 'select'], ['J', 'list', 'selectNext'],
    ['c', 'text', null], ['Escape', 'text', 'leave'], ['c', 'overlay', null],
  ] as [string, KeyPlace, string | null][])('takes %s in the %s for %s', (key, place, expected) => {
    expect(shortcutFor(press(key), place)).toBe(expected);
  });

  it('leaves the browser its own shortcuts, and an input method its keys', () => {
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey', 'isComposing']) {
      expect(shortcutFor(press('c', { [modifier]: true }), 'page')).toBeNull();
    }
  });

  it('opens the palette with Ctrl or ⌘ and K, also while something is written, and with nothing else', () => {
    for (const modifier of ['ctrlKey', 'metaKey']) {
      for (const place of ['page', 'list', 'text'] as const) expect(shortcutFor(press('k', { [modifier]: true }), place)).toBe('palette');
    }
    expect(shortcutFor(press('k', { ctrlKey: true }), 'overlay')).toBeNull();
    expect(shortcutFor(press('k', { ctrlKey: true, altKey: true }), 'page')).toBeNull();
  });

  it('has no key twice', () => {
    const keys = SHORTCUT_IDS.flatMap(shortcutKeys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
