/** Longest text of one message; `MAX_TEXT_LENGTH` of domain/events.ts, whose schemas stay out of the bundle. */
export const MAX_MESSAGE_LENGTH = 4_000;
