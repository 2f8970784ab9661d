import { ChevronRight } from 'lucide-react';
import { ShortText } from '../controls/short-text.tsx';
import { UrgencyMark } from '../../staff/controls/urgency-mark.tsx';
import { formatPercent } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { HeardEvent } from '../state/timeline.ts';
import { weighParts } from '../state/weigh-parts.ts';
import { EntityList } from './understood/entity-list.tsx';
import { PartList } from './understood/part-list.tsx';
import { Ranking } from './understood/ranking.tsx';
import { Reasons } from './understood/reasons.tsx';

/** What the assistant understood and decided: one line, and all of it when opened. */
export function Understood({ heard }: { heard: HeardEvent }) {
  const { t } = usePreferences();
  const { understanding } = heard.data;
  const decided = heard.type === 'turn.decided' ? heard.data : null;
  return (
    <details className="understood">
      <Summary heard={heard} />
      <div className="understood-all">
        {decided?.readAs !== undefined && <div><h4>{t('understood.readAs')}</h4><blockquote dir="auto"><ShortText text={decided.readAs} /></blockquote></div>}
        <PartList parts={weighParts(understanding)} decision={decided ? t(`decisions.${decided.action}`) : t('understood.heardWords')} />
        <EntityList entities={understanding.entities} />
        <Reasons reasons={[...understanding.reasons, ...(decided?.reasons ?? [])]} />
        {decided && <Ranking ranking={decided.ranking} />}
      </div>
    </details>
  );
}

/** Calm is what is expected, so only another mood is worth a word. */
function Summary({ heard: { type, data } }: { heard: HeardEvent }) {
  const { t, preferences: { language } } = usePreferences();
  const { understanding: { intent, urgency, mood } } = data;
  const sure = weighParts(data.understanding).find(({ part }) => part === 'intent')?.confidence ?? null;
  return (
    <summary>
      <ChevronRight className="understood-chevron" size={12} aria-hidden />
      <span className="only-read-aloud">{t('understood.title')} </span>
      <span>{t(`intents.${intent}`)}{sure !== null && <> {formatPercent(sure, language)}</>}</span>
      <UrgencyMark urgency={urgency} />
      {mood !== 'calm' && <span>{t(`moods.${mood}`)}</span>}
      <span>{type === 'turn.decided' ? t(`decisions.${data.action}`) : t('understood.heard')}</span>
    </summary>
  );
}
