import { splitQuery, type Operator, type QueryPart } from '../../../domain/search/parse-query.ts';

/** The query with one more filter at its end; the same one is not said twice. */
export function withFilter(query: string, operator: Operator, value: string): string {
  const known = splitQuery(query).some((part) => part.kind === 'filter' && part.operator === operator && part.value.toLowerCase() === value.toLowerCase());
  return known ? query : joinParts([query, `${operator}:${/[\s:"]/.test(value) ? `"${value.replaceAll('"', '')}"` : value}`]);
}

/** The query with an operator begun, for somebody to write its value. */
export function withOperator(query: string, operator: Operator): string {
  return joinParts([query, `${operator}:`]);
}

/** The query without one of its parts. */
export function withoutPart(query: string, index: number): string {
  return joinParts(splitQuery(query).filter((_, at) => at !== index).map(({ raw }) => raw));
}

/** The query without any filter. */
export function withoutFilters(query: string): string {
  return joinParts(splitQuery(query).filter(({ kind }) => kind === 'words').map(({ raw }) => raw));
}

export type FilterPart = Extract<QueryPart, { kind: 'filter' }> & { readonly index: number };

export function filtersOf(query: string): FilterPart[] {
  return splitQuery(query).flatMap((part, index) => (part.kind === 'filter' ? { ...part, index } : []));
}


function joinParts(parts: readonly string[]): string {
  return parts.map((part) => part.trim()).filter((part) => part !== '').join(' ');
}
