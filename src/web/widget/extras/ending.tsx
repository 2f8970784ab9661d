/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ClientState } from '../connection/client-state.ts';
import type { ConversationView } from '../conversation/conversation-view.ts';
import { Icon } from '../screen/icon.tsx';
import { useSurroundings } from '../screen/surroundings.ts';
import { LONGEST_COMMENT, RatingCard } from './rating-card.tsx';

/** Endings that were not to be rated, by conversation and how often that was reopened. */
const skipped = new Set<string>();

/** What stands after the last message of a closed conversation: whether it is solved, then how it was. */
export function Ending({ view, state }: { view: ConversationView; state: ClientState }): JSX.Element | null {
  const { t, client } = useSurroundings();
  const pending = state.outbox.flatMap(({ body, conversationId }) => (body.type === 'follow-up-answer' && conversationId === view.id ? [body.solved] : [])).at(-1);
  const solved = pending ?? view.solved;
  const answer = (value: boolean) => (): void => { client.send({ type: 'follow-up-answer', solved: value, afterSeq: lastSeq(state) }); };
  if (view.asked && pending === undefined) {
    return (
      <div class="follow-up" role="group" aria-label={t('followUp')}>
        <button type="button" class="solid" onClick={answer(true)}><Icon name="check" size={17} />{t('followUpYes')}</button>
        <button type="button" class="strip-button" onClick={answer(false)}><Icon name="headset" size={17} />{t('followUpNo')}</button>
      </div>
    );
  }
  if (solved === false) return null;
  return (
    <>
      {solved && <p class="notice" role="status"><span>{t('followUpSolved')}</span></p>}
      <Rating view={view} state={state} />
    </>
  );
}

function Rating({ view, state }: { view: ConversationView; state: ClientState }): JSX.Element | null {
  const { client, secrets } = useSurroundings();
  const ending = `${view.id} ${view.items.filter((item) => item.kind === 'notice' && item.topic === 'reopened').length}`;
  const [, setSkipped] = useState(false);
  const pending = state.outbox.flatMap(({ body, conversationId }) => (body.type === 'conversation-rating' && conversationId === view.id ? [body.score] : []))[0];
  const given = view.rating ?? pending ?? null;
  if (given === null && skipped.has(ending)) return null;
  return (
    <RatingCard given={given} onSkip={() => { skipped.add(ending); setSkipped(true); }} onRate={(score, comment) => {
      const redaction = secrets.redact(comment);
      client.send({
        type: 'conversation-rating', score, afterSeq: lastSeq(state),
        ...(comment === '' ? {} : { comment: (redaction?.text ?? comment).slice(0, LONGEST_COMMENT), ...(redaction ? {} : { unchecked: true }) }),
      });
    }} />
  );
}

function lastSeq({ log }: ClientState): number {
  return log?.events.at(-1)?.seq ?? 0;
}
