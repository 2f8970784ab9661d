import type { Agent } from '../domain/agent.ts';
import { readDocumentPath, translationPath } from '../domain/documents/document-path.ts';
import { AppError } from '../domain/errors.ts';
import { DEFAULT_LOCALE } from '../domain/locales.ts';
import { compareFacts } from '../knowledge/editing/compare-facts.ts';
import type { CheckProposed, DraftOutcome, Drafts } from '../knowledge/editing/drafts.ts';
import { needsReason, type GoldenJudgement } from '../knowledge/editing/golden-judgement.ts';
import type { Images } from '../knowledge/editing/images.ts';
import type { createListArticles } from '../knowledge/editing/list-articles.ts';
import type { LiveKnowledge } from '../knowledge/editing/live-knowledge.ts';
import type { createPlanPublication } from '../knowledge/editing/plan-publication.ts';
import type { Publisher, PublishOutcome, ReleaseOutcome } from '../knowledge/editing/publisher.ts';
import type { SettingsForms } from '../knowledge/editing/settings-forms.ts';
import type { TranslationStates } from '../knowledge/editing/translation-states.ts';
import { imageAddress } from '../knowledge/content/render-article.ts';
import { parseTranslationFile } from '../knowledge/files/translation-file.ts';
import type { DocumentStore, Editor, Publication } from '../ports.ts';
import type { RouteOutput } from '../protocol/http.ts';
import { viewDraft, viewMark, viewProblem, viewPublication } from './document-views.ts';
import type { MountRoute, Note } from './http/mount-route.ts';
import type { PreviewDocument } from './pages/preview-document.ts';

const MOST_REVISIONS = 200;

export interface DocumentRoutesOptions {
  readonly documents: DocumentStore;
  readonly live: Pick<LiveKnowledge, 'current' | 'published' | 'refresh'>;
  readonly check: CheckProposed;
  readonly drafts: Drafts;
  readonly states: TranslationStates;
  readonly publisher: Publisher;
  readonly forms: SettingsForms;
  readonly images: Images;
  readonly listArticles: ReturnType<typeof createListArticles>;
  readonly planPublication: ReturnType<typeof createPlanPublication>;
  readonly preview: PreviewDocument;
}

export function mountDocumentRoutes(mount: MountRoute, options: DocumentRoutesOptions): void {
  mountReading(mount, options);
  mountDrafts(mount, options);
  mountPublishing(mount, options);
  mountForms(mount, options);
}

function mountReading(mount: MountRoute, { documents, live, check, states, listArticles }: DocumentRoutesOptions): void {
  mount('listArticles', async () => {
    const { articles, drafts } = await listArticles();
    const { categories } = live.current().base;
    return {
      version: live.published().version, categories: categories.map(({ id, team }) => ({ id, team })), articles,
      drafts: drafts.map((draft) => ({ path: draft.path, draft: viewMark(draft) })),
    };
  });

  mount('readDocument', async ({ query: { path } }) => {
    const draft = await documents.getDraft(path);
    const published = live.published().documents.get(path);
    const text = draft ? draft.text : published?.text ?? null;
    const problems = draft || text !== null ? await check([{ path, text }]) : [];
    return {
      path, published: published ?? null, draft: draft ? viewDraft(draft) : null, problems: problems.map(viewProblem),
      source: await readSource(path, text),
    };
  });

  async function readSource(path: string, text: string | null): Promise<RouteOutput<'readDocument'>['source']> {
    const name = readDocumentPath(path);
    if (name?.kind !== 'translation' || name.locale === DEFAULT_LOCALE) return null;
    const now = live.published().documents.get(translationPath(name.articleId, DEFAULT_LOCALE));
    const source = live.current().base.articles.get(name.articleId)?.translations[DEFAULT_LOCALE];
    if (!source || !now || now.text === null) return null;
    const { state } = await states.tell(name.articleId, name.locale);
    const written = text === null ? undefined : parseTranslationFile(text, path, name.articleId, name.locale);
    const differences = written?.ok ? compareFacts(source, written.parsed.value) : [];
    return { state, now, then: await states.sourceThen(name.articleId, name.locale) ?? null, differences: differences as NonNullable<RouteOutput<'readDocument'>['source']>['differences'] };
  }

  mount('checkDocument', async ({ body }) => ({ problems: (await check([body])).map(viewProblem) }));

  mount('listRevisions', async ({ query: { path } }) => ({ revisions: await documents.listRevisions(path, MOST_REVISIONS) }));

  mount('readRevision', async ({ query: { path, number } }) => {
    const revision = await documents.getRevision(path, number);
    if (!revision) throw new AppError('not-found', `there is no revision ${number} of ${path}`);
    return { revision };
  });
}

