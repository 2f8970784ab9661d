import type { OutgoingBody } from '../conversation/outbox.ts';

/** An outgoing body as the wire has it: without what only this side needs. */
export function withoutType(body: OutgoingBody): object {
  const { type: _type, afterSeq: _afterSeq, unchecked: _unchecked, files, ...rest } = body as OutgoingBody & { afterSeq?: number; unchecked?: true; files?: readonly { readonly id: string }[] };
  return { ...rest, ...(files ? { attachments: files.map(({ id }) => id) } : {}) };
}
