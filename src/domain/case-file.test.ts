import { describe, expect, it } from '@jest/globals';
import { summariseCase } from './case-file.ts';
import type { Entity } from './entities.ts';
import type { ConversationEvent, EventDraft, EventData } from './events.ts';

const number = (drafts: readonly EventDraft[]): ConversationEvent[] => drafts.map((draft, i) => ({ ...draft, conversationId: 'c', seq: i + 1, at: i }));
const wrote = (text: string, rest: Partial<EventData<'message.received'>> = {}): EventDraft => ({ type: 'message.received', data: { clientMessageId: `id-${text.length}-x`, text, ...rest } });
const asked = (slot: EventData<'message.sent'>['slot']): EventDraft =>
  ({ type: 'message.sent', data: { author: { kind: 'assistant' }, kind: 'intake', text: '?', locale: 'en', citations: [], choices: [], slot } });
const entity = (kind: Entity['kind'], value: string): Entity => ({ kind, value, text: value, start: 0, confidence: 1 });
const understanding = (entities: Entity[]): EventData<'turn.decided'>['understanding'] =>
  ({ locale: 'en', intent: 'security_incident', urgency: 'critical', confidence: 1, mood: 'calm', entities, evidence: [], reasons: [] });
const turn = (ofSeq: number, entities: Entity[]): EventDraft =>
  ({ type: 'turn.decided', data: { ofSeq, understanding: understanding(entities), ranking: [], action: 'handoff', team: 'security', reasons: [], failed: false } });
const handoff: EventDraft = { type: 'handoff.requested', data: { team: 'security', urgency: 'critical', reason: 'incident', requestedBy: 'assistant', ask: ['when', 'txid', 'done'] } };
const started: EventDraft = { type: 'conversation.started', data: { contactId: 'c', caseNumber: 'n', locale: 'en', channel: 'widget' } };

describe('the case of a conversation', () => {
  it('is none before it goes to people', () => {
    expect(summariseCase(number([started, wrote('hello')]))).toBeUndefined();
  });

  it('tells the story in the contact\'s words, each fact once, and what is still to be asked', () => {
    const file = summariseCase(number([
      started, wrote('someone took 0.5 BTC'), turn(2, [entity('amount', '0.5 BTC'), entity('coin', 'BTC')]), handoff, asked('when'),
      wrote('yesterday'), { type: 'message.understood', data: { ofSeq: 6, understanding: understanding([entity('date', '2026-11-19'), entity('coin', 'BTC')]) } }, asked('done'),
    ]));
    expect(file).toMatchObject({ reason: 'incident', intent: 'security_incident', urgency: 'critical', story: ['someone took 0.5 BTC'], answers: [{ slot: 'when', text: 'yesterday' }] });
    expect(file?.facts.map(({ value }) => value)).toEqual(['0.5 BTC', 'BTC', '2026-11-19']);
    expect(file?.askNext).toEqual(['txid', 'done']);
  });

  it('leaves buttons out of the story, and keeps its first and last words where it is long', () => {
    const file = summariseCase(number([started, ...['one', 'two', 'three', 'four', 'five'].map((text) => wrote(text)), wrote('I want a person', { wish: 'person' }), turn(7, []), handoff]));
    expect(file?.story).toEqual(['one', 'three', 'four', 'five']);
  });

  it('names the secrets that were taken out', () => {
    const file = summariseCase(number([started, wrote('⟦seed_phrase⟧', { secrets: ['seed_phrase'] }), turn(2, []), handoff]));
    expect(file?.secrets).toEqual(['seed_phrase']);
  });
});
