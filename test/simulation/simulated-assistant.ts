import type { AssistantSeat } from '../../src/domain/assistant-seat.ts';

/** Answers questions, hands incidents over, and fails at what says so. @param onAsked hears of every turn that it is asked to take. */
export function createSimulatedAssistant(onAsked: (contactId: string, unansweredAt: number) => void): AssistantSeat {
  return {
    respond({ conversation, events }) {
      onAsked(conversation.contactId, conversation.unansweredAt ?? 0);
      const texts = events.flatMap((event) => (event.type === 'message.received' && event.seq >= (conversation.unansweredSeq ?? 0) ? [event.data.text] : []));
      if (texts.includes('crash')) return Promise.reject(new Error('the assistant crashed'));
      return Promise.resolve([
        ...(texts.includes('incident') ? [{ type: 'handoff.requested' as const, data: { team: 'security' as const, urgency: 'high' as const, reason: 'incident' as const, requestedBy: 'assistant' as const, ask: [] } }] : []),
        { type: 'message.sent', data: { author: { kind: 'assistant' as const }, kind: 'answer' as const, text: 'answer', locale: 'en' as const, citations: [], choices: [] } },
      ]);
    },
    hear: ({ conversation }) => Promise.resolve([{
      type: 'message.understood',
      data: { ofSeq: conversation.contactSeq, understanding: { locale: 'en', intent: 'deposit_help', urgency: 'low', confidence: 1, mood: 'calm', entities: [], evidence: [], reasons: [] } },
    }]),
    handOver: () => ({
      handoff: { team: 'general', urgency: 'normal', reason: 'assistant-failed', requestedBy: 'system', ask: [] },
      message: { author: { kind: 'assistant' }, kind: 'notice', text: 'a colleague takes over', locale: 'en', citations: [], choices: [] },
    }),
    askWhetherSolved: () => ({ author: { kind: 'assistant' }, kind: 'follow-up', text: 'solved?', locale: 'en', citations: [], choices: [] }),
  };
}
