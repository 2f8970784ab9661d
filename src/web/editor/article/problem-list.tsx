import { CircleX, TriangleAlert } from 'lucide-react';
import type { DocumentProblem } from '../../../protocol/documents.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { goToProblem } from './go-to-problem.ts';
import { useProblemWords } from './use-problem-words.ts';

/** What is wrong with a document, each a way to its place. */
export function ProblemList({ problems }: { problems: readonly DocumentProblem[] }) {
  const { t } = usePreferences();
  const words = useProblemWords();
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (problems.length === 0) return null;
  return (
    <section className="problems" aria-label={t('editor.problemList.label')}>
      <h2>{t('editor.problemList.title', { errors, warnings: problems.length - errors })}</h2>
      <ul>
        {problems.map((problem, i) => (
          <li key={i}>
            <button type="button" className="problem" data-severity={problem.severity} onClick={() => { goToProblem(problem); }}>
              <SeveritySign severity={problem.severity} /><span className="problem-words">{words.sentence(problem)}</span><span className="problem-place">{words.place(problem)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One problem, beside the field that has it. */
export function ProblemLine({ problem }: { problem: DocumentProblem }) {
  const words = useProblemWords();
  return <p className="problem-line" data-severity={problem.severity}><SeveritySign severity={problem.severity} /><span>{words.sentence(problem)}</span></p>;
}

function SeveritySign({ severity }: { severity: DocumentProblem['severity'] }) {
  const { t } = usePreferences();
  const Shape = severity === 'error' ? CircleX : TriangleAlert;
  return <Shape size={14} role="img" aria-label={t(`editor.severity.${severity}`)} />;
}
