import type { Locale } from '../../../domain/locales.ts';
import type { KnowledgeBase } from '../../../knowledge/knowledge-base.ts';
import { normaliseAddress } from '../text/find-address.ts';
import { readFacts, type Facts } from './facts.ts';
import { houseWords, type HouseWords } from './house-words.ts';
import type { Passage } from './passage.ts';

/** Everything that an answer may rest on. */
export interface Sources {
  readonly passages: readonly Passage[];
  /** Of the contact's own words. What is there may be repeated where it names nothing that one could go or pay to. */
  readonly own: Facts;
  /** The exchange's own addresses: pages as settings have them, their hosts, e-mail addresses. */
  readonly houseAddresses: ReadonlySet<string>;
  readonly houseHosts: ReadonlySet<string>;
  readonly words: HouseWords;
  /** English is what names and terms of the trade are borrowed from. */
  readonly englishWords: HouseWords;
  readonly exchangeName: string;
}

export function collectSources(base: KnowledgeBase, passages: readonly Passage[], own: string, locale: Locale): Sources {
  const values = Object.values(base.exchange);
  const hosts = values.flatMap((value) => (/^https?:/.test(value) && URL.canParse(value) ? [normaliseAddress(new URL(value).host)] : []));
  const emails = values.filter((value) => /^[^\s@]+@[^\s@]+$/.test(value));
  return {
    passages, own: readFacts(own, locale),
    houseAddresses: new Set([...values.filter((value) => /^https?:/.test(value)), ...emails].map(normaliseAddress).concat(hosts)),
    houseHosts: new Set(hosts),
    words: houseWords(base, locale), englishWords: houseWords(base, 'en'),
    exchangeName: base.exchange['name'] ?? '',
  };
}
