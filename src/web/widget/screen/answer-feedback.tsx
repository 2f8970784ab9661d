/** @jsxImportSource preact */
import type { JSX } from 'preact';
import type { SpokenMessage } from '../conversation/conversation-view.ts';
import { Icon } from './icon.tsx';
import { useSurroundings } from './surroundings.ts';
import { useClient } from './use-client.ts';

/** "Did this help?", and after that what was said to it. */
export function AnswerFeedback({ message }: { message: SpokenMessage }): JSX.Element {
  const { t, client } = useSurroundings();
  const pending = useClient(client).outbox.find(({ body }) => body.type === 'answer-rating' && body.ofSeq === message.seq)?.body;
  const helpful = message.helpful ?? (pending?.type === 'answer-rating' ? pending.helpful : undefined);
  const rate = (value: boolean) => (): void => { client.send({ type: 'answer-rating', ofSeq: message.seq, helpful: value }); };
  if (helpful !== undefined) {
    return (
      <p class="feedback told">
        <Icon name="thumb-up" size={15} className={helpful ? '' : 'upside-down'} /><span>{t(helpful ? 'helpedThanks' : 'notHelpedThanks')}</span>
      </p>
    );
  }
  return (
    <div class="feedback" role="group" aria-label={t('helpedQuestion')}>
      <span aria-hidden="true">{t('helpedQuestion')}</span>
      <button type="button" class="quiet" onClick={rate(true)}><Icon name="thumb-up" size={15} />{t('helpedYes')}</button>
      <button type="button" class="quiet" onClick={rate(false)}><Icon name="thumb-up" size={15} className="upside-down" />{t('helpedNo')}</button>
    </div>
  );
}
