import * as z from 'zod';
import { INTAKE_SLOTS } from './handoff.ts';
import { INTENT_IDS } from './intents.ts';
import { SECRET_KINDS } from './secrets.ts';
import { TEAMS } from './teams.ts';
import { URGENCIES } from './urgencies.ts';

const probability = z.number().min(0).max(1);

/**
 * What an operator may turn: from which probability on the assistant does what, and which team takes
 * which intent. Read from `knowledge-base/policy.yaml`; `npm run eval` shows what a change does.
 */
export const policySchema = z.strictObject({
  thresholds: z.strictObject({
    /** An article is given as the answer from here on … */
    answerFrom: probability,
    /** … if it is ahead of the next by so much; closer ones are offered to choose from. */
    answerLead: probability,
    /** Choices are offered when the best article has at least this. */
    clarifyFrom: probability,
    /** Declines and small talk need this much, since a question may hide behind them. */
    declineFrom: probability,
    /** An utterance is critical from here on, whatever its likeliest intent. */
    criticalFrom: probability,
  }),
  /** At most so many articles are offered to choose from. */
  maxChoices: z.int().min(1).max(5),
  /** After so many failures in a row a person is offered … */
  offerPersonAfter: z.int().min(1),
  /** … and after so many the conversation goes to one. */
  handoffAfter: z.int().min(1),
  /** After so many questions a waiting contact is asked nothing more. */
  maxIntakeQuestions: z.int().min(0).max(10),
  intents: z.record(z.enum(INTENT_IDS), z.strictObject({
    /** Takes the conversation when it goes to people. */
    team: z.enum(TEAMS),
    /** What it usually is. */
    urgency: z.enum(URGENCIES),
    /** For an intent that goes to people: from which probability on. Missing one costs more than a needless handoff. */
    handoffFrom: probability.optional(),
    /** The article with the first steps, given as the conversation goes to people, or with a decline. */
    steps: z.string().optional(),
    /** What a waiting contact is asked where they have not said it, in this order. */
    ask: z.array(z.enum(INTAKE_SLOTS)).default([]),
  })),
  /** What follows when a contact writes a secret here; it is never stored. */
  secrets: z.record(z.enum(SECRET_KINDS), z.strictObject({ handoff: z.boolean(), steps: z.string().optional() })),
});
export type Policy = z.infer<typeof policySchema>;
