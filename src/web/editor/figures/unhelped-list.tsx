import { LOCALES } from '../../../domain/locales.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { QuestionFacts } from '../numbers/question-facts.tsx';
import { distinctQuestions, type GapQuestion } from '../state/distinct-questions.ts';

/** What was asked by those whom the article did not help. */
export function UnhelpedList({ questions }: { questions: readonly GapQuestion[] }) {
  const { t } = usePreferences();
  return (
    <section className="figures-part" aria-label={t('editor.figures.unhelped')}>
      <h2>{t('editor.figures.unhelped')}</h2>
      {questions.length === 0 ? <p className="faint">{t('editor.figures.unhelpedNone')}</p> : (
        <ul className="unhelped">
          {distinctQuestions(questions).map(({ key, text, ...row }) => <li key={key}><span><bdi lang={row.locale} dir={LOCALES[row.locale].direction}>{text}</bdi></span><QuestionFacts {...row} /></li>)}
        </ul>
      )}
    </section>
  );
}
