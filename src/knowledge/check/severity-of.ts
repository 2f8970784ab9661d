import type { ProblemCode, Severity } from '../../domain/documents/problem-codes.ts';

/** What may be right all the same, which a person judges: the shape of a text, how it is worded, how much of it there is. */
const WARNINGS: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'few-phrasings', 'incomplete', 'long-sentence', 'promise', 'asks-secret',
  'sections-differ', 'steps-differ', 'points-differ', 'warnings-differ',
]);

export function severityOf(code: ProblemCode): Severity {
  return WARNINGS.has(code) ? 'warning' : 'error';
}
