import { Check, FilePlus2, ListPlus, RotateCcw } from 'lucide-react';
import { Button } from 'react-aria-components';
import { LOCALES } from '../../../domain/locales.ts';
import { QUESTION_OUTCOMES } from '../../../domain/question-outcome.ts';
import { InnerLink } from '../../staff/controls/inner-link.tsx';
import { formatDay, formatMoment } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { TrendMark } from '../numbers/trend-mark.tsx';
import { pathToArticle } from '../state/place.ts';
import type { OpenDialog } from './gap-dialogs.tsx';
import type { Gap } from './gap-list.tsx';

interface GapHeadProps {
  readonly gap: Gap;
  readonly days: number;
  /** Questions are picked that an article could learn. */
  readonly canWrite: boolean;
  readonly onOpen: (dialog: OpenDialog) => void;
  readonly onReopen: () => void;
}

/** The question that a group began with, its numbers, and what to do. */
export function GapHead({ gap, days, canWrite, onOpen, onReopen }: GapHeadProps) {
  const { t, preferences: { language } } = usePreferences();
  const { example, count, before, total, firstAt, lastAt, outcomes, state } = gap;
  const facts = [
    t('editor.gaps.ever', { count: total }), t('editor.gaps.first', { at: formatDay(firstAt, language) }), t('editor.gaps.last', { at: formatDay(lastAt, language) }),
    ...QUESTION_OUTCOMES.flatMap((outcome) => (outcomes[outcome] === undefined ? [] : [`${t(`editor.gaps.outcomes.${outcome}`)}: ${outcomes[outcome]}`])),
  ];
  return (
    <header className="gap-head">
      <h2 className="gap-title" lang={example.locale}><bdi dir={LOCALES[example.locale].direction}>{example.text}</bdi></h2>
      <p className="gap-summary"><strong>{t('editor.gaps.inPeriod', { count, days })}</strong> <TrendMark now={count} before={before} /></p>
      <p className="faint">{facts.join(' · ')}</p>
      <ClosedNote gap={gap} />
      <StartedNote articleId={gap.startedArticleId} />
      <div className="gap-actions">
        <Button className="button" data-kind="primary" isDisabled={!canWrite} onPress={() => { onOpen('article'); }}><FilePlus2 size={14} aria-hidden />{t('editor.gaps.start')}</Button>
        <Button className="button" isDisabled={!canWrite} onPress={() => { onOpen('add'); }}><ListPlus size={14} aria-hidden />{t('editor.gaps.add')}</Button>
        {state === 'closed'
          ? <Button className="button" onPress={onReopen}><RotateCcw size={14} aria-hidden />{t('editor.gaps.reopen')}</Button>
          : <Button className="button" onPress={() => { onOpen('close'); }}><Check size={14} aria-hidden />{t('editor.gaps.close')}</Button>}
      </div>
    </header>
  );
}

function ClosedNote({ gap: { closed, state, total } }: { gap: Gap }) {
  const { t, preferences: { language } } = usePreferences();
  if (!closed) return null;
  return (
    <div className="gap-closed" data-state={state}>
      <p>{t('editor.gaps.closedBy', { at: formatMoment(closed.at, language), name: closed.name })}{total > closed.total && ` ${t('editor.gaps.since', { count: total - closed.total })}`}</p>
      {closed.note !== '' && <p dir="auto">{closed.note}</p>}
    </div>
  );
}

function StartedNote({ articleId }: { articleId: string | null }) {
  const { t } = usePreferences();
  if (articleId === null) return null;
  return <p className="gap-started"><FilePlus2 size={14} aria-hidden />{t('editor.gaps.startedFrom')} <InnerLink className="text-link" href={pathToArticle(articleId, 'en')}>{articleId}</InnerLink></p>;
}
