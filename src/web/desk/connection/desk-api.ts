import type { RouteInput, RouteOutput } from '../../../protocol/http.ts';
import type { AssistAnswer } from '../../../protocol/assist.ts';
import { createCall, toQuery } from '../../staff/connection/request.ts';
import { createAccountApi, type AccountApi } from '../../staff/account/account-api.ts';
import { createSignInApi, type SignInApi } from '../../staff/session/sign-in-api.ts';

/** The endpoints under `/api/desk`; every method rejects with `RequestError` only. */
export interface DeskApi extends SignInApi, AccountApi {
  getMe(): Promise<RouteOutput<'getMe'>>;
  setUp(body: RouteInput<'setUp'>['body']): Promise<RouteOutput<'setUp'>>;
  signOut(): Promise<RouteOutput<'signOut'>>;
  listAgents(): Promise<RouteOutput<'listAgents'>>;
  listDestinations(): Promise<RouteOutput<'listDestinations'>>;
  listExplorers(): Promise<RouteOutput<'listExplorers'>>;
  listEarlier(conversationId: string): Promise<RouteOutput<'listEarlier'>>;
  listConversations(query: { readonly view: RouteInput<'listConversations'>['query']['view']; readonly limit?: number; readonly after?: string }): Promise<RouteOutput<'listConversations'>>;
  countViews(): Promise<RouteOutput<'countViews'>>;
  findCase(caseNumber: string): Promise<RouteOutput<'findCase'>>;
  getConversation(conversationId: string, after: number): Promise<RouteOutput<'getConversation'>>;
  /** Rejects with the code `offline` when the signal aborts. */
  assist(conversationId: string, asked: RouteInput<'assistAgent'>['body'], signal?: AbortSignal): Promise<AssistAnswer>;
  getModelStatus(): Promise<RouteOutput<'getModelStatus'>>;
  listMacros(): Promise<RouteOutput<'listMacros'>>;
  saveMacro(macroId: string, body: RouteInput<'saveMacro'>['body']): Promise<RouteOutput<'saveMacro'>>;
  removeMacro(macroId: string): Promise<RouteOutput<'removeMacro'>>;
  suggestArticles(conversationId: string, query: RouteInput<'suggestArticles'>['query']): Promise<RouteOutput<'suggestArticles'>>;
  findArticles(query: RouteInput<'findArticles'>['query']): Promise<RouteOutput<'findArticles'>>;
  readArticle(articleId: string, query: RouteInput<'readArticle'>['query']): Promise<RouteOutput<'readArticle'>>;
  listPeople(): Promise<RouteOutput<'listPeople'>>;
  createPerson(body: RouteInput<'createPerson'>['body']): Promise<RouteOutput<'createPerson'>>;
  changePerson(agentId: string, body: RouteInput<'changePerson'>['body']): Promise<RouteOutput<'changePerson'>>;
  setPersonPassword(agentId: string, password: string): Promise<RouteOutput<'setPersonPassword'>>;
  listPersonSessions(agentId: string): Promise<RouteOutput<'listPersonSessions'>>;
  revokePersonSession(agentId: string, sessionId: string): Promise<RouteOutput<'revokePersonSession'>>;
  revokePersonSessions(agentId: string): Promise<RouteOutput<'revokePersonSessions'>>;
  resetPersonFactors(agentId: string): Promise<RouteOutput<'resetPersonFactors'>>;
  listAudit(query: Readonly<Record<string, string | undefined>>): Promise<RouteOutput<'listAudit'>>;
  verifyAudit(): Promise<RouteOutput<'verifyAudit'>>;
  getDeskSettings(): Promise<RouteInput<'saveDeskSettings'>['body']>;
  saveDeskSettings(body: RouteInput<'saveDeskSettings'>['body']): Promise<RouteInput<'saveDeskSettings'>['body']>;
  getWallboard(since: number): Promise<RouteOutput<'getWallboard'>>;
  listWatched(query: string): Promise<RouteOutput<'listWatched'>>;
  getReport(query: string): Promise<RouteOutput<'getReport'>>;
  getRubric(): Promise<RouteOutput<'getRubric'>>;
  sampleConversations(query: string): Promise<RouteOutput<'sampleConversations'>>;
  getReviewReport(query: string): Promise<RouteOutput<'getReviewReport'>>;
  searchConversations(query: Readonly<Record<'q' | 'timeZone' | 'limit', string> & { cursor?: string }>): Promise<RouteOutput<'searchConversations'>>;
}