function mountDrafts(mount: MountRoute, { documents, drafts, preview }: DocumentRoutesOptions): void {
  mount('saveDraft', async ({ agent, body }) => viewOutcome(await drafts.save(editorOf(agent), body)));

  mount('moveDraft', async ({ agent, body }) => {
    const outcome = await drafts.move(editorOf(agent), body);
    return outcome.state === 'refused' ? { state: 'refused', problems: outcome.problems.map(viewProblem) } : viewOutcome(outcome);
  });

  mount('discardDraft', async ({ body: { path, version } }) => {
    if (await drafts.discard(path, version)) return { state: 'discarded' };
    const draft = await documents.getDraft(path);
    return { state: 'conflict', draft: draft ? viewDraft(draft) : null };
  });

  mount('previewDocument', ({ body }) => {
    const shown = preview(body);
    return shown.state === 'shown' ? shown : { state: 'unreadable', problems: shown.problems.map(viewProblem) };
  });

  mount('createArticle', async ({ agent, body }) => ({
    articleId: body.id, paths: await drafts.createArticle(editorOf(agent), { ...body, summary: body.summary ?? body.title }),
  }));
}

function mountPublishing(mount: MountRoute, { documents, publisher, planPublication, images }: DocumentRoutesOptions): void {
  mount('planPublication', async ({ body: { paths } }) => {
    const plan = await planPublication(paths);
    return {
      documents: plan.documents.map((one) => ({ ...one, becomesStale: [...one.becomesStale], problems: one.problems.map(viewProblem) })),
      golden: plan.golden && viewGolden(plan.golden),
    };
  });

  mount('publish', async ({ agent, body: { documents: chosen, note: why, reason } }, { note }) => viewRelease(noted(await publisher.publish(editorOf(agent), chosen, { note: why, reason }), note)));

  mount('listPublications', async ({ query: { before, limit } }) => ({ publications: (await documents.listPublications(before ?? null, limit)).map(viewPublication) }));

  mount('revertPublication', async ({ agent, params, body }, { note }) => viewSettled(noted(await publisher.revert(editorOf(agent), params.publicationId, body.note), note)));

  mount('archiveArticle', async ({ agent, params, body }, { note }) => {
    const outcome = noted(await publisher.archive(editorOf(agent), params.articleId, body), note);
    return outcome.state === 'needs-confirmation' ? { state: 'needs-confirmation', problems: outcome.problems.map(viewProblem) } : viewSettled(outcome);
  });

  mount('addImage', async ({ body }) => {
    const image = await images.add(body);
    return { ...image, path: imageAddress(image.name) };
  });
}

function mountForms(mount: MountRoute, { forms }: DocumentRoutesOptions): void {
  mount('readExchange', () => {
    const { version, settings, uses } = forms.readExchange();
    return { version, settings: { ...settings }, uses: { ...uses } };
  });

  mount('saveExchange', async ({ agent, body }, { note }) => viewForm(noted(await forms.saveExchange(editorOf(agent), body), note)));

  mount('readCategories', () => {
    const { version, categories, uses } = forms.readCategories();
    return { version, categories: categories.map(({ id, team, titles }) => ({ id, team, titles: { ...titles } })), uses: { ...uses } };
  });

  mount('saveCategories', async ({ agent, body }, { note }) => viewForm(noted(await forms.saveCategories(editorOf(agent), body), note)));
}

/** Tells the audit log which publication it was, or that there was none. */
function noted<T extends { readonly state: string; readonly publication?: Publication }>(outcome: T, note: Note): T {
  const { publication } = outcome;
  note(publication ? { subject: String(publication.id), details: { kind: publication.kind, paths: publication.changes.map(({ path }) => path).join(' ').slice(0, 500) } } : 'nothing-done');
  return outcome;
}

function editorOf({ id, name }: Agent): Editor {
  return { id, name };
}

function viewOutcome(outcome: DraftOutcome) {
  if (outcome.state === 'conflict') return { state: 'conflict' as const, draft: outcome.draft ? viewDraft(outcome.draft) : null };
  return { state: 'saved' as const, draft: viewDraft(outcome.draft), problems: outcome.problems.map(viewProblem) };
}

function viewGolden(golden: GoldenJudgement) {
  return { run: golden.run, changed: [...golden.changed], broken: [...golden.broken], needsReason: needsReason(golden) };
}

function viewSettled(outcome: ReleaseOutcome) {
  switch (outcome.state) {
    case 'published': return { state: outcome.state, publication: viewPublication(outcome.publication), problems: outcome.problems.map(viewProblem) };
    case 'refused': return { state: outcome.state, problems: outcome.problems.map(viewProblem) };
    case 'conflict': return outcome;
  }
}

function viewRelease(outcome: PublishOutcome) {
  return outcome.state === 'needs-reason' ? { state: outcome.state, golden: viewGolden(outcome.golden) } : viewSettled(outcome);
}

/** With the number of the revision that the form is of now. */
function viewForm(outcome: ReleaseOutcome) {
  const view = viewSettled(outcome);
  return view.state === 'published' ? { ...view, version: view.publication.changes[0]?.to ?? 0 } : view;
}
