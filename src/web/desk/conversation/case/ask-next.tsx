import { MessageCircleQuestionMark, PenLine } from 'lucide-react';
import { useId } from 'react';
import type { IntakeSlot } from '../../../../domain/handoff.ts';
import type { Locale } from '../../../../domain/locales.ts';
import { languageName } from '../../../staff/format/names.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { usePhrasesFor } from '../../../staff/preferences/use-phrases-for.ts';

interface AskNextProps {
  readonly slots: readonly IntakeSlot[];
  /** The contact's language. */
  readonly locale: Locale;
  readonly onAsk: (question: string) => void;
}

/** What nobody has told yet. Read in the agent's language, put into the reply in the contact's where the desk speaks it. */
export function AskNext({ slots, locale, onAsk }: AskNextProps) {
  const { t, preferences: { language } } = usePreferences();
  const spoken = usePhrasesFor(locale);
  const [title, hint] = [useId(), useId()];
  return (
    <section className="ask-next" aria-labelledby={title}>
      <h3 id={title}><MessageCircleQuestionMark size={14} aria-hidden />{t('case.askNext')}</h3>
      <ul>
        {slots.map((slot) => (
          <li key={slot}>
            <button type="button" className="ask-question" aria-describedby={hint} onClick={() => { onAsk(spoken.t(`questions.${slot}`)); }}>
              <span>{t(`questions.${slot}`)}</span><PenLine size={14} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <p id={hint}>{locale === language ? t('case.putHint') : t('case.putHintLanguage', { language: languageName(spoken.language, language) })}</p>
    </section>
  );
}
