import { MAX_ENTITY_LENGTH, type EntityKind } from '../../domain/entities.ts';
import type { FindEntities } from './find-entities.ts';
import type { FindContext } from './reading.ts';

/** What tells who wrote, or of which account and payment; coins, networks and dates are what the question is about. */
const PRIVATE: ReadonlySet<EntityKind> = new Set(['amount', 'transaction', 'address', 'order', 'ticket', 'case', 'email', 'phone', 'url']);

/** The text with a marker such as ⟨email⟩ in the place of each thing that is private. Covering twice changes nothing more. */
export function coverEntities(text: string, context: FindContext, findEntities: FindEntities): string {
  const found = findEntities(text, context).filter(({ kind }) => PRIVATE.has(kind));
  return found.reduceRight((covered, { kind, start, text: { length } }) => {
    // What is longer was cut: all of it goes.
    const rest = length < MAX_ENTITY_LENGTH ? 0 : /^\S*/.exec(covered.slice(start + length))![0].length;
    return `${covered.slice(0, start)}⟨${kind}⟩${covered.slice(start + length + rest)}`;
  }, text);
}
