import type { Locale } from '../../domain/locales.ts';
import type { TranscriptEntry } from './read-transcript.ts';

/** A conversation ready to be written down. */
export interface Transcript {
  readonly locale: Locale;
  readonly title: string;
  /** What stands under the title, as names and values: case number, beginning, time zone. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly entries: readonly TranscriptEntry[];
  /** A moment with its zone, as the language writes it. */
  readonly tellTime: (at: number) => string;
  readonly say: (key: string, values?: Record<string, string>) => string;
  /** Address of a help article. */
  readonly articleUrl: (locale: Locale, articleId: string) => string;
  /** Where paths in messages lead. */
  readonly publicUrl: string;
}
