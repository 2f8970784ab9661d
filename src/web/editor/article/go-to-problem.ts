import type { DocumentProblem } from '../../../protocol/documents.ts';

/** Whoever shows a field of the document goes there when this is heard. */
export const PROBLEM_EVENT = 'vigil-problem';

/** Leads to the place of a problem, wherever on the page it is. */
export function goToProblem(problem: DocumentProblem): void {
  dispatchEvent(new CustomEvent<DocumentProblem>(PROBLEM_EVENT, { detail: problem }));
  const field = problem.field.split('.')[0] ?? '';
  const index = problem.field.split('.')[1];
  const input = document.querySelector<HTMLElement>(index === undefined ? `[name="${CSS.escape(field)}"]` : `[data-field="${CSS.escape(`${field}.${index}`)}"]`);
  input?.focus();
}
