import * as z from 'zod';
import { contactDataSchema, EVENT_TYPES, eventDataSchema, type EventType } from '../domain/events.ts';

/** Events on the wire: once as agents see them, once as contacts do. */

function wireEvent(type: EventType, data: z.ZodObject) {
  return z.object({ conversationId: z.string(), seq: z.int().positive(), at: z.int(), type: z.literal(type), data });
}

type WireEvent = ReturnType<typeof wireEvent>;

function union(events: WireEvent[]) {
  return z.discriminatedUnion('type', events as [WireEvent, ...WireEvent[]]);
}

export const deskEventSchema = union(EVENT_TYPES.map((type) => wireEvent(type, eventDataSchema(type))))
  .meta({ id: 'DeskEvent', description: 'An event of a conversation as agents see it.' });

export const contactEventSchema = union(EVENT_TYPES.flatMap((type) => {
  const data = contactDataSchema(type);
  return data ? [wireEvent(type, data)] : [];
})).meta({ id: 'ContactEvent', description: 'An event of a conversation as its contact sees it. Numbers may be missing between two: those events are for agents only.' });
