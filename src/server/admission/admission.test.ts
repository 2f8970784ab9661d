import { describe, expect, it } from '@jest/globals';
import { STANDARD_LIMITS, type Limits } from '../../domain/admission.ts';
import type { Conversation } from '../../domain/conversation.ts';
import { AppError } from '../../domain/errors.ts';
import { createManualClock } from '../../../test/fakes/manual-clock.ts';
import { createAdmission, type AdmissionNote } from './admission.ts';

const at = (address: string) => ({ address, isLocal: false });
const ANA = { contactId: 'ana', origin: at('203.0.113.7') };

function open(limits: Partial<Limits> = {}, work = { runningTurns: 0, lagMs: 0 }) {
  const clock = createManualClock();
  const notes: AdmissionNote[] = [];
  let looks = 0;
  const conversation = (contactId: string, kind: 'assistant' | 'queue') => ({ contactId, owner: { kind } }) as unknown as Conversation;
  const stored: Record<string, Conversation> = { waits: conversation('ana', 'queue'), talks: conversation('ana', 'assistant') };
  const admission = createAdmission({
    limits: { ...STANDARD_LIMITS, ...limits }, readWork: () => work, clock, note: (note) => { notes.push(note); },
    conversations: { get: (id) => Promise.resolve(stored[id]) },
    smellsOfDanger: (text) => { looks += 1; return Promise.resolve(text.includes('hacked')); },
  });
  /** Undefined where it was taken, or code and seconds. */
  const say = (text = 'hi', conversationId: string | null = null, caller: Parameters<typeof admission.admitMessage>[0] = ANA): Promise<[string, number | undefined] | undefined> =>
    admission.admitMessage(caller, { conversationId, text }).then(() => undefined, (error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      return [error.code, error.retryAfter];
    });
  return { admission, clock, notes, say, work, looks: () => looks };
}

describe('admission', () => {
  it('takes what there is room for without a look at it', async () => {
    const { say, looks, notes } = open();
    expect(await say()).toBeUndefined();
    expect(looks()).toBe(0);
    expect(notes).toEqual([{ what: 'conversation', outcome: 'admitted', reason: 'room' }]);
  });

  it('stops a contact who writes too much, also to people, and says when it goes on', async () => {
    const { say, clock } = open({ contactMessages: 2 });
    expect([await say('hi', 'waits'), await say('hi', 'waits'), await say('hi', 'waits')]).toEqual([undefined, undefined, ['too-many-requests', 30]]);
    clock.advance(30_000);
    expect(await say('hi', 'waits')).toBeUndefined();
  });

  it('does not let a flood from one address stop another, nor who talks to people there', async () => {
    const { say } = open({ addressConversations: 3 });
    const answers = [];
    for (let i = 0; i < 10; i++) answers.push(await say('hi', null, { contactId: `bot ${i}`, origin: at('198.51.100.1') }));
    expect(answers.filter((one) => one === undefined)).toHaveLength(3);
    expect(answers.at(-1)).toEqual(['too-many-requests', 20]);
    expect(await say('hi', null, { contactId: 'eve', origin: at('203.0.113.8') })).toBeUndefined();
    expect(await say('hi', 'waits', { contactId: 'ana', origin: at('198.51.100.1') })).toBeUndefined();
  });

  it('asks who begins to wait while it is saturated, and lets what goes on go on until there is twice as much', async () => {
    const { say, work } = open({}, { runningTurns: 500, lagMs: 0 });
    expect(await say()).toEqual(['unavailable', 5]);
    expect(await say('hi', 'talks')).toBeUndefined();
    work.lagMs = 600;
    expect(await say('hi', 'talks')).toEqual(['unavailable', 15]);
    expect(await say('hi', 'waits')).toBeUndefined();
  });

  it('spares only the contact\'s own conversation', async () => {
    const { say } = open({}, { runningTurns: 5_000, lagMs: 0 });
    expect(await say('hi', 'waits', { contactId: 'eve', origin: at('203.0.113.8') })).toEqual(['unavailable', 50]);
  });

  it('takes what smells of an incident, up to its share, and of one address up to a tenth of it', async () => {
    const { say, notes } = open({ incidents: 20 }, { runningTurns: 5_000, lagMs: 0 });
    const from = (i: number, address: string) => ({ contactId: `c${i}`, origin: at(address) });
    expect(await say('i was hacked')).toBeUndefined();
    expect(notes.at(-1)).toEqual({ what: 'conversation', outcome: 'admitted', reason: 'incident' });
    const flood = [];
    for (let i = 0; i < 10; i++) flood.push(await say('hacked', null, from(i, '198.51.100.1')));
    expect(flood.filter((one) => one === undefined)).toHaveLength(2);
    const many = [];
    for (let i = 0; i < 40; i++) many.push(await say('hacked', null, from(i, `198.51.100.${i + 2}`)));
    expect(many.filter((one) => one === undefined)).toHaveLength(17);
  });

  it('looks at no more than it can bear to', async () => {
    const { say, looks } = open({}, { runningTurns: 5_000, lagMs: 0 });
    for (let i = 0; i < 200; i++) await say('hi', null, { contactId: `c${i}`, origin: at(`198.51.100.${i}`) });
    expect(looks()).toBe(80);
  });

  it('counts nothing of who calls from this machine but what the process bears', async () => {
    const { say } = open({ contactMessages: 1, addressMessages: 1, addressConversations: 1, conversations: 5 });
    const local = { contactId: 'bench', origin: { address: '127.0.0.1', isLocal: true } };
    const answers = [];
    for (let i = 0; i < 6; i++) answers.push(await say('hi', null, local));
    expect(answers).toEqual([undefined, undefined, undefined, undefined, undefined, ['unavailable', 12]]);
  });

  it('has room again for a socket when one is closed, once', () => {
    const { admission } = open({ addressSockets: 2, sockets: 3 });
    const [first] = [admission.openSocket(ANA.origin), admission.openSocket(ANA.origin)];
    expect(() => admission.openSocket(ANA.origin)).toThrow(expect.objectContaining({ code: 'too-many-requests', retryAfter: 30 }));
    first?.();
    first?.();
    admission.openSocket(ANA.origin);
    expect(() => admission.openSocket(ANA.origin)).toThrow();
    admission.openSocket(at('203.0.113.8'));
    expect(() => admission.openSocket(at('203.0.113.9'))).toThrow(expect.objectContaining({ code: 'unavailable' }));
  });

  it('limits files and what comes beside messages by contact', () => {
    const { admission } = open({ contactMessages: 1 });
    admission.admitUpload(ANA);
    expect(() => { admission.admitUpload(ANA); }).toThrow(expect.objectContaining({ code: 'too-many-requests' }));
    for (let i = 0; i < 4; i++) admission.admitAction(ANA);
    expect(() => { admission.admitAction(ANA); }).toThrow(expect.objectContaining({ code: 'too-many-requests' }));
  });
});
