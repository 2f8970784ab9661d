import { findSecrets } from '../../src/secrets/find-secrets.ts';
import type { Draw } from './draw.ts';
import { AROUND, PUBLIC_STRINGS } from './generate-harmless.ts';

export interface FalseAlarms {
  readonly share: number;
  readonly count: number;
  /** Of generated strings and of sentences apart. */
  readonly byOrigin: { readonly strings: number; readonly sentences: number };
  readonly found: readonly { readonly reason: string; readonly text: string }[];
}

const TEXTS = 10_000;

/** Half the texts are public strings as contacts send them, half are sentences; fewer sentences where fewer are given. */
export function measureFalseAlarms(draw: Draw, sentences: readonly string[], share: number): FalseAlarms {
  const strings = Array.from({ length: Math.round(TEXTS * share / 2) }, () => draw.pick(AROUND).replace('{}', () => draw.pick(Object.values(PUBLIC_STRINGS))(draw)));
  const chosen = sentences.length <= TEXTS * share / 2 ? sentences : Array.from({ length: Math.round(TEXTS * share / 2) }, () => draw.pick(sentences));
  const inStrings = strings.flatMap(alarmsOf);
  const inSentences = chosen.flatMap(alarmsOf);
  const count = strings.length + chosen.length;
  return {
    share: (inStrings.length + inSentences.length) / count,
    count,
    byOrigin: { strings: inStrings.length / Math.max(1, strings.length), sentences: inSentences.length / Math.max(1, chosen.length) },
    found: [...inStrings, ...inSentences],
  };
}

function alarmsOf(text: string): { reason: string; text: string }[] {
  const [first] = findSecrets(text);
  return first ? [{ reason: first.reason, text }] : [];
}
