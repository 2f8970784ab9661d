import * as z from 'zod';

/** What a contact's text may name: one kind a word of the trade or of the desk. */
export const ENTITY_KINDS = ['coin', 'network', 'amount', 'transaction', 'address', 'order', 'ticket', 'case', 'email', 'phone', 'url', 'date', 'step'] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** Longest text and value of one entity, in UTF-16 code units; a longer URL is cut here. */
export const MAX_ENTITY_LENGTH = 200;

/**
 * `none`: the format has no checksum, or it was written without (an EVM address in one letter case).
 * `invalid` is no reason to drop an address: a typing error or a fake is what an agent wants to see.
 */
export const CHECKSUMS = ['valid', 'invalid', 'none'] as const;
export type Checksum = (typeof CHECKSUMS)[number];

export const entitySchema = z.object({
  kind: z.enum(ENTITY_KINDS),
  /** The words it rests on, as written. */
  text: z.string().min(1).max(MAX_ENTITY_LENGTH),
  /** Where `text` begins in the contact's text, in UTF-16 code units. */
  start: z.int().min(0),
  /**
   * The same thing in one form: `BTC`, `TRC20`, `0.5 ETH`, a hash in lower case where case does not
   * matter, an E.164 number, the id of a step, and for dates ISO 8601: a date, an instant (`…Z`), a
   * local time (without `Z`), a week (`2026-W47`), a month (`2026-10`) or a span of time that says
   * not when it began (`P3D`).
   */
  value: z.string().min(1).max(MAX_ENTITY_LENGTH),
  /** How sure it is that the text means this, 0 to 1. */
  confidence: z.number().min(0).max(1),
  /** The likeliest network of an address or transaction, in lower case: `bitcoin`, `ethereum` (any EVM chain), `tron` … */
  network: z.string().optional(),
  checksum: z.enum(CHECKSUMS).optional(),
});
export type Entity = z.infer<typeof entitySchema>;
