import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** A zod issue in the two halves that an editor needs: what is wrong, and what would be right. */
export function describeIssue(issue: Issue, data: unknown): { problem: string; expected: string } {
  const value = valueAt(data, issue.path);
  const problem = value === undefined ? 'is missing' : `is ${preview(value)}`;
  switch (issue.code) {
    case 'invalid_type':
      return { problem, expected: withArticle(issue.expected) };
    case 'invalid_value':
      return { problem, expected: `one of ${issue.values.map(String).join(', ')}` };
    case 'too_small':
      return { problem: sizeProblem(value, problem), expected: `at least ${issue.minimum} ${unitOf(issue.origin)}` };
    case 'too_big':
      return { problem: sizeProblem(value, problem), expected: `at most ${issue.maximum} ${unitOf(issue.origin)}` };
    case 'unrecognized_keys':
      return { problem: `has the unknown field ${issue.keys.join(', ')}`, expected: 'only the fields of the guide' };
    default:
      return { problem, expected: issue.message };
  }
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), data);
}

function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}

function preview(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function sizeProblem(value: unknown, otherwise: string): string {
  if (Array.isArray(value)) return `has ${value.length} items`;
  return typeof value === 'string' && value.length > 0 ? `is ${value.length} characters long` : otherwise;
}

function unitOf(origin: string): string {
  return { string: 'characters', array: 'items' }[origin] ?? '';
}

function withArticle(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}
