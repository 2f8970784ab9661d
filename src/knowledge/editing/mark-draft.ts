import type { Draft } from '../../ports.ts';
import type { WireDraft } from '../../protocol/documents.ts';

/** A draft for lists: everything but its text. */
export function markDraft({ state, version, base, publishAt, editor, updatedAt, text, returned }: Draft): Omit<WireDraft, 'path' | 'text'> {
  return { state, version, base, publishAt, editor, updatedAt, removes: text === null, returned };
}
