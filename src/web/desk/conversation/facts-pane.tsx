import { X } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { formatClock, formatDay } from '../../shared/format-time.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { UrgencyMark } from '../controls/urgency-mark.tsx';
import { formatMoment, languageName } from '../format/names.ts';
import { WaitingTime } from '../format/waiting-time.tsx';
import { usePreferences } from '../preferences/preferences-context.tsx';
import type { ConversationLog } from '../state/conversation-log.ts';
import { factsFrom } from '../state/facts.ts';
import type { DeskConversation } from '../state/model.ts';
import { waitingSince } from '../state/views.ts';
import { CaseNumber } from './case-number.tsx';
import { CitationLink } from './citation-link.tsx';
import { channelName } from './system-line.tsx';

/** What is known about the conversation at a glance. */
export function FactsPane({ conversation, log, onClose }: { conversation: DeskConversation; log: ConversationLog; onClose: () => void }) {
  const { t, preferences: { language } } = usePreferences();
  const facts = useMemo(() => factsFrom(log.events), [log]);
  const { caseNumber, locale, urgency, intent, owner, team, status, createdAt, channel, rating } = conversation;
  const since = waitingSince(conversation);
  return (
    <section className="facts-pane" aria-label={t('facts.label')}>
      <header className="facts-head">
        <h2>{t('facts.label')}</h2>
        <div className="facts-close"><IconButton icon={X} label={t('close')} onPress={onClose} /></div>
      </header>
      <dl className="facts">
        <Fact name={t('facts.case')}><CaseNumber value={caseNumber} /></Fact>
        <Fact name={t('facts.urgency')}><UrgencyMark urgency={urgency} /></Fact>
        <Fact name={t('facts.intent')}>{t(intent ? `intents.${intent}` : 'intents.none')}</Fact>
        <Fact name={t('facts.language')}>{languageName(locale, language)}</Fact>
        <Fact name={t('facts.team')}>{team ? t(`teams.${team}`) : '–'}</Fact>
        <Fact name={t('facts.owner')}>{status === 'resolved' ? t('owner.resolved') : owner.kind === 'agent' ? <bdi>{owner.name}</bdi> : t(`owner.${owner.kind}`)}</Fact>
        <Fact name={t('facts.started')}><time dateTime={new Date(createdAt).toISOString()} title={formatMoment(createdAt, language)}>{formatDay(createdAt, Date.now(), language)}, {formatClock(createdAt, language)}</time></Fact>
        <Fact name={t('facts.waiting')}>{since === null ? t('facts.notWaiting') : <WaitingTime since={since} />}</Fact>
        <Fact name={t('facts.channel')}>{channelName(channel, t)}</Fact>
        {facts.page && <Fact name={t('facts.page')}><bdi dir="ltr">{facts.page}</bdi></Fact>}
        {rating !== null && <Fact name={t('facts.rating')}>{t('facts.ratingOf', { score: rating })}</Fact>}
      </dl>
      <section className="facts-section">
        <h3>{t('facts.cited')}</h3>
        {facts.cited.length === 0 ? <p className="facts-none">{t('facts.nothingCited')}</p> : (
          <ul className="cited">{facts.cited.map((citation) => <li key={`${citation.articleId}/${citation.locale}`}><CitationLink citation={citation} /></li>)}</ul>
        )}
      </section>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return <><dt>{name}</dt><dd>{children}</dd></>;
}
