/** Moods of a contact, calmest first. */
export const MOODS = ['calm', 'worried', 'angry', 'desperate'] as const;
export type Mood = (typeof MOODS)[number];

/** What a contact may say to have done already. */
export const STEP_CUES = ['done-password', 'done-frozen', 'done-signed-out', 'done-two-factor', 'done-api-keys', 'done-bank', 'done-police', 'done-carrier', 'done-support'] as const;
export type StepCue = (typeof STEP_CUES)[number];

/**
 * What short expressions mean inside a conversation. How each is said in a language is in
 * `knowledge-base/cues/<locale>.yaml`.
 */
export const CUE_IDS = [
  'yes', 'no', 'first', 'second', 'third', 'last', 'none-of-these', 'unsolved', 'solved', 'skip',
  'worried', 'angry', 'desperate',
  ...STEP_CUES,
  'time-now', 'time-today', 'time-last-night', 'time-yesterday', 'time-this-week', 'time-last-week', 'time-last-month',
  'unit-minute', 'unit-hour', 'unit-day', 'unit-week', 'unit-month',
] as const;
export type Cue = (typeof CUE_IDS)[number];
