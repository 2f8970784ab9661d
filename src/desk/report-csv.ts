import type { ReportQuery, CsvTable, Dimension, Group, Report, Tally } from '../protocol/reports.ts';
import { SLA_TARGETS } from '../domain/sla.ts';
import type { Stretch } from '../domain/stretch.ts';

type Cell = string | number | boolean | null;
type Row = readonly Cell[];

/** Spreadsheets take a file for UTF-8 only where it says so. */
export const BOM = '\uFEFF';

/**
 * Lines of RFC 4180. A text that a spreadsheet would run as a formula gets a `'` before it: contacts
 * write what stands here.
 */
export function toCsv(rows: readonly Row[]): string {
  return rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('');
}

function toCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = /^[\s\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(value) ? `'${value}` : value;
  return /["',;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvFileName({ from, to }: Pick<ReportQuery, 'from' | 'to'>, table: CsvTable): string {
  return `vigil-${table}-${from}-${to}.csv`;
}

const TALLY_HEAD = [
  'begun', 'open', 'resolved_with_people', 'resolved_by_assistant_confirmed', 'resolved_by_assistant_assumed', 'contacted_again_72h', 'handed_to_people',
  'first_response_count', 'first_response_p50_s', 'first_response_p90_s', 'resolution_count', 'resolution_p50_s', 'resolution_p90_s',
  ...SLA_TARGETS.flatMap((target) => [`sla_${target}_kept`, `sla_${target}_breached`]),
  'rated_1', 'rated_2', 'rated_3', 'rated_4', 'rated_5', 'follow_up_solved', 'follow_up_unsolved',
];

function tallyCells({ begun, open, byAgents, confirmed, assumed, again, handed, firstResponse, resolution, sla, ratings, solved, unsolved }: Tally): Row {
  const spread = ({ count, p50, p90 }: Tally['firstResponse']): Row => [count, inSeconds(p50), inSeconds(p90)];
  return [
    begun, open, byAgents, confirmed, assumed, again, handed, ...spread(firstResponse), ...spread(resolution),
    ...SLA_TARGETS.flatMap((target) => [sla[target].kept, sla[target].breached]), ...ratings, solved, unsolved,
  ];
}

const inSeconds = (ms: number | null): number | null => (ms === null ? null : Math.round(ms / 1000));
const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** A table of a report with its head. */
export function reportRows(report: Report, table: Exclude<CsvTable, 'conversations'>): readonly Row[] {
  const { total, series, reasons, groups, comments } = report;
  switch (table) {
    case 'series': return [['from', ...TALLY_HEAD], ...series.map(({ at, tally }) => [iso(at), ...tallyCells(tally)])];
    case 'reasons': return [['reason', 'conversations'], ...reasons.map(({ reason, count }) => [reason ?? 'stepped-in', count])];
    case 'sla': return [['target', 'kept', 'breached'], ...SLA_TARGETS.map((target) => [target, total.sla[target].kept, total.sla[target].breached])];
    case 'ratings': return [['rating', 'conversations'], ...total.ratings.map((count, index) => [index + 1, count])];
    case 'comments': return [['conversation_id', 'began', 'rating', 'agent', 'comment'], ...comments.map((one) => [one.conversationId, iso(one.startedAt), one.score, one.agentName, one.comment])];
    default: return groupRows(table, groups[table]);
  }
}

function groupRows(dimension: Dimension, groups: readonly Group[]): readonly Row[] {
  const isNamed = dimension === 'agent';
  return [[dimension, ...(isNamed ? ['name'] : []), ...TALLY_HEAD], ...groups.map(({ key, label, tally }) => [key, ...(isNamed ? [label] : []), ...tallyCells(tally)])];
}

export const CONVERSATION_HEAD: Row = [
  'conversation_id', 'stretch', 'began', 'language', 'intent', 'urgency', 'team', 'agent_id', 'agent', 'handed_to_people', 'handoff_reason', 'first_reply',
  'resolved', 'resolved_by', 'basis', 'sla_breached', 'rating', 'comment', 'solved',
];

export function conversationRow(one: Stretch): Row {
  return [
    one.conversationId, one.number, iso(one.startedAt), one.locale, one.intent, one.urgency, one.team, one.agentId, one.agentName, iso(one.handedAt), one.handoffReason, iso(one.respondedAt),
    iso(one.resolvedAt), one.resolvedBy, one.basis, one.breached.join(' '), one.rating, one.ratingComment, one.solved,
  ];
}
