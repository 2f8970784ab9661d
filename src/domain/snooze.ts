/** Longest that a conversation can be put aside, in days: who put it there may be gone by then. */
export const LONGEST_SNOOZE_DAYS = 60;
export const LONGEST_SNOOZE_MS = LONGEST_SNOOZE_DAYS * 24 * 60 * 60 * 1000;
