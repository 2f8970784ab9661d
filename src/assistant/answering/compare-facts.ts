import type { Locale } from '../../domain/locales.ts';
import { readFacts } from './sources/facts.ts';

export interface TextInLocale {
  readonly text: string;
  readonly locale: Locale;
}

const MARKER = /⟦[^⟧]*⟧/g;

/** What of a text must survive translating and rewriting: numbers by value, codes, addresses, links, markers of secrets. */
function factsOf({ text, locale }: TextInLocale): Set<string> {
  const markers = text.match(MARKER) ?? [];
  const { numbers, codes, targets, addresses } = readFacts(text.replace(MARKER, ' '), locale);
  const counted = new Map<string, number>();
  for (const marker of markers) counted.set(marker, (counted.get(marker) ?? 0) + 1);
  return new Set([
    ...Array.from(counted, ([marker, count]) => `${marker} ${count}`),
    ...Array.from(numbers, (one) => `number ${one}`), ...Array.from(codes, (one) => `code ${one}`),
    ...Array.from(targets, (one) => `link ${one}`), ...Array.from(addresses, (one) => `address ${one}`),
  ]);
}

/** The same facts on both sides, numbers read as each language writes them. */
export function haveSameFacts(a: TextInLocale, b: TextInLocale): boolean {
  return factsOf(a).symmetricDifference(factsOf(b)).size === 0;
}

/** Everything that a text states is in the other. */
export function hasFactsWithin(part: TextInLocale, whole: TextInLocale): boolean {
  const { numbers, codes, targets, addresses } = readFacts(whole.text, whole.locale);
  const own = readFacts(part.text, part.locale);
  return own.numbers.isSubsetOf(numbers) && own.codes.isSubsetOf(codes) && own.targets.isSubsetOf(targets) && own.addresses.isSubsetOf(addresses);
}
