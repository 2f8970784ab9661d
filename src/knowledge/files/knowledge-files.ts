import type { Translation } from '../../domain/article.ts';
import type { Intent } from '../../domain/intents.ts';
import type { Locale } from '../../domain/locales.ts';
import type { Category, ConceptExpressions, ExchangeSettings } from '../knowledge-base.ts';
import type { Problem } from '../problem.ts';
import type { CrisisLines } from '../../domain/crisis-lines.ts';
import type { Policy } from '../../domain/policy.ts';
import type { ArticleFile } from './article-file.ts';
import type { ParsedFile } from './parsed-file.ts';
import type { UtterancesFile } from './utterances-file.ts';

/**
 * A knowledge base as it stands in its folder: every file that could be parsed, with its lines, and
 * what is wrong with the others. `check` reads it; `assemble` makes a KnowledgeBase of it.
 */
export interface KnowledgeFiles {
  readonly folder: string;
  readonly categories: ParsedFile<readonly Category[]>;
  readonly exchange: ParsedFile<ExchangeSettings>;
  readonly articles: ReadonlyMap<string, ParsedFile<ArticleFile>>;
  readonly translations: readonly ParsedFile<Translation>[];
  readonly utterances: readonly (ParsedFile<UtterancesFile> & { readonly intent: Intent; readonly locale: Locale })[];
  readonly concepts: readonly (ParsedFile<ConceptExpressions> & { readonly locale: Locale })[];
  readonly subjects: readonly (ParsedFile<ConceptExpressions> & { readonly locale: Locale })[];
  readonly cues: readonly (ParsedFile<ConceptExpressions> & { readonly locale: Locale })[];
  /** Absent where it is missing or wrong; `problems` says so. */
  readonly policy: ParsedFile<Policy> | undefined;
  readonly crisisLines: ParsedFile<CrisisLines> | undefined;
  /** Names of the images that articles may show. */
  readonly images: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}
