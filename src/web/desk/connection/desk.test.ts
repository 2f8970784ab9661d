import { describe, expect, it } from '@jest/globals';
import type { DeskClientFrame, DeskServerFrame } from '../../../protocol/desk.ts';
import type { SocketStatus } from '../../shared/reconnecting-socket.ts';
import { aConversation, aMe, aNote, aReply, received, started } from '../state/testing.ts';
import type { Outbox } from '../state/outbox.ts';
import { createDesk, type Desk, type DeskOptions } from './desk.ts';
import { RequestError } from '../../staff/connection/request.ts';

const me = aMe();

/** A desk on a connection that the test drives, with a server that answers over HTTP from `lists`. */
function setUp(options: { stored?: Outbox; api?: Partial<DeskOptions['api']> } = {}) {
  const sent: DeskClientFrame[] = [];
  const written: Outbox[] = [];
  const signedOut: true[] = [];
  let connected = false;
  let ids = 0;
  let socket: Parameters<DeskOptions['connect']>[0] | undefined;
  const desk: Desk = createDesk({
    me,
    api: {
      getMe: () => Promise.resolve({ agent: me, assist: false }),
      listAgents: () => Promise.resolve({ agents: [] }),
      listConversations: () => Promise.resolve({ conversations: [], next: null }),
      countViews: () => Promise.resolve({ queue: 0, critical: 0, open: 0 }),
      getConversation: () => Promise.reject(new RequestError('not-found', 'none')),
      ...options.api,
    },
    connect(given) {
      socket = given;
      return {
        send(frame) {
          if (connected && (frame as DeskClientFrame).type !== 'ping') sent.push(frame as DeskClientFrame);
          return connected;
        },
        reconnectNow() {}, restart() {}, close() {},
      };
    },
    storedOutbox: { read: () => options.stored ?? [], write: (outbox) => { written.push(outbox); } },
    now: () => 1_000,
    newId: () => `id-${String(++ids).padStart(6, '0')}`,
    onSignedOut: () => { signedOut.push(true); },
  });
  const receive = (frame: DeskServerFrame): void => { socket?.onFrame(frame); };
  return {
    desk, sent, written, signedOut, receive,
    connect() {
      connected = true;
      receive({ type: 'welcome', protocol: 1, agent: { ...me, teams: [...me.teams], locales: [...me.locales] } });
    },
    lose(status: SocketStatus = 'waiting') {
      connected = false;
      socket?.onStatus?.(status, 1);
    },
    commands: () => sent.filter((frame) => frame.type === 'command'),
  };
}

