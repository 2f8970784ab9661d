import type { DeskSettings } from '../../../../domain/desk-settings.ts';

export type Explorers = DeskSettings['explorers'];

/** As the server has it: an https address with `{id}` somewhere behind its host. */
export function isExplorerLink(link: string): boolean {
  return link.length <= 300 && /^https:\/\/[a-z0-9.-]+\/\S*\{id\}\S*$/.test(link);
}

/** A network's name as understanding writes it. */
export function isNetworkName(name: string): boolean {
  return /^[a-z][a-z0-9-]{0,39}$/.test(name);
}
