import type { WebSocket } from 'ws';
import type { ViewForContact } from '../../conversation/contact-view.ts';
import { assertOwnConversation } from '../../conversation/receive-message.ts';
import { AppError } from '../../domain/errors.ts';
import type { ConversationStore, Doorbell, Logger } from '../../ports.ts';
import { contactClientFrameSchema, PROTOCOL_VERSION, type ContactClientFrame } from '../../protocol/contact.ts';
import type { Admission, Caller } from '../admission/admission.ts';
import type { Origin } from '../admission/client-address.ts';
import type { ContactTokens } from '../authentication/contact-token.ts';
import type { ContactActions } from '../contact-actions.ts';
import { CLOSE_CODES, openConnection, type Connection } from './connection.ts';
import type { ContactSession, ContactSessions } from './contact-sessions.ts';

export interface ContactGateway {
  accept(socket: WebSocket, origin: Origin): void;
}

/** Who opens a socket and says nothing is cut off. */
const HELLO_MS = 15_000;

export interface ContactGatewayOptions {
  readonly conversations: Pick<ConversationStore, 'get' | 'latestOfContact'>;
  readonly viewForContact: ViewForContact;
  readonly tokens: ContactTokens;
  readonly sessions: ContactSessions;
  readonly doorbell: Pick<Doorbell, 'signal'>;
  readonly actions: ContactActions;
  readonly admission: Pick<Admission, 'admitMessage' | 'admitAction'>;
  readonly logger: Logger;
  /** How long a socket may be open without its first frame. */
  readonly helloMs?: number;
}

type Hello = Extract<ContactClientFrame, { type: 'hello' }>;

/** Serves `/ws/contact`: every tab of a contact sees the contact's newest conversation, live. */
export function createContactGateway(options: ContactGatewayOptions): ContactGateway {
  const { sessions, logger, helloMs = HELLO_MS } = options;
  return {
    accept(socket, origin) {
      let session: ContactSession | undefined;
      let closed = false;
      const leave = (): void => { if (session) sessions.leave(session); };
      const connection = openConnection(socket, {
        schema: contactClientFrameSchema,
        logger,
        async onFrame(frame) {
          if (frame.type === 'hello') {
            leave();
            session = undefined;
            session = await greet(connection, frame, options);
            if (closed) leave();
          } else if (session) {
            await admit({ contactId: session.contactId, origin }, frame, options);
            await work(session, frame, options);
          } else {
            throw new AppError('unauthenticated', 'the first frame must be {"type":"hello","token":…}', { field: 'type' });
          }
        },
        onClose() {
          closed = true;
          clearTimeout(late);
          leave();
        },
      });
      const late = setTimeout(() => { if (!session) connection.close(CLOSE_CODES.slowReader, 'no-hello'); }, helloMs);
    },
  };
}

/** Says who the contact is and begins to follow. Where that fails the socket is closed, so that the client comes back. */
async function greet(connection: Connection, hello: Hello, { conversations, viewForContact, tokens, sessions }: ContactGatewayOptions): Promise<ContactSession> {
  const known = hello.token === null ? undefined : tokens.verify(hello.token);
  const { contactId, token } = known !== undefined && hello.token !== null ? { contactId: known, token: hello.token } : tokens.issue();
  const session: ContactSession = { contactId, connection };
  // Before anything is read, so that what is begun meanwhile in another tab is not missed.
  sessions.enter(session);
  try {
    const latest = await conversations.latestOfContact(contactId);
    const conversation = latest ? await viewForContact(latest) : null;
    void connection.send({ type: 'welcome', protocol: PROTOCOL_VERSION, token, conversation });
    if (latest) sessions.follow(session, latest.id, hello.conversationId === latest.id ? hello.cursor ?? 0 : 0);
    return session;
  } catch (error) {
    sessions.leave(session);
    connection.close(CLOSE_CODES.internal, 'internal');
    throw error;
  }
}

async function admit(caller: Caller, frame: Exclude<ContactClientFrame, Hello>, { admission }: ContactGatewayOptions): Promise<void> {
  if (frame.type === 'message.send') await admission.admitMessage(caller, frame);
  else if (frame.type !== 'ping') admission.admitAction(caller);
}

async function work(session: ContactSession, frame: Exclude<ContactClientFrame, Hello>, options: ContactGatewayOptions): Promise<void> {
  const { contactId, connection } = session;
  const { actions, conversations, doorbell } = options;
  switch (frame.type) {
    case 'message.send':
      void connection.send({ type: 'ack', ...await actions.send(contactId, frame) });
      return;
    case 'answer.rate':
      void connection.send({ type: 'ack', id: frame.id, ...await actions.rateAnswer(contactId, frame.conversationId, frame) });
      return;
    case 'conversation.rate':
      void connection.send({ type: 'ack', id: frame.id, ...await actions.rateConversation(contactId, frame.conversationId, frame) });
      return;
    case 'follow-up.answer':
      void connection.send({ type: 'ack', id: frame.id, ...await actions.answerFollowUp(contactId, frame.conversationId, frame) });
      return;
    case 'address.give':
      void connection.send({ type: 'ack', id: frame.id, ...await actions.giveAddress(contactId, frame.conversationId, frame) });
      return;
    case 'read':
      await actions.noteRead(contactId, frame.conversationId, frame.seq);
      return;
    case 'typing':
      await assertOwnConversation(conversations, contactId, frame.conversationId);
      doorbell.signal({ type: 'typing', conversationId: frame.conversationId, from: 'contact' });
      return;
    case 'ping':
      void connection.send({ type: 'pong' });
  }
}
