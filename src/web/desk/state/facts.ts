import type { Citation, ConversationEvent } from '../../../domain/events.ts';

/** What the log tells about a conversation beyond its state, for the facts on the right. */
export interface LogFacts {
  /** Articles cited so far, once each, in the order in which they were first cited. */
  readonly cited: readonly Citation[];
  /** Path of the page on which the contact began. */
  readonly page: string | null;
  /** The last rating's words. */
  readonly ratingComment: string | null;
}

export function factsFrom(events: readonly ConversationEvent[]): LogFacts {
  const cited = new Map<string, Citation>();
  let page: string | null = null;
  let ratingComment: string | null = null;
  for (const event of events) {
    if (event.type === 'conversation.started') page = event.data.page ?? null;
    if (event.type === 'conversation.rated') ratingComment = event.data.comment ?? null;
    if (event.type !== 'message.sent') continue;
    for (const citation of event.data.citations) {
      const key = `${citation.articleId}/${citation.locale}`;
      if (!cited.has(key)) cited.set(key, citation);
    }
  }
  return { cited: [...cited.values()], page, ratingComment };
}
