import type { Entity } from '../../../../domain/entities.ts';
import { formatWhen } from '../../format/format-when.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';

/** What "yesterday at three" means, and that it was said so: the reckoning may be wrong, the words are not. */
export function SpokenTimes({ times }: { times: readonly Entity[] }) {
  const { t, preferences: { language } } = usePreferences();
  return (
    <ul className="case-times">
      {times.map(({ value, text }) => {
        const { words, clock } = formatWhen(value, language, Date.now());
        return (
          <li key={value}>
            <span>{words}</span>
            <small><q dir="auto">{text}</q>{clock === 'contact' && <> · {t('case.contactClock')}</>}</small>
          </li>
        );
      })}
    </ul>
  );
}
