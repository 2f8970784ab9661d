import type { z } from 'zod';
import type { Problem } from '../problem.ts';

type Issue = z.core.$ZodIssue;

/** A zod issue in the parts that an editor needs: what kind it is, what is wrong, and what would be right. */
export function describeIssue(issue: Issue, data: unknown): Pick<Problem, 'code' | 'values' | 'problem' | 'expected'> {
  const value = valueAt(data, issue.path);
  const problem = value === undefined ? 'is missing' : `is ${preview(value)}`;
  if (value === undefined && issue.code !== 'unrecognized_keys') return { code: 'missing', values: {}, problem, expected: expectedOf(issue) };
  const given = preview(value);
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'wrong-type', values: { given, type: issue.expected }, problem, expected: expectedOf(issue) };
    case 'invalid_value':
      return { code: 'not-one-of', values: { given, options: issue.values.map(String).join(', ') }, problem, expected: expectedOf(issue) };
    case 'too_small':
      return { code: 'too-few', values: { count: sizeOf(value), least: Number(issue.minimum), unit: unitOf(issue.origin) }, problem: sizeProblem(value, problem), expected: expectedOf(issue) };
    case 'too_big':
      return { code: 'too-many', values: { count: sizeOf(value), most: Number(issue.maximum), unit: unitOf(issue.origin) }, problem: sizeProblem(value, problem), expected: expectedOf(issue) };
    case 'unrecognized_keys':
      return { code: 'unknown-field', values: { name: issue.keys.join(', ') }, problem: `has the unknown field ${issue.keys.join(', ')}`, expected: expectedOf(issue) };
    default:
      return { code: 'malformed', values: { given, expected: issue.message }, problem, expected: expectedOf(issue) };
  }
}

function expectedOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type': return withArticle(issue.expected);
    case 'invalid_value': return `one of ${issue.values.map(String).join(', ')}`;
    case 'too_small': return `at least ${issue.minimum} ${unitOf(issue.origin)}`;
    case 'too_big': return `at most ${issue.maximum} ${unitOf(issue.origin)}`;
    case 'unrecognized_keys': return 'only the fields of the guide';
    default: return issue.message;
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

function sizeOf(value: unknown): number {
  return Array.isArray(value) || typeof value === 'string' ? value.length : 0;
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
