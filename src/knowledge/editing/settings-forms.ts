import { isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';
import { CATEGORIES_PATH, EXCHANGE_PATH } from '../../domain/documents/document-path.ts';
import { editYamlText, type FieldChanges } from '../../domain/documents/edit-yaml-text.ts';
import { AppError } from '../../domain/errors.ts';
import type { Editor } from '../../ports.ts';
import type { Category, ExchangeSettings } from '../knowledge-base.ts';
import { countVariables } from './check-documents.ts';
import type { LiveKnowledge } from './live-knowledge.ts';
import type { Publisher, ReleaseOutcome } from './publisher.ts';

type Saved = ReleaseOutcome;

export interface SettingsForms {
  /** `version` is the number of the published revision. */
  readExchange(): { readonly version: number; readonly settings: ExchangeSettings; readonly uses: Readonly<Record<string, number>> };
  /** Publishes the settings as they are given; comments of the file stay. */
  saveExchange(editor: Editor, form: { readonly version: number; readonly settings: ExchangeSettings; readonly note: string }): Promise<Saved>;
  readCategories(): { readonly version: number; readonly categories: readonly Category[]; readonly uses: Readonly<Record<string, number>> };
  /** Publishes the shelves in the order in which they are given. */
  saveCategories(editor: Editor, form: { readonly version: number; readonly categories: readonly Category[]; readonly note: string }): Promise<Saved>;
}

/** The exchange's settings and the shelves as forms over their documents. */
export function createSettingsForms({ live, publisher }: { live: Pick<LiveKnowledge, 'current' | 'published'>; publisher: Pick<Publisher, 'release'> }): SettingsForms {
  const versionOf = (path: string): number => live.published().documents.get(path)?.number ?? 0;

  async function publishText(editor: Editor, path: string, { version, note }: { version: number; note: string }, edit: (text: string) => string | undefined): Promise<Saved> {
    const published = live.published().documents.get(path);
    if ((published?.number ?? 0) !== version) return { state: 'conflict', path };
    const text = edit(published?.text ?? '');
    if (text === undefined) throw new AppError('invalid-input', `${path}: the published file cannot be edited as a form; edit its text`);
    const outcome = await publisher.release({ kind: 'publish', editor, note, reason: null, asksGolden: false, changes: [{ path, text, from: version, draftVersion: null }] });
    if (outcome.state === 'needs-reason') throw new Error('golden questions were not to be asked');
    return outcome;
  }

  return {
    readExchange: () => ({ version: versionOf(EXCHANGE_PATH), settings: live.current().base.exchange, uses: Object.fromEntries(countVariables(live.current().base.articles)) }),

    saveExchange: (editor, { settings, ...form }) => publishText(editor, EXCHANGE_PATH, form, (text) => {
      const gone = Object.keys(live.current().base.exchange).filter((name) => !Object.hasOwn(settings, name)).map((name) => [name, undefined] as const);
      const changes: FieldChanges = Object.fromEntries([...gone, ...Object.entries(settings)]);
      return editYamlText(text, changes);
    }),

    readCategories() {
      const { categories, articles } = live.current().base;
      const uses = new Map(categories.map(({ id }) => [id, 0]));
      for (const { category } of articles.values()) uses.set(category, (uses.get(category) ?? 0) + 1);
      return { version: versionOf(CATEGORIES_PATH), categories, uses: Object.fromEntries(uses) };
    },

    saveCategories: (editor, { categories, ...form }) => publishText(editor, CATEGORIES_PATH, form, (text) => arrangeCategories(text, categories)),
  };
}

/** What stands before the first row is said of the whole file, whichever row comes first. */
function liftHeading(contents: YAMLMap): void {
  const key = contents.items[0]?.key;
  if (!isScalar(key) || !key.commentBefore) return;
  contents.commentBefore = [contents.commentBefore, key.commentBefore].filter(Boolean).join('\n');
  key.commentBefore = null;
}

/** The rows that stay as they are keep their comments. */
function arrangeCategories(text: string, categories: readonly Category[]): string | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const contents = document.contents as YAMLMap;
  liftHeading(contents);
  const old = new Map(contents.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', pair]));
  contents.items = categories.map(({ id, team, titles }) => {
    const row = { team, ...(titles && Object.keys(titles).length > 0 && { titles }) };
    const before = old.get(id);
    if (before && isMap(before.value) && JSON.stringify(before.value.toJSON()) === JSON.stringify(row)) return before;
    const value = document.createNode(row, { flow: true });
    if (before) {
      before.value = value;
      return before;
    }
    return document.createPair(id, value);
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}
