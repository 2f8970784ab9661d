import { describe, expect, it } from '@jest/globals';
import { createScriptedAgentTools } from '../../test/fakes/scripted-agent-tools.ts';
import { silentLogger } from '../../test/fakes/silent-logger.ts';
import type { Agent } from '../domain/agent.ts';
import type { AgentTools } from '../domain/agent-tools.ts';
import { foldAll } from '../domain/fold-conversation.ts';
import type { ConversationEvent, EventDraft } from '../domain/events.ts';
import { createAssistAgent } from './assist-agent.ts';

const ana: Agent = { id: 'ana', email: 'a@x.example', name: 'Ana', role: 'agent', teams: ['security'], locales: ['en'], level: 1, capacity: 6, active: true, createdAt: 0 };
const contact = (text: string): EventDraft => ({ type: 'message.received', data: { clientMessageId: `contact-${text}`, text } });
const said = (text: string, author: 'assistant' | 'agent'): EventDraft => ({
  type: 'message.sent',
  data: { author: author === 'agent' ? { kind: 'agent', agentId: 'ana', name: 'Ana' } : { kind: 'assistant' }, kind: 'reply', text, locale: 'es', citations: [], choices: [] },
});
const note: EventDraft = { type: 'note.added', data: { author: { kind: 'agent', agentId: 'ana', name: 'Ana' }, text: 'known scammer', clientMessageId: 'note-0001' } };
const handed: EventDraft = { type: 'handoff.requested', data: { team: 'security', urgency: 'high', reason: 'incident', ask: [], requestedBy: 'assistant' } };
const BEGINNING: EventDraft[] = [
  { type: 'conversation.started', data: { contactId: 'x', caseNumber: 'V-1', locale: 'es', channel: 'widget' } },
  contact('me robaron'), said('Cambie su clave.', 'assistant'), handed, contact('ya la cambié'), note,
];

function setUp(tools: AgentTools | undefined, drafts: readonly EventDraft[] = BEGINNING) {
  const events = drafts.map((draft, index): ConversationEvent => ({ ...draft, conversationId: 'c1', seq: index + 1, at: index }));
  const add = (draft: EventDraft): void => { events.push({ ...draft, conversationId: 'c1', seq: events.length + 1, at: 0 }); };
  const assist = createAssistAgent({
    conversations: { get: (id) => Promise.resolve(id === 'c1' ? foldAll('c1', events) : undefined), read: () => Promise.resolve([...events]) },
    tools, logger: silentLogger,
    redact: (text) => ({ text: text.replace('hunter2', '⟦password⟧'), kinds: [] }),
  });
  return { assist, add };
}

describe('assistAgent', () => {
  it('gives a summary all that was said, notes among it, in the agent\'s language', async () => {
    const tools = createScriptedAgentTools();
    const answer = await setUp(tools).assist(ana, 'c1', { type: 'summarise', locale: 'en', anew: false });
    expect(answer).toMatchObject({ type: 'summary', contactSeq: 5, summary: { open: ['When did it happen?'] } });
    expect(tools.asked).toMatchObject([{ tool: 'summarise', request: {
      spoken: 'es', locale: 'en', chargeTo: 'c1',
      conversation: [{ from: 'contact', text: 'me robaron' }, { from: 'assistant' }, { from: 'contact' }, { from: 'colleague', text: '(note for colleagues) known scammer' }],
    } }]);
  });

  it('makes a summary once for each last message of the contact, and anew when asked', async () => {
    const tools = createScriptedAgentTools();
    const { assist, add } = setUp(tools);
    const ask = (anew = false) => assist(ana, 'c1', { type: 'summarise', locale: 'en', anew });
    await Promise.all([ask(), ask()]);
    add(said('Hola', 'agent'));
    await ask();
    expect(tools.asked).toHaveLength(1);
    add(contact('¿hola?'));
    await ask();
    expect(tools.asked).toHaveLength(2);
    await ask(true);
    expect(tools.asked).toHaveLength(3);
  });

  it('suggests for what the contact wrote since a colleague replied, and tells no notes', async () => {
    const tools = createScriptedAgentTools();
    const { assist, add } = setUp(tools);
    await assist(ana, 'c1', { type: 'suggest' });
    for (const draft of [said('Hola', 'agent'), contact('¿y ahora?'), contact('¿cuánto tarda?')]) add(draft);
    await assist(ana, 'c1', { type: 'suggest' });
    expect(tools.asked).toMatchObject([{ request: { question: 'me robaron\nya la cambié', locale: 'es' } }, { request: { question: '¿y ahora?\n¿cuánto tarda?' } }]);
    expect(JSON.stringify(tools.asked)).not.toContain('scammer');
  });

  it('translates a message from the language in which it was understood, once', async () => {
    const tools = createScriptedAgentTools();
    const { assist, add } = setUp(tools);
    add({ type: 'message.understood', data: { ofSeq: 5, understanding: { locale: 'fr', intent: 'security_incident', urgency: 'high', confidence: 1, mood: 'calm', entities: [], evidence: [], reasons: [] } } });
    const translate = (seq: number) => assist(ana, 'c1', { type: 'translate', to: 'en', source: { seq } });
    expect(await translate(2)).toEqual({ type: 'text', text: '[translated] me robaron', locale: 'en' });
    await translate(2);
    await translate(5);
    expect(tools.asked.map(({ request }) => request)).toMatchObject([{ from: 'es' }, { from: 'fr' }]);
    await expect(translate(4)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('takes secrets out of drafts before a model reads them', async () => {
    const tools = createScriptedAgentTools();
    const { assist } = setUp(tools);
    await assist(ana, 'c1', { type: 'rewrite', draft: 'it is hunter2', tone: 'shorter', locale: 'en' });
    await assist(ana, 'c1', { type: 'translate', to: 'es', source: { draft: 'it is hunter2', locale: 'en' } });
    expect(tools.asked).toMatchObject([{ request: { draft: 'it is ⟦password⟧' } }, { request: { text: 'it is ⟦password⟧' } }]);
    expect(JSON.stringify(tools.asked)).not.toContain('hunter2');
  });

  it('shows nothing of an answer that did not pass its checks, and says so where there is none', async () => {
    const tools = createScriptedAgentTools();
    const { assist } = setUp(tools);
    tools.failNext('unknown-number');
    expect(await assist(ana, 'c1', { type: 'suggest' })).toEqual({ type: 'none' });
    tools.failNext('unavailable');
    await expect(assist(ana, 'c1', { type: 'suggest' })).rejects.toMatchObject({ code: 'unavailable', status: 503 });
    await expect(setUp(undefined).assist(ana, 'c1', { type: 'suggest' })).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('asks again for a summary that the model did not give', async () => {
    const tools = createScriptedAgentTools();
    const { assist } = setUp(tools);
    tools.failNext('unavailable');
    const ask = () => assist(ana, 'c1', { type: 'summarise', locale: 'en', anew: false });
    await expect(ask()).rejects.toMatchObject({ code: 'unavailable' });
    expect(await ask()).toMatchObject({ type: 'summary' });
  });

  it('helps with no conversation that the agent may not read', async () => {
    const { assist } = setUp(createScriptedAgentTools());
    await expect(assist({ ...ana, teams: ['payments'] }, 'c1', { type: 'suggest' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(assist(ana, 'c2', { type: 'suggest' })).rejects.toMatchObject({ code: 'not-found' });
  });
});
