import { diffLines } from 'diff';
import { readDocumentPath } from '../../domain/documents/document-path.ts';
import { DEFAULT_LOCALE, LOCALE_TAGS, type Locale } from '../../domain/locales.ts';
import type { DocumentStore, Draft } from '../../ports.ts';
import type { Problem } from '../problem.ts';
import { changeKnowledgeBase } from './change-knowledge-base.ts';
import { compareFacts } from './compare-facts.ts';
import type { CheckProposed } from './drafts.ts';
import type { GoldenJudgement, JudgePublication } from './golden-judgement.ts';
import type { LiveKnowledge } from './live-knowledge.ts';
import { refuses } from './publisher.ts';

export interface PlannedDocument {
  readonly path: string;
  readonly version: number;
  readonly change: 'new' | 'changed' | 'removed' | 'unchanged';
  /** Something else was published since the draft was begun. */
  readonly outdated: boolean;
  /** Lines. */
  readonly added: number;
  readonly removed: number;
  readonly text: string | null;
  readonly before: string | null;
  /** Translations that are left behind. */
  readonly becomesStale: readonly Locale[];
  readonly problems: readonly Problem[];
}

export interface Plan {
  readonly documents: readonly PlannedDocument[];
  /** Null where there are errors: nothing can be tried out then. */
  readonly golden: GoldenJudgement | null;
}

/** What publishing drafts would do; paths without a draft are left out. */
export function createPlanPublication({ documents, live, check, judge }: {
  documents: Pick<DocumentStore, 'getDraft'>;
  live: Pick<LiveKnowledge, 'current' | 'published' | 'refresh'>;
  check: CheckProposed;
  judge: JudgePublication;
}): (paths: readonly string[]) => Promise<Plan> {
  return async function planPublication(paths) {
    await live.refresh();
    const drafts = (await Promise.all([...new Set(paths)].map((path) => documents.getDraft(path)))).filter((draft) => draft !== undefined);
    const problems = await check(drafts);
    const planned = drafts.map((draft) => {
      const published = live.published().documents.get(draft.path);
      return { ...compareTexts(draft, published?.text ?? null), outdated: (published?.number ?? 0) !== draft.base, becomesStale: findStale(draft, drafts), problems: problems.filter(({ file }) => file === draft.path) };
    });
    // What others lose is told with the first, so that it is seen.
    const elsewhere = problems.filter(({ file }) => !drafts.some(({ path }) => path === file));
    const [first, ...rest] = planned;
    const told = first ? [{ ...first, problems: [...first.problems, ...elsewhere] }, ...rest] : [];
    return { documents: told, golden: refuses(problems, drafts) || drafts.length === 0 ? null : await judge(drafts) };
  };

  /** Published translations of a source that changes, those that go out with it apart. */
  function findStale({ path, text }: Draft, drafts: readonly Draft[]): Locale[] {
    const name = readDocumentPath(path);
    if (name?.kind !== 'translation' || name.locale !== DEFAULT_LOCALE || text === null) return [];
    const { base } = live.current();
    const before = base.articles.get(name.articleId)?.translations;
    const changed = changeKnowledgeBase(base, [{ path, text }]);
    const source = changed.ok ? changed.base.articles.get(name.articleId)?.translations[DEFAULT_LOCALE] : undefined;
    const old = before?.[DEFAULT_LOCALE];
    if (!source || !before) return [];
    const sameWords = old !== undefined && old.title === source.title && old.summary === source.summary && old.body === source.body;
    const goesAlong = (locale: Locale): boolean => drafts.some((one) => one.path === path.replace(/[^/]+$/, `${locale}.md`));
    return LOCALE_TAGS.filter((locale) => {
      const translation = before[locale];
      return translation && locale !== DEFAULT_LOCALE && !goesAlong(locale) && (!sameWords || compareFacts(source, translation).length > 0);
    });
  }
}

function compareTexts({ path, version, text }: Draft, before: string | null): Omit<PlannedDocument, 'outdated' | 'becomesStale' | 'problems'> {
  const parts = diffLines(before ?? '', text ?? '');
  const count = (which: 'added' | 'removed'): number => parts.filter((part) => part[which]).reduce((sum, part) => sum + part.count, 0);
  const change = text === null ? 'removed' : before === null ? 'new' : text === before ? 'unchanged' : 'changed';
  return { path, version, change, added: count('added'), removed: count('removed'), text, before };
}
