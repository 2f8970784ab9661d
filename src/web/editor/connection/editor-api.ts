import type { Locale } from '../../../domain/locales.ts';
import type { RouteInput } from '../../../protocol/http.ts';
import { createCall, toQuery } from '../../staff/connection/request.ts';
import { createSignInApi } from '../../staff/session/sign-in-api.ts';

type Body<N extends Parameters<ReturnType<typeof createCall>>[0]> = RouteInput<N>['body'];
/** What may be left out of a body has a default on the server. */
type Loose<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>;

/** The endpoints under `/api/editor`, and those of the session; every method rejects with `RequestError` only. */
export type EditorApi = ReturnType<typeof createEditorApi>;

export function createEditorApi(fetch: typeof globalThis.fetch) {
  const call = createCall(fetch);
  return {
    ...createSessionApi(call),
    listArticles: () => call('listArticles', 'GET', '/api/editor/articles'),
    readDocument: (path: string) => call('readDocument', 'GET', `/api/editor/document?${toQuery({ path })}`),
    saveDraft: (body: Body<'saveDraft'>) => call('saveDraft', 'PUT', '/api/editor/draft', body),
    moveDraft: (body: Loose<Body<'moveDraft'>, 'publishAt'>) => call('moveDraft', 'POST', '/api/editor/draft/move', body),
    discardDraft: (body: Body<'discardDraft'>) => call('discardDraft', 'POST', '/api/editor/draft/discard', body),
    checkDocument: (body: Body<'checkDocument'>, signal?: AbortSignal) => call('checkDocument', 'POST', '/api/editor/check', body, signal),
    previewDocument: (body: Body<'previewDocument'>, signal?: AbortSignal) => call('previewDocument', 'POST', '/api/editor/preview', body, signal),
    planPublication: (paths: readonly string[], signal?: AbortSignal) => call('planPublication', 'POST', '/api/editor/plan', { paths }, signal),
    publish: (body: Loose<Body<'publish'>, 'note' | 'reason'>) => call('publish', 'POST', '/api/editor/publish', body),
    listPublications: (before: number | null) => call('listPublications', 'GET', `/api/editor/publications?${toQuery({ before: before?.toString() })}`),
    revertPublication: (id: number, note: string) => call('revertPublication', 'POST', `/api/editor/publications/${id}/revert`, { note }),
    listRevisions: (path: string) => call('listRevisions', 'GET', `/api/editor/revisions?${toQuery({ path })}`),
    readRevision: (path: string, number: number) => call('readRevision', 'GET', `/api/editor/revision?${toQuery({ path, number: String(number) })}`),
    createArticle: (body: Loose<Body<'createArticle'>, 'related' | 'tags' | 'phrasings' | 'summary'>) => call('createArticle', 'POST', '/api/editor/articles', body),
    archiveArticle: (articleId: string, body: Body<'archiveArticle'>) => call('archiveArticle', 'POST', `/api/editor/articles/${encodeURIComponent(articleId)}/archive`, body),
    readExchange: () => call('readExchange', 'GET', '/api/editor/exchange'),
    saveExchange: (body: Body<'saveExchange'>) => call('saveExchange', 'PUT', '/api/editor/exchange', body),
    readCategories: () => call('readCategories', 'GET', '/api/editor/categories'),
    saveCategories: (body: Body<'saveCategories'>) => call('saveCategories', 'PUT', '/api/editor/categories', body),
    addImage: (file: Blob) => call('addImage', 'POST', '/api/editor/images', file),
    ...createTryingApi(call),
    ...createGapsApi(call),
    previewImport: (body: Loose<Body<'previewImport'>, 'replace'>, signal?: AbortSignal) => call('previewImport', 'POST', '/api/editor/import/preview', body, signal),
    runImport: (body: Loose<Body<'runImport'>, 'replace' | 'leaveOutWrong'>) => call('runImport', 'POST', '/api/editor/import', body),
  };
}

function createSessionApi(call: ReturnType<typeof createCall>) {
  return {
    ...createSignInApi(call),
    getMe: () => call('getMe', 'GET', '/api/desk/me'),
    signOut: () => call('signOut', 'POST', '/api/desk/sign-out', {}),
  };
}

function createTryingApi(call: ReturnType<typeof createCall>) {
  return {
    tryUtterance: (body: Body<'tryUtterance'>, signal?: AbortSignal) => call('tryUtterance', 'POST', '/api/editor/try', body, signal),
    listGolden: (articleId: string) => call('listGolden', 'GET', `/api/editor/golden?${toQuery({ articleId })}`),
    saveGolden: (id: string, body: Body<'saveGolden'>) => call('saveGolden', 'PUT', `/api/editor/golden/${id}`, body),
    removeGolden: (id: string) => call('removeGolden', 'DELETE', `/api/editor/golden/${id}`),
    runGolden: (body: Body<'runGolden'>) => call('runGolden', 'POST', '/api/editor/golden/run', body),
    proposeTranslation: (body: Body<'proposeTranslation'>) => call('proposeTranslation', 'POST', '/api/editor/propose-translation', body),
  };
}

/** @param days that a period is long. */
function createGapsApi(call: ReturnType<typeof createCall>) {
  const gap = (id: string): string => `/api/editor/gaps/${encodeURIComponent(id)}`;
  return {
    listGaps: ({ days, state, locale }: { days: number; state: 'open' | 'closed'; locale: Locale | null }) =>
      call('listGaps', 'GET', `/api/editor/gaps?${toQuery({ days: String(days), state, locale: locale ?? undefined, limit: '200' })}`),
    readGap: (id: string, days: number) => call('readGap', 'GET', `${gap(id)}?${toQuery({ days: String(days) })}`),
    closeGap: (id: string, body: Loose<Body<'closeGap'>, 'note'>) => call('closeGap', 'POST', `${gap(id)}/close`, body),
    reopenGap: (id: string) => call('reopenGap', 'POST', `${gap(id)}/reopen`, {}),
    startArticle: (id: string, body: Body<'startArticle'>) => call('startArticle', 'POST', `${gap(id)}/article`, body),
    addPhrasings: (id: string, body: Loose<Body<'addPhrasings'>, 'calm'>) => call('addPhrasings', 'POST', `${gap(id)}/phrasings`, body),
    listArticleFigures: (days: number, locale: Locale | null) => call('listArticleFigures', 'GET', `/api/editor/figures?${toQuery({ days: String(days), locale: locale ?? undefined })}`),
    readArticleFigures: (articleId: string, days: number) => call('readArticleFigures', 'GET', `/api/editor/figures/${encodeURIComponent(articleId)}?${toQuery({ days: String(days) })}`),
  };
}
