import type { Diagnostic } from '@codemirror/lint';
import type { Text } from '@codemirror/state';
import type { DocumentProblem } from '../../../../protocol/documents.ts';

/** Of the text as a whole: named at its first line, which is not wrong itself. */
const WHOLE: ReadonlySet<string> = new Set(['no-answer', 'answer-length', 'body-length', 'numbers-differ', 'links-differ', 'variables-differ', 'sections-differ', 'steps-differ', 'points-differ', 'warnings-differ']);

/** The problems of the lines that the editor shows, each on its line. @param firstLine line of the file on which the editor's text begins. */
export function diagnosticsOf(problems: readonly DocumentProblem[], firstLine: number, text: Text, sentence: (problem: DocumentProblem) => string): Diagnostic[] {
  return problems.flatMap((problem): Diagnostic[] => {
    const line = lineOfProblem(problem, firstLine);
    if (line === null || line > text.lines) return [];
    const { from, to } = text.line(line);
    return [{ from, to: WHOLE.has(problem.code) ? from : to, severity: problem.severity, message: sentence(problem) }];
  });
}

/** Line of the editor, from 1; null for what stands above its text. */
export function lineOfProblem({ line }: Pick<DocumentProblem, 'line'>, firstLine: number): number | null {
  return line >= firstLine ? line - firstLine + 1 : null;
}
