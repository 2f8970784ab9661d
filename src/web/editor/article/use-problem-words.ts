import { useMemo } from 'react';
import type { DocumentProblem } from '../../../protocol/documents.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';

interface ProblemWords {
  sentence(problem: DocumentProblem): string;
  /** Field and line. */
  place(problem: DocumentProblem): string;
}

/** Problems in the editor's language; those without a sentence of their own as a command line tells them. */
export function useProblemWords(): ProblemWords {
  const { t } = usePreferences();
  return useMemo(() => ({
    sentence: ({ code, values, problem, expected }) => t(`editor.problems.${code}`, { ...values, defaultValue: `${problem} (${expected})` }),
    place({ field, line }) {
      const [name = '', index] = field.split('.');
      const told = t(`editor.fields.${name}`, { defaultValue: name });
      return name === 'body' || index === undefined ? t('editor.problemList.line', { field: told, line }) : t('editor.problemList.item', { field: told, item: Number(index) + 1 });
    },
  }), [t]);
}
