import type { Checksum, EntityKind } from '../../domain/entities.ts';

/** Something found, before it is known whether something else claims the same words. Places are those of the plain text. */
export interface Finding {
  readonly kind: EntityKind;
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly confidence: number;
  readonly network?: string;
  readonly checksum?: Checksum;
  /** Which of two that overlap is believed; the higher. See `RANKS`. */
  readonly rank: number;
}

/** The more specific a form is, the less can it be something else by chance. */
export const RANKS = { email: 100, url: 95, address: 90, transaction: 85, case: 80, numbered: 78, dated: 76, amount: 74, relative: 72, order: 60, network: 50, coin: 40, step: 30, phone: 20 } as const;

/** No finder gives more than this: a message that names more things is a list to read, and hostile texts must not cost more. */
export const MAX_FINDINGS = 150;