export function createDeskApi(fetch: typeof globalThis.fetch): DeskApi {
  const call = createCall(fetch);
  return {
    ...createSignInApi(call),
    ...createAccountApi(call),
    getMe: () => call('getMe', 'GET', '/api/desk/me'),
    setUp: (body) => call('setUp', 'POST', '/api/desk/set-up', body),
    signOut: () => call('signOut', 'POST', '/api/desk/sign-out', {}),
    listAgents: () => call('listAgents', 'GET', '/api/desk/agents'),
    listDestinations: () => call('listDestinations', 'GET', '/api/desk/destinations'),
    listExplorers: () => call('listExplorers', 'GET', '/api/desk/explorers'),
    listEarlier: (id) => call('listEarlier', 'GET', `/api/desk/conversations/${encodeURIComponent(id)}/earlier`),
    listConversations: ({ limit, ...query }) => call('listConversations', 'GET', `/api/desk/conversations?${toQuery({ ...query, limit: limit?.toString() })}`),
    countViews: () => call('countViews', 'GET', '/api/desk/counts'),
    findCase: (caseNumber) => call('findCase', 'GET', `/api/desk/cases/${encodeURIComponent(caseNumber)}`),
    getConversation: (id, after) => call('getConversation', 'GET', `/api/desk/conversations/${encodeURIComponent(id)}?after=${after}`),
    assist: (id, asked, signal) => call('assistAgent', 'POST', `/api/desk/conversations/${encodeURIComponent(id)}/assist`, asked, signal),
    getModelStatus: () => call('getModelStatus', 'GET', '/api/desk/model'),
    listMacros: () => call('listMacros', 'GET', '/api/desk/macros'),
    saveMacro: (id, body) => call('saveMacro', 'PUT', `/api/desk/macros/${encodeURIComponent(id)}`, body),
    removeMacro: (id) => call('removeMacro', 'DELETE', `/api/desk/macros/${encodeURIComponent(id)}`),
    suggestArticles: (id, query) => call('suggestArticles', 'GET', `/api/desk/conversations/${encodeURIComponent(id)}/articles?${toQuery(query)}`),
    findArticles: (query) => call('findArticles', 'GET', `/api/desk/articles?${toQuery(query)}`),
    readArticle: (id, query) => call('readArticle', 'GET', `/api/desk/articles/${encodeURIComponent(id)}?${toQuery(query)}`),
    listPeople: () => call('listPeople', 'GET', '/api/desk/people'),
    createPerson: (body) => call('createPerson', 'POST', '/api/desk/people', body),
    changePerson: (id, body) => call('changePerson', 'PUT', `/api/desk/people/${encodeURIComponent(id)}`, body),
    setPersonPassword: (id, password) => call('setPersonPassword', 'PUT', `/api/desk/people/${encodeURIComponent(id)}/password`, { password }),
    listPersonSessions: (id) => call('listPersonSessions', 'GET', `/api/desk/people/${encodeURIComponent(id)}/sessions`),
    revokePersonSession: (id, sessionId) => call('revokePersonSession', 'DELETE', `/api/desk/people/${encodeURIComponent(id)}/sessions/${encodeURIComponent(sessionId)}`),
    revokePersonSessions: (id) => call('revokePersonSessions', 'DELETE', `/api/desk/people/${encodeURIComponent(id)}/sessions`),
    resetPersonFactors: (id) => call('resetPersonFactors', 'DELETE', `/api/desk/people/${encodeURIComponent(id)}/factors`),
    listAudit: (query) => call('listAudit', 'GET', `/api/desk/audit?${toQuery(query)}`),
    verifyAudit: () => call('verifyAudit', 'POST', '/api/desk/audit/verify', {}),
    // What the server writes has every field, also those that may be left out of what it is sent.
    getDeskSettings: async () => await call('getDeskSettings', 'GET', '/api/desk/settings') as RouteInput<'saveDeskSettings'>['body'],
    saveDeskSettings: async (body) => await call('saveDeskSettings', 'PUT', '/api/desk/settings', body) as RouteInput<'saveDeskSettings'>['body'],
    getWallboard: (since) => call('getWallboard', 'GET', `/api/desk/wallboard?since=${since}`),
    listWatched: (query) => call('listWatched', 'GET', `/api/desk/wallboard/conversations?${query}`),
    getReport: (query) => call('getReport', 'GET', `/api/desk/reports?${query}`),
    getRubric: () => call('getRubric', 'GET', '/api/desk/rubric'),
    sampleConversations: (query) => call('sampleConversations', 'GET', `/api/desk/reviews/sample?${query}`),
    getReviewReport: (query) => call('getReviewReport', 'GET', `/api/desk/reviews?${query}`),
    searchConversations: (query) => call('searchConversations', 'GET', `/api/desk/search?${toQuery(query)}`),
  };
}
