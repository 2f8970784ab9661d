import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { writeEvents } from '../../../../test/fakes/contact-events.ts';
import {
  acknowledge, addEntry, discard, forgetConversation, markDisconnected, markSending, refuse, retry, sendable, settle,
  type Outbox, type OutboxEntry, type OutgoingBody,
} from './outbox.ts';

const message = (text = 'text'): OutgoingBody => ({ type: 'message', text });
const entry = (id: string, conversationId: string | null, body = message()): Pick<OutboxEntry, 'id' | 'at' | 'conversationId' | 'body'> => ({ id, at: 1, conversationId, body });
const outboxOf = (...entries: Parameters<typeof addEntry>[1][]): Outbox => entries.reduce<Outbox>(addEntry, []);
const ids = (outbox: Outbox): string[] => outbox.map(({ id }) => id);
const states = (outbox: Outbox): string[] => outbox.map(({ state }) => state);

describe('the outbox', () => {
  it('sends what waits, in order of writing, and not again while it is under way', () => {
    const outbox = outboxOf(entry('m1', 'c'), entry('m2', 'c'));
    expect(ids(sendable(outbox))).toEqual(['m1', 'm2']);
    expect(sendable(markSending(outbox, ['m1', 'm2']))).toEqual([]);
  });

  it('takes the same entry once', () => {
    expect(ids(outboxOf(entry('m1', 'c'), entry('m1', 'c')))).toEqual(['m1']);
  });

  it('begins one conversation only, and sends the rest into it', () => {
    const written = outboxOf(entry('m1', null), entry('m2', null), entry('m3', null));
    expect(ids(sendable(written))).toEqual(['m1']);
    const sending = markSending(written, ['m1']);
    expect(sendable(sending)).toEqual([]);
    const begun = acknowledge(sending, 'm1', 'c');
    expect(sendable(begun).map(({ id, conversationId }) => [id, conversationId])).toEqual([['m2', 'c'], ['m3', 'c']]);
  });

  it('learns which conversation a message began also from the log, where the acknowledgement was lost', () => {
    const written = markSending(outboxOf(entry('m1', null), entry('m2', null)), ['m1']);
    const settled = settle(written, writeEvents('c').add('conversation.started', { caseNumber: 'C', locale: 'en' }).receive('m1').events);
    expect(settled.map(({ id, conversationId }) => [id, conversationId])).toEqual([['m2', 'c']]);
  });

  it('lets another message begin the conversation where the first was refused', () => {
    const outbox = refuse(markSending(outboxOf(entry('m1', null), entry('m2', null)), ['m1']), 'm1', { later: false });
    expect(ids(sendable(outbox))).toEqual(['m2']);
  });

  it('sends again after a lost connection what was not acknowledged', () => {
    const outbox = acknowledge(markSending(outboxOf(entry('m1', 'c'), entry('m2', 'c')), ['m1', 'm2']), 'm1', 'c');
    expect(states(markDisconnected(outbox))).toEqual(['acknowledged', 'waiting']);
  });

  it('keeps an acknowledged entry until its event is here, and no longer', () => {
    const outbox = acknowledge(markSending(outboxOf(entry('m1', 'c')), ['m1']), 'm1', 'c');
    expect(states(outbox)).toEqual(['acknowledged']);
    expect(settle(outbox, writeEvents('c').receive('other').events)).toEqual(outbox);
    expect(settle(outbox, writeEvents('c').receive('m1').events)).toEqual([]);
  });

  it('drops an answer\'s rating when the log has it, and no other answer\'s', () => {
    const outbox = outboxOf(entry('r1', 'c', { type: 'answer-rating', ofSeq: 3, helpful: true }), entry('r2', 'c', { type: 'answer-rating', ofSeq: 5, helpful: true }));
    expect(ids(settle(outbox, writeEvents('c').add('answer.rated', { ofSeq: 3, helpful: true }).events))).toEqual(['r2']);
    expect(ids(settle(outbox, writeEvents('d').add('answer.rated', { ofSeq: 3, helpful: true }).events))).toEqual(['r1', 'r2']);
  });

  it('does not take the rating of an earlier resolution for the one under way', () => {
    const earlier = writeEvents('c').receive('m').add('conversation.rated', { score: 2 });
    const outbox = outboxOf(entry('r', 'c', { type: 'conversation-rating', score: 5, afterSeq: 4 }));
    expect(ids(settle(outbox, earlier.events))).toEqual(['r']);
    expect(settle(outbox, earlier.skip().skip().add('conversation.rated', { score: 5 }).events)).toEqual([]);
  });

  it('tries again by itself a few times where the server asks for it, then leaves it to the contact', () => {
    let outbox = outboxOf(entry('m1', 'c'));
    const seen: string[] = [];
    for (let i = 0; i < 4; i += 1) {
      outbox = refuse(markSending(outbox, ['m1']), 'm1', { later: true });
      seen.push(...states(outbox));
    }
    expect(seen).toEqual(['waiting', 'waiting', 'waiting', 'failed']);
    expect(states(retry(outbox, 'm1'))).toEqual(['waiting']);
    expect(discard(outbox, 'm1')).toEqual([]);
  });

  it('forgets a rating that was refused', () => {
    const outbox = outboxOf(entry('r', 'c', { type: 'conversation-rating', score: 5, afterSeq: 1 }));
    expect(refuse(outbox, 'r', { later: false })).toEqual([]);
  });

  it('begins anew with what was written where the server has forgotten the conversation', () => {
    const outbox = outboxOf(entry('m1', 'c'), entry('r', 'c', { type: 'answer-rating', ofSeq: 1, helpful: true }), entry('m2', 'c'));
    expect(forgetConversation(outbox).map(({ id, conversationId }) => [id, conversationId])).toEqual([['m1', null], ['m2', null]]);
  });

  it('never has two beginnings under way, and never sends what is under way, whatever happens', () => {
    const step = fc.constantFrom('write', 'send', 'ack', 'lose', 'refuse', 'later', 'retry', 'forget');
    fc.assert(fc.property(fc.array(fc.tuple(step, fc.nat(20)), { maxLength: 60 }), (steps) => {
      let outbox: Outbox = [];
      for (const [i, [what, n]] of steps.entries()) {
        const under = outbox.filter(({ state }) => state === 'sending');
        const one = under[n % Math.max(1, under.length)];
        if (what === 'write') outbox = addEntry(outbox, entry(`m${i}`, n % 3 === 0 ? 'c' : null));
        if (what === 'lose') outbox = markDisconnected(outbox);
        if (what === 'forget') outbox = forgetConversation(outbox);
        if (what === 'retry') outbox = outbox.reduce((state, { id }) => retry(state, id), outbox);
        if (what === 'ack' && one) outbox = acknowledge(outbox, one.id, 'c');
        if ((what === 'refuse' || what === 'later') && one) outbox = refuse(outbox, one.id, { later: what === 'later' });
        if (what === 'send') {
          const next = sendable(outbox);
          expect(next.every(({ state }) => state === 'waiting')).toBe(true);
          outbox = markSending(outbox, ids(next));
        }
        expect(outbox.filter(({ state, conversationId }) => state === 'sending' && conversationId === null).length).toBeLessThanOrEqual(1);
      }
    }));
  });

  it('drops an address and an answer to "is it solved" when the log has them, and no earlier ones', () => {
    const outbox = outboxOf(entry('a1', 'c', { type: 'address', email: 'a@mail.example' }), entry('f1', 'c', { type: 'follow-up-answer', solved: true, afterSeq: 2 }));
    const log = writeEvents('c').add('contact.reachable', { email: 'b@mail.example' }).add('follow-up.answered', { solved: false });
    expect(ids(settle(outbox, log.events))).toEqual(['a1', 'f1']);
    expect(ids(settle(outbox, log.add('follow-up.answered', { solved: true }).events))).toEqual(['a1']);
    expect(ids(settle(outbox, log.add('contact.reachable', { email: 'a@mail.example' }).events))).toEqual([]);
  });
});
