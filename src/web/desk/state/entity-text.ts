import type { Entity } from '../../../domain/entities.ts';

/**
 * What of an entity is read and copied: its one form, or, of an address with a wrong checksum, what was
 * written, since the wrong letter is what an agent looks for and the one form may have lost its case.
 */
export function entityText({ value, text, checksum }: Pick<Entity, 'value' | 'text' | 'checksum'>): string {
  return checksum === 'invalid' ? text : value;
}
