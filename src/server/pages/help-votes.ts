import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Locale } from '../../domain/locales.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Clock, HelpVoteStore } from '../../ports.ts';
import type { ReadOrigin } from '../admission/client-address.ts';

/** A vote on a help page. */
export interface ReaderVote {
  readonly articleId: string;
  readonly locale: Locale;
  /** Of the page that was read. */
  readonly revision: string;
  readonly helped: boolean;
}

/**
 * Counts what readers answer to "was this helpful?", once a day for each reader and article; of the
 * reader nothing is kept. A vote on words that have changed meanwhile says nothing of those that are there now.
 * `'not-found'` where there is no such article; otherwise `'thanks'`, counted or not.
 */
export type VoteOnHelp = (vote: ReaderVote, request: Pick<IncomingMessage, 'headers' | 'socket'>) => Promise<'thanks' | 'not-found'>;

export function createVoteOnHelp({ helpVotes, knowledge, readOrigin, clock }: { helpVotes: HelpVoteStore; knowledge: () => Knowledge; readOrigin: ReadOrigin; clock: Clock }): VoteOnHelp {
  return async ({ articleId, locale, revision, helped }, request) => {
    const translation = knowledge().base.articles.get(articleId)?.translations[locale];
    if (!translation) return 'not-found';
    if (translation.revision !== revision) return 'thanks';
    const day = new Date(clock.now()).toISOString().slice(0, 10);
    await helpVotes.add({ articleId, locale, revision, helped, day, voter: nameVoter([readOrigin(request).address, request.headers['user-agent'], request.headers['accept-language']], await helpVotes.salt(day)) });
    return 'thanks';
  };
}

/**
 * One name a reader and day that leads back to nobody once the day's salt is gone. Many share an address,
 * so what their browsers say of themselves counts too: who lies there has more than one vote, and no more than that.
 */
function nameVoter(parts: readonly unknown[], salt: string): string {
  return createHmac('sha256', salt).update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}
