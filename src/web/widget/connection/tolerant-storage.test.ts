import { describe, expect, it } from '@jest/globals';
import { createMemoryStorage } from '../../../../test/fakes/memory-storage.ts';
import { createTolerantStorage } from './tolerant-storage.ts';

describe('createTolerantStorage', () => {
  it('keeps what the browser lets it keep', () => {
    const { open } = createMemoryStorage();
    open().set('a:1', 'one');
    open().set('b:1', 'two');
    expect(open().get('a:1')).toBe('one');
    expect(open().keys('a:')).toEqual(['a:1']);
    open().remove('a:1');
    expect(open().get('a:1')).toBeNull();
  });

  it.each([
    ['storage is forbidden', () => { throw new Error('SecurityError'); }],
    ['storage is full', () => ({ getItem: () => null, setItem() { throw new Error('QuotaExceededError'); }, removeItem() {} }) as unknown as Storage],
  ])('remembers for the life of the page where %s', (_name, openRaw) => {
    const storage = createTolerantStorage(openRaw);
    storage.set('a:1', 'one');
    expect(storage.get('a:1')).toBe('one');
    expect(storage.keys('a:')).toEqual(['a:1']);
    storage.remove('a:1');
    expect(storage.get('a:1')).toBeNull();
  });
});
