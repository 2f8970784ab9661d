import type { ContactClientFrame, ContactServerFrame } from '../../../protocol/contact.ts';
import type { Network } from '../../shared/network.ts';
import { createReconnectingSocket, type SocketStatus } from '../../shared/reconnecting-socket.ts';
import type { ContactEvent } from '../conversation/contact-event.ts';
import type { OutboxEntry } from '../conversation/outbox.ts';
import { withoutType } from './outgoing.ts';
import { isWorthRetrying, type Link, type LinkListener, type Position } from './link.ts';

type Hello = Extract<ContactClientFrame, { type: 'hello' }>;

export interface SocketLinkOptions {
  readonly url: string;
  readonly position: () => Position;
  readonly listener: Omit<LinkListener, 'onStatus'>;
  readonly onSocketStatus: (status: SocketStatus, failures: number) => void;
  readonly network?: Network;
}

/** The conversation over `/ws/contact`. It is up when the server has welcomed it, not before. */
export function createSocketLink({ url, position, listener, onSocketStatus, network }: SocketLinkOptions): Link {
  let welcomed = false;
  const socket = createReconnectingSocket({
    url,
    onConnect(send) {
      const { token, conversationId, cursor } = position();
      send({ type: 'hello', token, ...(conversationId === null ? {} : { conversationId, cursor }) } satisfies Hello);
    },
    onFrame(frame) { received(frame as ContactServerFrame); },
    onStatus(status, failures) {
      if (status !== 'open') {
        welcomed = false;
        onSocketStatus(status, failures);
      }
    },
    ...(network ? { network } : {}),
  });

  function received(frame: ContactServerFrame): void {
    switch (frame.type) {
      case 'welcome':
        welcomed = true;
        listener.onWelcome(frame.token, frame.conversation);
        // The listener may have hung up (another contact's token); only a connection that stands is open.
        if (welcomed) onSocketStatus('open', 0);
        return;
      case 'events':
        listener.onEvents(frame.conversationId, frame.events as unknown as ContactEvent[]);
        return;
      case 'place':
        listener.onPlace(frame.conversationId, frame.place, frame.minutes, frame.staffed);
        return;
      case 'read':
        listener.onRead(frame.conversationId, frame.seq);
        return;
      case 'ack':
        listener.onAcknowledged(frame.id, frame.conversationId);
        return;
      case 'error':
        if (frame.id !== undefined) listener.onRefused(frame.id, { later: isWorthRetrying(frame.code), retryAfter: frame.retryAfter });
        return;
      case 'typing':
        if (frame.from !== 'contact') listener.onTyping(frame.conversationId, speaker(frame.from, frame.name));
        return;
      case 'partial':
        listener.onPartial(frame.conversationId, frame);
        return;
      // A newer server may say more than this widget knows.
      default:
    }
  }

  return {
    send: (entry) => welcomed && socket.send(frameOf(entry)),
    typing(conversationId) {
      if (welcomed) socket.send({ type: 'typing', conversationId } satisfies ContactClientFrame, 'none');
    },
    read: (conversationId, seq) => welcomed && socket.send({ type: 'read', conversationId, seq } satisfies ContactClientFrame, 'none'),
    restart() { socket.restart(); },
    stop() { socket.close(); },
  };
}

function speaker(from: 'agent' | 'assistant', name: string | undefined): { kind: 'assistant' } | { kind: 'agent'; name: string } {
  return from === 'agent' && name !== undefined ? { kind: 'agent', name } : { kind: 'assistant' };
}

const FRAME_TYPES = { 'message': 'message.send', 'answer-rating': 'answer.rate', 'conversation-rating': 'conversation.rate', 'address': 'address.give', 'follow-up-answer': 'follow-up.answer' } as const;

function frameOf({ id, conversationId, body }: OutboxEntry): object {
  return { type: FRAME_TYPES[body.type], id, conversationId, ...withoutType(body) };
}
