import * as z from 'zod';
import { localeSchema } from './locales.ts';

const region = z.string().regex(/^[A-Z]{2}$/, 'a country of ISO 3166, as in JP');

/** Where people in despair are listened to. Facts with their source, never invented; `knowledge-base/crisis-lines.yaml`. */
export const crisisLinesSchema = z.strictObject({
  /** Finds a line anywhere in the world, where none of ours is known to fit. */
  directory: z.strictObject({ url: z.url(), source: z.url() }),
  /** Countries in which alone a language is mostly spoken: assumed where the contact's is not known. */
  assume: z.partialRecord(localeSchema, region),
  regions: z.record(region, z.array(z.strictObject({
    name: z.string().min(1),
    phone: z.string().min(2),
    /** `24/7`, or the hours as they are told there. */
    hours: z.string().min(1),
    source: z.url(),
  })).min(1)),
});
export type CrisisLines = z.infer<typeof crisisLinesSchema>;
