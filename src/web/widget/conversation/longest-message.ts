/**
 * Longest text of one message, in UTF-16 code units. The domain's MAX_TEXT_LENGTH, written again
 * because its module carries zod, which is larger than the whole widget may be; a test compares them.
 */
export const LONGEST_MESSAGE = 4_000;
