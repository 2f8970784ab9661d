import { severityOf } from '../knowledge/check/severity-of.ts';
import { markDraft } from '../knowledge/editing/mark-draft.ts';
import type { Problem } from '../knowledge/problem.ts';
import type { Draft, Publication } from '../ports.ts';
import type { DocumentProblem, WireDraft, WirePublication } from '../protocol/documents.ts';

/** Documents as they cross the wire. */
export function viewProblem({ file, line, field, code, values, problem, expected }: Problem): DocumentProblem {
  return { path: file, line, field, code, values: { ...values }, problem, expected, severity: severityOf(code) };
}

export const viewMark = markDraft;

export function viewDraft(draft: Draft): WireDraft {
  return { ...markDraft(draft), path: draft.path, text: draft.text };
}

/** The first one has every document there is, and says nothing by listing them. */
export function viewPublication({ changes, ...publication }: Publication): WirePublication {
  return { ...publication, changes: publication.kind === 'seed' ? [] : [...changes] };
}
