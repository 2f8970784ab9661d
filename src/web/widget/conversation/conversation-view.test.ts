import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { writeEvents, type EventWriter } from '../../../../test/fakes/contact-events.ts';
import { addEvents, type ConversationLog } from './conversation-log.ts';
import { viewConversation, type ConversationView, type SpokenMessage } from './conversation-view.ts';

const begin = (): EventWriter => writeEvents('c').add('conversation.started', { caseNumber: 'C1', locale: 'en' });
const view = (writer: EventWriter): ConversationView => viewConversation({ id: 'c', events: writer.events });
const spoken = (of: ConversationView): SpokenMessage[] => of.items.filter((item) => item.kind === 'spoken');
const citation = { articleId: 'a1', locale: 'en', revision: 'r', title: 'Title' } as const;

describe('viewConversation', () => {
  it('shows what was asked and answered, in order', () => {
    const seen = view(begin().receive('m1', { text: 'Where is my deposit?' }).skip().answer({ text: 'Here.', citations: [citation] }));
    expect(seen.caseNumber).toBe('C1');
    expect(seen.items.map((item) => ('text' in item ? item.text : item.topic))).toEqual(['started', 'Where is my deposit?', 'Here.']);
    expect(spoken(seen)[0]).toMatchObject({ meant: 'answer', citations: [citation], latest: true, helpful: undefined });
  });

  it('knows who must act next at every step', () => {
    const steps: [(writer: EventWriter) => EventWriter, ConversationView['owner'], ConversationView['status']][] = [
      [(w) => w.receive('m1'), { kind: 'assistant' }, 'open'],
      [(w) => w.add('handoff.requested', { requestedBy: 'contact' }), { kind: 'queue' }, 'open'],
      [(w) => w.add('conversation.assigned', { name: 'Ana' }), { kind: 'agent', name: 'Ana' }, 'open'],
      [(w) => w.add('conversation.released', {}), { kind: 'queue' }, 'open'],
      [(w) => w.add('conversation.assigned', { name: 'Bo' }), { kind: 'agent', name: 'Bo' }, 'open'],
      [(w) => w.add('conversation.returned', { name: 'Bo' }), { kind: 'assistant' }, 'open'],
      [(w) => w.add('conversation.resolved', { name: 'Bo' }), { kind: 'assistant' }, 'resolved'],
      [(w) => w.add('conversation.reopened', {}), { kind: 'assistant' }, 'open'],
    ];
    const writer = begin();
    for (const [step, owner, status] of steps) expect(view(step(writer))).toMatchObject({ owner, status });
  });

  it('awaits the assistant only while the assistant owes an answer', () => {
    const writer = begin().receive('m1');
    expect(view(writer).awaitsAssistant).toBe(true);
    expect(view(writer.answer()).awaitsAssistant).toBe(false);
    expect(view(writer.receive('m2').add('handoff.requested', { requestedBy: 'assistant' })).awaitsAssistant).toBe(false);
    expect(view(writer.receive('m3')).awaitsAssistant).toBe(false);
  });

  it('lets a choice be taken once, and remembers which', () => {
    const choices = [{ articleId: 'a1', title: 'One' }, { articleId: 'a2', title: 'Two' }];
    const writer = begin().receive('m1').answer({ kind: 'choices', choices });
    expect(spoken(view(writer))[0]).toMatchObject({ latest: true, picked: undefined });
    expect(spoken(view(writer.receive('m2', { choice: { articleId: 'a2' } })))[0]).toMatchObject({ latest: false, picked: 'a2' });
    expect(spoken(view(writer.answer().receive('m3')))[0]).toMatchObject({ latest: false, picked: 'a2' });
  });

  it('offers a person until something else was said, or somebody has come', () => {
    const offered = (writer: EventWriter): boolean[] => spoken(view(writer)).map(({ offersPerson }) => offersPerson);
    const offer = (): EventWriter => begin().receive('m1').answer({ kind: 'choices', offer: 'person' });
    expect(offered(offer())).toEqual([true]);
    expect(offered(offer().receive('m2'))).toEqual([false]);
    expect(offered(offer().answer())).toEqual([false, false]);
    expect(offered(offer().add('conversation.assigned', { name: 'Ana' }))).toEqual([false]);
    expect(offered(offer().add('handoff.requested', { requestedBy: 'contact' }))).toEqual([false]);
    expect(offered(offer().add('conversation.resolved', { name: 'Ana' }))).toEqual([false]);
  });

  it('shows whether an answer helped on that answer', () => {
    const writer = begin().receive('m1').answer().receive('m2').answer().add('answer.rated', { ofSeq: 3, helpful: false });
    expect(spoken(view(writer)).map(({ helpful }) => helpful)).toEqual([false, undefined]);
  });

  it('forgets a rating when the conversation is reopened', () => {
    const writer = begin().receive('m1').add('conversation.resolved', { name: 'Ana' }).add('conversation.rated', { score: 4 });
    expect(view(writer).rating).toBe(4);
    expect(view(writer.add('conversation.reopened', {}).receive('m2')).rating).toBeNull();
  });

  it('tells of another team, of an end without anybody, and of an address', () => {
    const writer = begin().receive('m1').add('handoff.requested', { requestedBy: 'contact' }).add('conversation.assigned', { name: 'Ana' }).add('conversation.transferred', {});
    expect(view(writer)).toMatchObject({ owner: { kind: 'queue' }, email: null });
    expect(view(writer).items.at(-1)).toMatchObject({ kind: 'notice', topic: 'transferred' });
    expect(view(writer.add('contact.reachable', { email: 'a@mail.example' }).add('contact.reachable', { email: 'b@mail.example' })).email).toBe('b@mail.example');
    expect(view(begin().receive('m1').answer().add('conversation.settled', {}))).toMatchObject({ status: 'resolved', owner: { kind: 'assistant' } });
  });

  it('asks whether it is solved until that is answered or it goes on', () => {
    const asked = (): EventWriter => begin().receive('m1').add('conversation.resolved', { name: 'Ana' }).answer({ kind: 'follow-up' });
    expect(view(asked())).toMatchObject({ asked: true, solved: null });
    expect(view(asked().add('follow-up.answered', { solved: true }))).toMatchObject({ asked: false, solved: true, status: 'resolved' });
    expect(view(asked().add('follow-up.answered', { solved: false }).add('conversation.reopened', {}))).toMatchObject({ asked: false, solved: null, status: 'open' });
    expect(view(asked().add('conversation.reopened', {}).receive('m2'))).toMatchObject({ asked: false });
  });

  it('carries the files of both sides', () => {
    const file = { id: '019a0000-0000-7000-8000-000000000002', name: 'a.png', type: 'image/png', bytes: 3, sha256: '0'.repeat(64) };
    const { items } = view(begin().receive('m1', { attachments: [file] }).answer({ attachments: [file] }));
    expect(items.map((item) => ('files' in item ? item.files : []))).toEqual([[], [file], [file]]);
  });

  it('shows a message once although the log has it twice', () => {
    expect(view(begin().receive('m1').receive('m1')).items.filter(({ kind }) => kind === 'from-contact')).toHaveLength(1);
  });

  it('passes over events that are newer than it', () => {
    const writer = begin().receive('m1');
    const before = view(writer);
    writer.events.push({ ...writer.events[0], seq: 9, type: 'conversation.sung' } as never);
    expect(view(writer)).toEqual(before);
  });

  it('is the same view after any order of frames, repeats, gaps and reconnects, with nothing twice', () => {
    fc.assert(fc.property(story(), fc.infiniteStream(fc.nat()), (writer, numbers) => {
      const random = (below: number): number => Number(numbers.next().value) % below;
      const arriving = [...writer.events, ...writer.events.filter(() => random(3) === 0)]
        .map((event) => ({ event, order: random(1000) })).sort((a, b) => a.order - b.order).map(({ event }) => event);
      let log: ConversationLog | null = null;
      while (arriving.length > 0) {
        log = addEvents(log, 'c', arriving.splice(0, 1 + random(5)));
        // Drawing in between must leave no trace.
        if (log) viewConversation(log);
      }
      const seen = viewConversation(log ?? { id: 'c', events: [] });
      expect(seen).toEqual(view(writer));
      const keys = seen.items.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }));
  });
});

