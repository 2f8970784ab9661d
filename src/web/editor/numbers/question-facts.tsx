import { UserRound } from 'lucide-react';
import { languageName, formatDay } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { GapQuestion } from '../state/distinct-questions.ts';

type QuestionFactsProps = Pick<GapQuestion, 'locale' | 'outcome' | 'handedOver' | 'at'> & { readonly count?: number };

/** In which language, what became of it, and when. */
export function QuestionFacts({ locale, outcome, handedOver, at, count = 1 }: QuestionFactsProps) {
  const { t, preferences: { language } } = usePreferences();
  const facts = [count > 1 ? t('editor.gaps.times', { count }) : '', languageName(locale, language), t(`editor.gaps.outcomes.${outcome}`), formatDay(at, language)];
  return (
    <span className="question-facts">
      {facts.filter((fact) => fact !== '').join(' · ')}
      {handedOver && outcome !== 'handed-over' && <span className="question-handed"><UserRound size={12} aria-hidden />{t('editor.gaps.handedOver')}</span>}
    </span>
  );
}
