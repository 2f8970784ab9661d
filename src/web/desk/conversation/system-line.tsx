import {
  AlarmClock, ArrowRightLeft, Bot, CircleCheck, CircleDot, CircleX, ClipboardCheck, Hand, Inbox, Languages, Mail, MessagesSquare, RotateCcw, Star, Timer, TimerOff, TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { formatClock } from '../../shared/format-time.ts';
import { useDeskState } from '../connection/desk-context.tsx';
import { formatUntil } from '../format/format-until.ts';
import { formatMoment, languageName } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { StaffLanguage } from '../../staff/preferences/preferences.ts';
import type { Translate } from '../../staff/preferences/phrases.ts';
import type { Colleague } from '../state/model.ts';
import type { SystemEvent } from '../state/timeline.ts';
import { ReviewScores } from '../supervise/review-scores.tsx';

const ICONS: Record<SystemEvent['type'], LucideIcon> = {
  'conversation.started': CircleDot,
  'locale.changed': Languages,
  'urgency.raised': TriangleAlert,
  'handoff.requested': ArrowRightLeft,
  'conversation.assigned': Hand,
  'conversation.released': Inbox,
  'conversation.returned': Bot,
  'conversation.resolved': CircleCheck,
  'conversation.reopened': RotateCcw,
  'conversation.transferred': ArrowRightLeft,
  'conversation.settled': CircleCheck,
  'conversation.snoozed': AlarmClock,
  'conversation.woken': AlarmClock,
  'conversation.reviewed': ClipboardCheck,
  'thread.closed': MessagesSquare,
  'sla.warned': Timer,
  'sla.breached': TimerOff,
  'follow-up.answered': CircleCheck,
  'contact.reachable': Mail,
  'conversation.rated': Star,
};

/** What happened between the messages, in one line. */
export function SystemLine({ event }: { event: SystemEvent }) {
  const { t, preferences: { language } } = usePreferences();
  const colleagues = useDeskState((state) => state.colleagues);
  const Icon = event.type === 'follow-up.answered' && !event.data.solved ? CircleX : ICONS[event.type];
  const comment = event.type === 'conversation.rated' ? event.data.comment : undefined;
  const raised = event.type === 'urgency.raised' ? event.data : undefined;
  return (
    <div className="system-line" data-type={event.type} data-urgency={raised?.urgency}>
      <p>
        <Icon size={14} aria-hidden />
        <span>{describe(event, t, language, colleagues)}</span>
        <time dateTime={new Date(event.at).toISOString()} title={formatMoment(event.at, language)}>{formatClock(event.at, language)}</time>
      </p>
      {raised && <p className="system-reason"><bdi>{raised.reason}</bdi></p>}
      {comment && <blockquote dir="auto">{comment}</blockquote>}
      {event.type === 'conversation.reviewed' && <ReviewScores review={event.data} />}
    </div>
  );
}

export function describe(event: SystemEvent, t: Translate, language: StaffLanguage, colleagues: readonly Pick<Colleague, 'id' | 'name'>[]): ReactNode {
  switch (event.type) {
    case 'conversation.started':
      return t(event.data.page ? 'system.startedOn' : 'system.started', { page: event.data.page, channel: channelName(event.data.channel, t) });
    case 'locale.changed':
      return t('system.locale', { language: languageName(event.data.locale, language) });
    case 'urgency.raised':
      return t('system.urgency', { urgency: t(`urgency.${event.data.urgency}`) });
    case 'handoff.requested':
      return t('system.handoff', { team: t(`teams.${event.data.team}`), reason: t(`handoffReasons.${event.data.reason}`) });
    case 'conversation.assigned': {
      const { agentId, byAgentId, name } = event.data;
      if (agentId === byAgentId) return t('system.claimed', { name });
      if (byAgentId === null) return t('system.routed', { name });
      const by = colleagues.find(({ id }) => id === byAgentId)?.name;
      return by ? t('system.assignedBy', { name, by }) : t('system.assigned', { name });
    }
    case 'conversation.released':
      return t(`system.released.${event.data.reason}`, { name: event.data.name, team: t(`teams.${event.data.team}`) });
    case 'conversation.returned':
      return t('system.returned', { name: event.data.name });
    case 'conversation.resolved':
      return t('system.resolved', { name: event.data.name });
    case 'conversation.reopened':
      return t(`system.reopened.${event.data.by}`);
    case 'conversation.rated':
      return t('system.rated', { score: event.data.score });
    default:
      return describeDeskEvent(event, t, language);
  }
}

/** What people and clocks of the desk do. */
function describeDeskEvent(event: Exclude<SystemEvent, { type: 'conversation.started' | 'locale.changed' | 'urgency.raised' | 'handoff.requested' | 'conversation.assigned' | 'conversation.released' | 'conversation.returned' | 'conversation.resolved' | 'conversation.reopened' | 'conversation.rated' }>, t: Translate, language: StaffLanguage): ReactNode {
  switch (event.type) {
    case 'conversation.transferred':
      return t('system.transferred', { name: event.data.name, team: t(`teams.${event.data.team}`) });
    case 'conversation.settled':
      return t(`system.settled.${event.data.basis}`);
    case 'conversation.snoozed':
      return t('system.snoozed', { name: event.data.name, until: formatUntil(event.data.until, event.at, language) });
    case 'conversation.woken':
      return t(`system.woken.${event.data.by}`);
    case 'conversation.reviewed':
      return t('system.reviewed', { name: event.data.name });
    case 'thread.closed':
      return t('system.threadClosed', { name: event.data.name });
    case 'sla.warned':
    case 'sla.breached':
      return t(event.type === 'sla.warned' ? 'system.slaWarned' : 'system.slaBreached', { target: t(`slaTargets.${event.data.target}`), at: formatUntil(event.data.dueAt, event.at, language) });
    case 'follow-up.answered':
      return t(event.data.solved ? 'system.followUp.solved' : 'system.followUp.unsolved');
    case 'contact.reachable':
      return t('system.reachable', { email: event.data.email });
  }
}

export function channelName(channel: string, t: Translate): string {
  return t(`channels.${channel}`, { defaultValue: channel });
}