/** Any conversation that could happen, and some that could not. */
function story(): fc.Arbitrary<EventWriter> {
  const step = fc.constantFrom<(writer: EventWriter, i: number) => EventWriter>(
    (w, i) => w.receive(`m${i}`), (w, i) => w.receive(`m${i}`, { wish: 'person' }), (w) => w.answer(), (w) => w.skip(),
    (w) => w.answer({ author: { kind: 'agent', name: 'Ana' }, kind: 'reply' }), (w, i) => w.add('answer.rated', { ofSeq: Math.max(1, i), helpful: i % 2 === 0 }),
    (w) => w.add('handoff.requested', { requestedBy: 'contact' }), (w) => w.add('conversation.assigned', { name: 'Ana' }),
    (w) => w.add('conversation.released', {}), (w) => w.add('conversation.returned', { name: 'Ana' }),
    (w) => w.add('conversation.resolved', { name: 'Ana' }), (w) => w.add('conversation.reopened', {}),
    (w) => w.add('conversation.rated', { score: 5 }), (w) => w.add('conversation.transferred', {}), (w) => w.add('conversation.settled', {}),
    (w) => w.answer({ kind: 'follow-up' }), (w, i) => w.add('follow-up.answered', { solved: i % 2 === 0 }), (w) => w.add('contact.reachable', { email: 'a@mail.example' }), (w) => w.add('locale.changed', { locale: 'zh-CN' }),
  );
  return fc.array(step, { minLength: 1, maxLength: 30 }).map((steps) => steps.reduce((writer, take, i) => take(writer, i), begin()));
}
