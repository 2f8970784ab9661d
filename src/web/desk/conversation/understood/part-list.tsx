import type { Locale } from '../../../../domain/locales.ts';
import type { Urgency } from '../../../../domain/urgencies.ts';
import { UrgencyMark } from '../../../staff/controls/urgency-mark.tsx';
import { formatPercent, languageName } from '../../../staff/format/names.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { NO_LOCALE, type WeighedPart } from '../../state/weigh-parts.ts';

/** Each thing that was understood, how sure it is, and the words that it rests on. */
export function PartList({ parts, decision }: { parts: readonly WeighedPart[]; decision: string }) {
  const { t } = usePreferences();
  return (
    <dl className="pairs">
      {parts.map((part) => <Part key={part.part} part={part} />)}
      <dt>{t('understood.decision')}</dt><dd>{decision}</dd>
    </dl>
  );
}

function Part({ part: { part, value, confidence, words, alone } }: { part: WeighedPart }) {
  const { t, preferences: { language } } = usePreferences();
  const nameOf = useValueNames();
  return (
    <>
      <dt>{t(`understood.${part}`)}</dt>
      <dd>
        <span className="part-value">
          {part === 'urgency' ? <UrgencyMark urgency={value as Urgency} /> : <span>{nameOf(part, value)}</span>}
          {confidence !== null && <span className="part-sure">{formatPercent(confidence, language)}</span>}
        </span>
        {words.length > 0 && <span className="part-words">{words.map((word, index) => <q key={index} dir="auto">{word}</q>)}</span>}
        {alone && <span className="part-alone">{t('understood.alone', { value: nameOf(part, alone.value) })} {formatPercent(alone.confidence, language)}</span>}
      </dd>
    </>
  );
}

function useValueNames(): (part: WeighedPart['part'], value: string) => string {
  const { t, preferences: { language } } = usePreferences();
  return (part, value) => {
    switch (part) {
      case 'intent':
        return t(`intents.${value}`);
      case 'urgency':
        return t(`urgency.${value}`);
      case 'mood':
        return t(`moods.${value}`);
      case 'locale':
        return value === NO_LOCALE ? t('understood.unclear') : languageName(value as Locale, language);
    }
  };
}
