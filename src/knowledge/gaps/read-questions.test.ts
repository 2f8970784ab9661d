import { describe, expect, it } from '@jest/globals';
import type { ConversationEvent, EventData, EventDraft } from '../../domain/events.ts';
import type { HandoffReason } from '../../domain/handoff.ts';
import type { Action, Intent } from '../../domain/intents.ts';
import { readQuestions } from './read-questions.ts';

type Turn = EventData<'turn.decided'>;

/** A log that is written as it is told; `seq` counts, and a turn is about the last message. */
function tell() {
  const events: ConversationEvent[] = [];
  const add = (draft: EventDraft): number => {
    events.push({ ...draft, conversationId: 'c', seq: events.length + 1, at: (events.length + 1) * 10 });
    return events.length;
  };
  add({ type: 'conversation.started', data: { contactId: 'c', caseNumber: 'n', locale: 'de', channel: 'widget' } });
  let asked = 0;
  const log = {
    asks(text: string, more: Partial<EventData<'message.received'>> = {}) {
      asked = add({ type: 'message.received', data: { clientMessageId: `message-${events.length}`, text, ...more } });
      return log;
    },
    turn(action: Action, more: Partial<Turn> = {}, intent: Intent = 'deposit_help') {
      add({ type: 'turn.decided', data: {
        ofSeq: asked, action, team: 'general', ranking: [], reasons: [], failed: false, ...more,
        understanding: { locale: null, intent, urgency: 'low', confidence: 1, mood: 'calm', entities: [], evidence: [], reasons: [] },
      } });
      return log;
    },
    says(kind: 'answer' | 'choices' | 'notice', articleIds: readonly string[] = []) {
      add({ type: 'message.sent', data: {
        author: { kind: 'assistant' }, kind, text: 'x', locale: 'de', ofSeq: asked,
        citations: kind === 'answer' ? articleIds.map((articleId) => ({ articleId, locale: 'de', revision: 'r', title: 't' })) : [],
        choices: kind === 'choices' ? articleIds.map((articleId) => ({ articleId, title: articleId })) : [],
      } });
      return log;
    },
    answers: (articleId: string, more: Partial<Turn> = {}) => log.turn('answer', more).says('answer', [articleId]),
    offers: (...articleIds: string[]) => log.turn('clarify').says('choices', articleIds),
    handsOver(reason: HandoffReason) {
      add({ type: 'handoff.requested', data: { team: 'general', urgency: 'low', reason, ask: [], requestedBy: 'assistant' } });
      return log;
    },
    rates(helpful: boolean) {
      add({ type: 'answer.rated', data: { ofSeq: events.findLast(({ type }) => type === 'message.sent')!.seq, helpful } });
      return log;
    },
    add(draft: EventDraft) {
      add(draft);
      return log;
    },
    read: () => readQuestions(events).map(({ text, outcome, articleId, handedOver, helped }) => [text, outcome, articleId, handedOver, helped]),
    events,
  };
  return log;
}

describe('readQuestions', () => {
  it('tells what was answered, in the language of the conversation, with when and what it was about', () => {
    expect(readQuestions(tell().asks('wo ist mein geld').answers('deposit-late').events)).toEqual([
      { seq: 2, at: 20, locale: 'de', text: 'wo ist mein geld', outcome: 'answered', articleId: 'deposit-late', intent: 'deposit_help', helped: null, handedOver: false },
    ]);
  });

  it('tells what did not help: by the button, or by saying so', () => {
    expect(tell().asks('q').answers('a').rates(false).read()).toEqual([['q', 'unhelpful', 'a', false, false]]);
    expect(tell().asks('q').answers('a').rates(false).rates(true).read()).toEqual([['q', 'answered', 'a', false, true]]);
    expect(tell().asks('q').answers('a').asks('still not').turn('clarify', { failed: true, unsolved: true }).says('choices', ['b']).read()).toEqual([['q', 'unhelpful', 'a', false, false]]);
  });

  it('tells what was refused as no matter of ours, and not what is refused for good reasons', () => {
    expect(tell().asks('q').turn('decline', {}, 'out_of_scope').says('notice').read()).toEqual([['q', 'declined', null, false, null]]);
    expect(tell().asks('q').turn('decline', {}, 'investment_advice').says('notice').read()).toEqual([]);
    expect(tell().asks('thanks').turn('chat', {}, 'small_talk').says('notice').read()).toEqual([]);
  });

  it('waits for what comes of choices, and not where nothing was near', () => {
    expect(tell().asks('q').offers('a', 'b').read()).toEqual([]);
    expect(tell().asks('q').offers('a', 'b').add({ type: 'conversation.settled', data: { basis: 'assumed' } }).read()).toEqual([['q', 'unclear', null, false, null]]);
    expect(tell().asks('q').turn('clarify', { failed: true }).says('notice').read()).toEqual([['q', 'unclear', null, false, null]]);
  });

  it('counts a choice for the question that led to it, whether it is pressed or written', () => {
    expect(tell().asks('q').offers('a', 'b').asks('B', { choice: { articleId: 'b' } }).answers('b').read()).toEqual([['q', 'answered', 'b', false, null]]);
    expect(tell().asks('q').offers('a', 'b').asks('the second').answers('b').rates(false).read()).toEqual([['q', 'unhelpful', 'b', false, false]]);
    expect(tell().asks('B', { choice: { articleId: 'b' } }).answers('b').read()).toEqual([[null, 'answered', 'b', false, null]]);
  });

  it('takes a question that was put better and answered then as answered once', () => {
    expect(tell().asks('q').turn('clarify', { failed: true }).says('notice').asks('better q').answers('a').read()).toEqual([['better q', 'answered', 'a', false, null]]);
  });

  it('tells what went to people for want of an answer, and what went there anyway', () => {
    expect(tell().asks('p').turn('clarify', { failed: true }).says('notice').asks('q').turn('handoff').handsOver('repeated-failure').says('notice').read())
      .toEqual([['p', 'unclear', null, true, null], ['q', 'handed-over', null, true, null]]);
    expect(tell().asks('q').answers('a').asks('human', { wish: 'person' }).turn('handoff').handsOver('asked').read()).toEqual([['q', 'answered', 'a', true, null]]);
    expect(tell().asks('hacked').turn('handoff', {}, 'security_incident').handsOver('incident').read()).toEqual([]);
    expect(tell().asks('q').answers('a').asks('still not').turn('handoff', { unsolved: true }).handsOver('repeated-failure').read()).toEqual([['q', 'unhelpful', 'a', true, false]]);
  });

  it('reads what adds to a question together with it, and several messages as one', () => {
    expect(tell().asks('and eth?').answers('a', { readAs: 'how long does btc take\nand eth?' }).read()).toEqual([['how long does btc take\nand eth?', 'answered', 'a', false, null]]);
    expect(tell().asks('hi').asks('where is it').answers('a').read()).toEqual([['hi\nwhere is it', 'answered', 'a', false, null]]);
  });

  it('does not blame an earlier stretch for what happens after it was reopened', () => {
    const log = tell().asks('q').answers('a').add({ type: 'conversation.settled', data: { basis: 'assumed' } }).add({ type: 'conversation.reopened', data: { by: 'contact' } });
    expect(log.asks('person').turn('handoff').handsOver('asked').read()).toEqual([['q', 'answered', 'a', false, null]]);
  });
});
