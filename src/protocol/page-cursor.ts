import * as z from 'zod';
import type { Conversation } from '../domain/conversation.ts';
import { deadlineOf, type PageEdge } from '../domain/queue-order.ts';
import { URGENCIES } from '../domain/urgencies.ts';

/** Where a page ended, for asking for the next one: what the list is ordered by, so that it holds although the row moves on. */
export function writePageCursor(conversation: Pick<Conversation, 'id' | 'urgency' | 'queuedAt' | 'updatedAt' | 'sla'>): string {
  return [conversation.urgency, deadlineOf(conversation), conversation.queuedAt ?? '', conversation.updatedAt, conversation.id].join('.');
}

const CURSOR = new RegExp(`^(${URGENCIES.join('|')})\\.(\\d{1,16})\\.(\\d{0,16})\\.(\\d{1,16})\\.([0-9a-f-]{36})$`);

export const pageCursorSchema = z.string().max(120).regex(CURSOR, 'expected `next` of the page before')
  .describe('`next` of the page before.');

/** @param cursor as the schema lets it through. */
export function readPageCursor(cursor: string): PageEdge {
  const [, urgency = '', dueAt, queuedAt, updatedAt, id = ''] = CURSOR.exec(cursor) ?? [];
  return { id, urgency: URGENCIES.find((one) => one === urgency) ?? 'critical', dueAt: Number(dueAt), queuedAt: queuedAt ? Number(queuedAt) : null, updatedAt: Number(updatedAt) };
}
