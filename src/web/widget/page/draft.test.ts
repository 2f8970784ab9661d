import { describe, expect, it } from '@jest/globals';
import { createMemoryStorage } from '../../../../test/fakes/memory-storage.ts';
import { createDraft, type DraftOptions } from './draft.ts';

const withoutDigits: DraftOptions['redact'] = (text) => ({ text: text.replace(/\d+/g, '⟦password⟧') });

function world(redact = withoutDigits) {
  const memory = createMemoryStorage();
  const storage = memory.open();
  let leave = (): void => {};
  const open = () => createDraft({ storage, key: 'draft', redact, onLeave: (keep) => { leave = keep; } });
  return { open, leave: () => { leave(); }, stored: () => memory.raw.getItem('draft') };
}

describe('createDraft', () => {
  it('is written down when the page is left, and not before', () => {
    const { open, leave, stored } = world();
    open().set('half a que');
    expect(stored()).toBeNull();
    leave();
    expect(open().get()).toBe('half a que');
  });

  it('keeps a secret while the page lives, and stores the text without it', () => {
    const { open, leave, stored } = world();
    const draft = open();
    draft.set('it is 1234');
    leave();
    expect([draft.get(), stored()]).toEqual(['it is 1234', 'it is ⟦password⟧']);
  });

  it('stores nothing that could not be checked', () => {
    const { open, leave, stored } = world(() => undefined);
    const draft = open();
    draft.set('it is 1234');
    leave();
    expect([draft.get(), stored()]).toEqual(['it is 1234', '']);
  });

  it('leaves what the last page kept as it is until something is written', () => {
    const before = world();
    before.open().set('half');
    before.leave();
    before.open();
    before.leave();
    expect(before.stored()).toBe('half');
  });

  it('is gone once it was sent, also when the same is written again', () => {
    const { open, leave, stored } = world();
    const draft = open();
    draft.set('hello');
    leave();
    draft.set('');
    expect(stored()).toBeNull();
    draft.set('hello');
    leave();
    expect(stored()).toBe('hello');
  });
});
