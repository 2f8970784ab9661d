import { LOCALES } from '../../../domain/locales.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { PickBox } from '../fields/pick-box.tsx';
import { QuestionFacts } from '../numbers/question-facts.tsx';
import { canBePhrasing, type DistinctQuestion } from '../state/distinct-questions.ts';

interface GapQuestionsProps {
  readonly rows: readonly DistinctQuestion[];
  readonly picked: ReadonlySet<string>;
  /** Questions ever: of large groups only the latest are shown. */
  readonly total: number;
  readonly onPick: (picked: ReadonlySet<string>) => void;
}

/** What was asked, in the contacts' words; those that are picked become phrasings. */
export function GapQuestions({ rows, picked, total, onPick }: GapQuestionsProps) {
  const { t } = usePreferences();
  const possible = rows.filter(canBePhrasing);
  const count = possible.filter(({ key }) => picked.has(key)).length;
  const shown = rows.reduce((sum, row) => sum + row.count, 0);
  function toggle(key: string, isPicked: boolean): void {
    const next = new Set(picked);
    if (isPicked) next.add(key);
    else next.delete(key);
    onPick(next);
  }
  return (
    <section className="gap-questions" aria-label={t('editor.gaps.questions')}>
      <PickBox isPicked={count === possible.length && count > 0} isPartly={count > 0 && count < possible.length} onChange={(all) => { onPick(new Set(all ? possible.map(({ key }) => key) : [])); }}>
        <span className="gap-picked">{t('editor.gaps.picked', { count, of: possible.length })}</span>
      </PickBox>
      <ul>
        {rows.map(({ key, text, ...row }) => {
          const words = (
            <span className="question-words">
              <span><bdi lang={row.locale} dir={LOCALES[row.locale].direction}>{text}</bdi></span>
              <QuestionFacts {...row} />
            </span>
          );
          return <li key={key}>{canBePhrasing({ text }) ? <PickBox isPicked={picked.has(key)} onChange={(isPicked) => { toggle(key, isPicked); }}>{words}</PickBox> : <div className="pick pick-none">{words}</div>}</li>;
        })}
      </ul>
      {shown < total && <p className="faint">{t('editor.gaps.latest', { shown, total })}</p>}
      <p className="faint">{t('editor.gaps.covered')}</p>
    </section>
  );
}
