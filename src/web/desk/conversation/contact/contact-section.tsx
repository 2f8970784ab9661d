import { useCallback, type ReactNode } from 'react';
import { CopyButton } from '../../../staff/controls/copy-button.tsx';
import { formatZoneTime } from '../../format/format-zone-time.ts';
import { languageName } from '../../../staff/format/names.ts';
import { useTicking } from '../../../staff/format/use-ticking.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { DeskConversation } from '../../state/model.ts';

/** Who it is that waits: what time it is there, how they can be reached, who knows them. */
export function ContactSection({ conversation: { locale, timeZone, email, lastAgent, region, owner } }: { conversation: DeskConversation }) {
  const { t, preferences: { language } } = usePreferences();
  // Who has it knows them by now; the one before is worth a word.
  const knows = lastAgent && !(owner.kind === 'agent' && owner.agentId === lastAgent.agentId) ? lastAgent.name : null;
  return (
    <section className="facts-details">
      <h2>{t('contactFacts.title')}</h2>
      <dl className="facts">
        <Fact name={t('facts.language')}>{languageName(locale, language)}{region !== null && <> · {countryName(region, language)}</>}</Fact>
        {timeZone !== null && <Fact name={t('contactFacts.time')}><ZoneTime timeZone={timeZone} /></Fact>}
        {email !== null && <Fact name={t('contactFacts.email')}><span className="with-action"><EmailAddress email={email} /><CopyButton text={email} /></span></Fact>}
        {knows !== null && <Fact name={t('contactFacts.lastAgent')}><bdi>{knows}</bdi></Fact>}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return <><dt>{name}</dt><dd>{children}</dd></>;
}

/** Broken at its sign rather than within a name, where it is too long for a line. */
function EmailAddress({ email }: { email: string }) {
  const at = email.lastIndexOf('@');
  return <bdi dir="ltr" className="email">{email.slice(0, at)}<wbr />{email.slice(at)}</bdi>;
}

/** The clock on the contact's wall, ticking, and how far it is from the agent's. */
function ZoneTime({ timeZone }: { timeZone: string }) {
  const { t, preferences: { language } } = usePreferences();
  const words = useTicking(useCallback((now: number) => {
    const zone = formatZoneTime(now, timeZone, language);
    if (zone === null) return timeZone;
    const difference = zone.hoursAhead === 0 ? t('contactFacts.sameTime') : t(zone.hoursAhead > 0 ? 'contactFacts.ahead' : 'contactFacts.behind', { hours: Math.abs(zone.hoursAhead) });
    return `${zone.clock} · ${difference}`;
  }, [timeZone, language, t]));
  return <span title={timeZone}>{words}</span>;
}

function countryName(region: string, language: string): string {
  return new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }).of(region) ?? region;
}
