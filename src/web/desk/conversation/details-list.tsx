import { ShieldAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatClock, formatDay } from '../../shared/format-time.ts';
import { UrgencyMark } from '../../staff/controls/urgency-mark.tsx';
import { formatMoment } from '../../staff/format/names.ts';
import { WaitingTime } from '../format/waiting-time.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { DeskConversation } from '../state/model.ts';
import { waitingSince } from '../state/views.ts';
import { CaseNumber } from './case-number.tsx';
import { channelName } from './system-line.tsx';

/** What is true of the conversation now. @param page where the contact began; null where it is not known. */
export function DetailsList({ conversation, page }: { conversation: DeskConversation; page: string | null }) {
  const { t, preferences: { language } } = usePreferences();
  const { caseNumber, urgency, intent, owner, team, topic, status, createdAt, channel, attacks, rating } = conversation;
  const since = waitingSince(conversation);
  return (
    <dl className="facts">
      <Detail name={t('facts.case')}><CaseNumber value={caseNumber} /></Detail>
      <Detail name={t('facts.urgency')}><UrgencyMark urgency={urgency} /></Detail>
      <Detail name={t('facts.intent')}>{t(intent ? `intents.${intent}` : 'intents.none')}</Detail>
      {team && <Detail name={t('facts.team')}>{t(`teams.${team}`)}</Detail>}
      {!team && topic && <Detail name={t('facts.topic')}>{t(`teams.${topic}`)}</Detail>}
      <Detail name={t('facts.owner')}>{status === 'resolved' ? t('owner.resolved') : owner.kind === 'agent' ? <bdi>{owner.name}</bdi> : t(`owner.${owner.kind}`)}</Detail>
      <Detail name={t('facts.started')}><time dateTime={new Date(createdAt).toISOString()} title={formatMoment(createdAt, language)}>{formatDay(createdAt, Date.now(), language)}, {formatClock(createdAt, language)}</time></Detail>
      <Detail name={t('facts.waiting')}>{since === null ? t('facts.notWaiting') : <WaitingTime since={since} />}</Detail>
      <Detail name={t('facts.channel')}>{channelName(channel, t)}</Detail>
      {page && <Detail name={t('facts.page')}><bdi dir="ltr">{page}</bdi></Detail>}
      {attacks > 0 && <Detail name={t('facts.attempts')}><span className="attempts"><ShieldAlert size={14} aria-hidden />{t('facts.attacks', { count: attacks })}</span></Detail>}
      {rating !== null && <Detail name={t('facts.rating')}>{t('facts.ratingOf', { score: rating })}</Detail>}
    </dl>
  );
}

function Detail({ name, children }: { name: string; children: ReactNode }) {
  return <><dt>{name}</dt><dd>{children}</dd></>;
}
