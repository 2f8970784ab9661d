import { describe, expect, it } from '@jest/globals';
import { contactDataSchema, EVENT_TYPES, viewFor, type ConversationEvent } from './events.ts';

const at = { conversationId: 'id', seq: 1, at: 0 };

describe('what a contact sees of an event', () => {
  it('never includes notes and what was understood', () => {
    expect(EVENT_TYPES.filter((type) => contactDataSchema(type) === undefined)).toEqual([
      'turn.decided', 'message.understood', 'note.added', 'mention.seen', 'urgency.raised', 'conversation.snoozed', 'conversation.woken',
      'thread.opened', 'thread.replied', 'thread.closed', 'sla.warned', 'sla.breached', 'conversation.reviewed',
    ]);
    const note: ConversationEvent = { ...at, type: 'note.added', data: { author: { kind: 'agent', agentId: 'ana', name: 'Ana' }, text: 'careful', clientMessageId: '12345678' } };
    expect(viewFor('contact', note)).toBeUndefined();
    expect(viewFor('agents', note)).toBe(note);
  });

  it('names a colleague without telling the id', () => {
    const reply: ConversationEvent = {
      ...at, type: 'message.sent',
      data: { author: { kind: 'agent', agentId: 'ana', name: 'Ana' }, kind: 'reply', text: 'hello', locale: 'en', citations: [], choices: [] },
    };
    expect(viewFor('contact', reply)?.data).toMatchObject({ author: { kind: 'agent', name: 'Ana' } });
    expect(JSON.stringify(viewFor('contact', reply))).not.toContain('agentId');
  });

  it('keeps why and to which team a conversation was handed off', () => {
    const handoff: ConversationEvent = { ...at, type: 'handoff.requested', data: { team: 'fraud', urgency: 'critical', reason: 'fraud', requestedBy: 'assistant', ask: [] } };
    expect(viewFor('contact', handoff)?.data).toEqual({ requestedBy: 'assistant' });
  });

  it('is what the schema on the wire says', () => {
    const assigned: ConversationEvent = { ...at, type: 'conversation.assigned', data: { agentId: 'ana', name: 'Ana', team: 'fraud', byAgentId: 'sue' } };
    expect(contactDataSchema('conversation.assigned')?.strict().safeParse(viewFor('contact', assigned)?.data).success).toBe(true);
  });
});