describe('desk', () => {
  it('sends what was written without a connection once there is one', () => {
    const { desk, connect, commands } = setUp();
    desk.send('c1', 'reply', 'Hello');
    expect(commands()).toEqual([]);
    connect();
    expect(commands()).toEqual([{ type: 'command', id: 'id-000001', conversationId: 'c1', command: { type: 'reply', clientMessageId: 'id-000001', text: 'Hello' } }]);
  });

  it('sends a translated reply with what the agent wrote, also after a reload', () => {
    const original = { locale: 'en' as const, text: 'Hello' };
    const { desk, connect, commands, written } = setUp();
    connect();
    desk.send('c1', 'reply', 'Hola', { original });
    expect(commands()).toMatchObject([{ command: { type: 'reply', text: 'Hola', original } }]);
    const again = setUp({ stored: written.at(-1) ?? [] });
    again.connect();
    expect(again.commands()).toMatchObject([{ command: { text: 'Hola', original } }]);
  });

  it('sends again with the same id what was not acknowledged when the connection went', () => {
    const { desk, connect, lose, commands, receive } = setUp();
    connect();
    desk.send('c1', 'reply', 'first');
    desk.send('c1', 'note', 'second');
    receive({ type: 'ack', id: 'id-000001', conversationId: 'c1', seq: 5 });
    lose();
    connect();
    expect(commands().map(({ id }) => id)).toEqual(['id-000001', 'id-000002', 'id-000002']);
  });

  it('sends after a reload what the browser kept', () => {
    const kept = { clientMessageId: 'kept-message', conversationId: 'c1', kind: 'reply' as const, text: 'kept', at: 1, state: 'sending' as const, error: null };
    const { connect, commands } = setUp({ stored: [kept, { ...kept, clientMessageId: 'refused-message', state: 'failed', error: 'not-owner' }] });
    connect();
    expect(commands().map(({ id }) => id)).toEqual(['kept-message']);
  });

  it('stores the outbox whenever it changes', () => {
    const { desk, connect, receive, written } = setUp();
    connect();
    desk.send('c1', 'reply', 'Hello');
    receive({ type: 'ack', id: 'id-000001', conversationId: 'c1', seq: 5 });
    expect(written.map((outbox) => outbox.map(({ state }) => state))).toEqual([['sending'], ['accepted']]);
  });

  it('keeps a refused reply as failed until it is sent again or taken back', () => {
    const { desk, connect, receive, commands } = setUp();
    connect();
    desk.send('c1', 'reply', 'Hello');
    receive({ type: 'error', id: 'id-000001', code: 'not-owner', message: 'no' });
    expect(desk.getState().outbox).toMatchObject([{ state: 'failed', error: 'not-owner' }]);
    desk.retry('id-000001');
    expect(commands()).toHaveLength(2);
    expect(desk.getState().outbox).toMatchObject([{ state: 'sending', error: null }]);
    desk.discard('id-000001');
    expect(desk.getState().outbox).toEqual([]);
  });

  it('tells the outcome of a command', async () => {
    const { desk, connect, receive } = setUp();
    connect();
    const claim = desk.command('c1', { type: 'claim' });
    const resolve = desk.command('c1', { type: 'resolve' });
    receive({ type: 'error', id: 'id-000002', code: 'not-owner', message: 'no' });
    receive({ type: 'ack', id: 'id-000001', conversationId: 'c1', seq: 7 });
    await expect(claim).resolves.toEqual({ ok: true, conversationId: 'c1' });
    await expect(resolve).resolves.toEqual({ ok: false, code: 'not-owner' });
  });

  it('takes the next one and tells which it is', async () => {
    const { desk, connect, receive, sent } = setUp();
    connect();
    const [taken, nobody] = [desk.claimNext(), desk.claimNext()];
    expect(sent.filter(({ type }) => type === 'claim-next')).toHaveLength(2);
    receive({ type: 'ack', id: 'id-000001', conversationId: 'c7', seq: 3 });
    receive({ type: 'error', id: 'id-000002', code: 'not-found', message: 'nobody waits' });
    await expect(taken).resolves.toEqual({ ok: true, conversationId: 'c7' });
    await expect(nobody).resolves.toEqual({ ok: false, code: 'not-found' });
  });

  it('does not keep a command for later when there is no connection', async () => {
    const { desk, connect, commands } = setUp();
    await expect(desk.command('c1', { type: 'claim' })).resolves.toEqual({ ok: false, code: 'offline' });
    connect();
    expect(commands()).toEqual([]);
  });

  it('says that a command may not have been done when the connection goes before the answer', async () => {
    const { desk, connect, lose } = setUp();
    connect();
    const claim = desk.command('c1', { type: 'claim' });
    lose();
    await expect(claim).resolves.toEqual({ ok: false, code: 'offline' });
  });

  it('follows the open conversation, and from where its log ends after a reconnect', () => {
    const { desk, connect, lose, receive, sent } = setUp();
    connect();
    desk.open('c1');
    receive({ type: 'events', conversationId: 'c1', events: [started(1), received(2)] });
    lose();
    connect();
    expect(sent.filter(({ type }) => type === 'follow')).toEqual([
      { type: 'follow', conversationId: 'c1', after: 0 },
      { type: 'follow', conversationId: 'c1', after: 2 },
    ]);
  });

  it('stops following the conversation that was open before', () => {
    const { desk, connect, sent } = setUp();
    connect();
    desk.open('c1');
    desk.open('c2');
    expect(sent.filter(({ type }) => type === 'unfollow')).toEqual([{ type: 'unfollow', conversationId: 'c1' }]);
  });

  it('takes a message out of the outbox when its event arrives, acknowledged or not', () => {
    const { desk, connect, receive } = setUp();
    connect();
    desk.open('c1');
    desk.send('c1', 'reply', 'one');
    desk.send('c1', 'note', 'two');
    receive({ type: 'events', conversationId: 'c1', events: [started(1), aReply(2, 'id-000001'), aNote(3, 'id-000002')] });
    expect(desk.getState().outbox).toEqual([]);
  });

  it('opens a conversation by its link although no list has it', async () => {
    const conversation = aConversation({ id: 'c9', seq: 2 });
    const { desk, connect } = setUp({ api: { getConversation: () => Promise.resolve({ conversation, events: [started(1), received(2)], read: { contact: 0, agents: 0 } }) } });
    desk.open('c9');
    connect();
    await Promise.resolve().then(() => Promise.resolve());
    expect(desk.getState().conversations.get('c9')).toEqual(conversation);
    expect(desk.getState().logs.get('c9')?.events).toHaveLength(2);
  });

  it('says that a conversation is missing when the server does not have it', async () => {
    const { desk } = setUp();
    desk.open('c9');
    await desk.refresh('c9');
    expect(desk.getState().openMissing).toBe(true);
  });

  it('goes back to signing in when the server closes for that reason', () => {
    const { lose, signedOut } = setUp();
    lose('closed');
    expect(signedOut).toHaveLength(1);
  });

  it('finds out by asking that the session is over when connecting fails', async () => {
    const asked = Promise.reject(new RequestError('unauthenticated', 'no'));
    const { lose, signedOut } = setUp({ api: { getMe: () => asked } });
    lose();
    await asked.catch(() => undefined);
    await Promise.resolve();
    expect(signedOut).toHaveLength(1);
  });

  it('tells about typing now and then only', () => {
    const { desk, connect, sent } = setUp();
    connect();
    desk.noteTyping('c1');
    desk.noteTyping('c1');
    desk.noteTyping('c2');
    expect(sent.filter(({ type }) => type === 'typing')).toHaveLength(2);
  });
});
