import type { DeskClientFrame, DeskCommand } from '../../../protocol/desk.ts';
import type { DeskAction, DeskState } from '../state/desk-state.ts';
import type { Enclosed } from '../state/enclosed.ts';
import { unacknowledged, type Outgoing, type OutboxChange } from '../state/outbox.ts';
import type { CommandOutcome } from './commands.ts';
import type { Store } from './store.ts';
import type { StoredOutbox } from './stored-outbox.ts';

/** Replies and notes on their way: shown at once, sent as soon as there is a connection, and never twice. */
export interface Deliveries {
  send(conversationId: string, kind: Outgoing['kind'], text: string, enclosed?: Enclosed): void;
  retry(clientMessageId: string): void;
  discard(clientMessageId: string): void;
  /** After a connection: sends everything that was not acknowledged; the server drops what it has. */
  resend(): void;
  settle(id: string, outcome: CommandOutcome): void;
  stop(): void;
}

export function createDeliveries({ store, storedOutbox, transmit, now, newId }: {
  store: Store<DeskState, DeskAction>;
  storedOutbox: Pick<StoredOutbox, 'write'>;
  transmit: (frame: DeskClientFrame) => boolean;
  now: () => number;
  newId: () => string;
}): Deliveries {
  const find = (id: string): Outgoing | undefined => store.getState().outbox.find(({ clientMessageId }) => clientMessageId === id);
  const change = (made: OutboxChange): void => { store.dispatch({ type: 'outbox.changed', change: made }); };
  function transmitMessage(message: Outgoing): void {
    const { clientMessageId, conversationId } = message;
    transmit({ type: 'command', id: clientMessageId, conversationId, command: toCommand(message) });
  }

  let written = store.getState().outbox;
  const stop = store.subscribe(() => {
    const { outbox } = store.getState();
    if (outbox !== written) storedOutbox.write(outbox);
    written = outbox;
  });

  return {
    send(conversationId, kind, text, enclosed = {}) {
      const message = { ...enclosed, clientMessageId: newId(), conversationId, kind, text, at: now() };
      change({ type: 'queued', message });
      transmitMessage({ ...message, state: 'sending', error: null });
    },
    retry(clientMessageId) {
      change({ type: 'retried', clientMessageId });
      const message = find(clientMessageId);
      if (message) transmitMessage(message);
    },
    discard(clientMessageId) {
      change({ type: 'discarded', clientMessageId });
    },
    resend() {
      for (const message of unacknowledged(store.getState().outbox)) transmitMessage(message);
    },
    settle(id, outcome) {
      if (!find(id)) return;
      change(outcome.ok ? { type: 'accepted', clientMessageId: id } : { type: 'failed', clientMessageId: id, error: outcome.code });
    },
    stop,
  };
}

function toCommand({ clientMessageId, kind, text, original, citations, attachments, mentions, whisper }: Outgoing): DeskCommand {
  if (kind === 'note') return { type: 'note', clientMessageId, text, ...(mentions && { mentions: [...mentions] }), ...(whisper && { whisper }) };
  return {
    type: 'reply', clientMessageId, text,
    ...(original && { original }), ...(citations && { citations: [...citations] }), ...(attachments && { attachments: attachments.map(({ id }) => id) }),
  };
}
