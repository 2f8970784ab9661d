import type { Explorers } from '../../../domain/explorers.ts';
import type { Entity } from '../../../domain/entities.ts';

/** Where a transaction or an address is looked up; null for what no explorer of the settings shows, and for an address that cannot exist. */
export function explorerLink(explorers: Explorers, { kind, network, value, checksum }: Pick<Entity, 'kind' | 'network' | 'value' | 'checksum'>): string | null {
  if ((kind !== 'transaction' && kind !== 'address') || network === undefined || checksum === 'invalid') return null;
  const site = Object.hasOwn(explorers, network) ? explorers[network] : undefined;
  return site ? site[kind].replace('{id}', () => encodeURIComponent(value)) : null;
}

/** The conversations in which the same thing is named. */
export function searchLink(text: string): string {
  return `/desk/search?q=${encodeURIComponent(text)}`;
}
