import { STANDARD_SETTINGS } from '../../src/domain/desk-settings.ts';
import type { ContactClientFrame } from '../../src/protocol/contact.ts';
import type { DeskClientFrame, DeskCommand } from '../../src/protocol/desk.ts';
import type { RouteName } from '../../src/protocol/http.ts';

/** Everybody who can call: `contact` is the one of the conversation that is asked for, `stranger` another. */
export const CALLERS = ['nobody', 'contact', 'stranger', 'agent', 'supervisor', 'editor', 'admin'] as const;
export type Caller = (typeof CALLERS)[number];

/**
 * Whose the conversation is: the caller's own; another agent's of the caller's team; in the queue of the
 * caller's team; another agent's of a team that the caller is not in.
 */
export const CASES = ['own', 'team', 'queue', 'other'] as const;
export type Case = (typeof CASES)[number];

/** What a request may be about, for inputs that are not to be made from the schema alone. */
export interface Ids {
  readonly conversationId: string;
  readonly caseNumber: string;
  readonly fileId: string;
  /** An agent about whom nobody else cares. */
  readonly agentId: string;
}

/** Where the assistant's answer stands in every conversation of this test. */
export const ANSWER_SEQ = 3;

export interface Row {
  /** Who is let in. Others are told to sign in, or that their role may not. */
  readonly may: readonly Caller[];
  /** Where it is about a conversation: of those who are let in, to whom it is there at all. Others are told that there is none. */
  readonly sees?: Readonly<Record<Case, readonly Caller[]>>;
  /** Parts of the input that take the place of what the schema makes. */
  readonly input?: (ids: Ids) => { readonly params?: object; readonly query?: object; readonly body?: object; readonly headers?: object };
}

const may = (...callers: Caller[]): Row => ({ may: callers });
const sees = (everywhere: readonly Caller[], alsoAmongTheirs: readonly Caller[]): Record<Case, readonly Caller[]> => {
  const theirs = [...everywhere, ...alsoAmongTheirs];
  return { own: theirs, team: theirs, queue: theirs, other: everywhere };
};

const ANYBODY = may(...CALLERS);
const CONTACTS = may('contact', 'stranger');
const STAFF = may('agent', 'supervisor', 'editor', 'admin');
const HANDLERS = may('agent', 'supervisor', 'admin');
const OVERSEERS = may('supervisor', 'admin');
const EDITORS = may('editor', 'admin');
const ADMINS = may('admin');

const about = ({ conversationId }: Ids) => ({ params: { conversationId } });
const ITS_CONTACT: Row = { ...CONTACTS, sees: sees(['contact'], []), input: about };
const ITS_READERS: Row = { ...HANDLERS, sees: sees(['supervisor', 'admin'], ['agent']), input: about };

const given = (row: Row, input: NonNullable<Row['input']>): Row => ({ ...row, input });
const path = 'articles/deposit-late/en.md';
const period = { from: '2026-11-01', to: '2026-11-02' };

/** Every route, who may call it, and on whose conversations. A route without a row here fails the test by its name. */
export const ROUTE_MATRIX: Readonly<Partial<Record<RouteName, Row>>> = {
  getWidgetConfig: ANYBODY,
  searchHelp: ANYBODY,
  startContactSession: ANYBODY,
  getSignInWays: ANYBODY,
  startProvider: ANYBODY,
  finishProvider: ANYBODY,
  setUp: ANYBODY,
  signIn: ANYBODY,

  getContactConversation: CONTACTS,
  listContactConversations: CONTACTS,
  sendMessage: given(CONTACTS, () => ({ body: { id: 'permissions-1', text: 'hello' } })),
  uploadContactFile: CONTACTS,
  getTranscript: ITS_CONTACT,
  readContactEvents: ITS_CONTACT,
  rateAnswer: { ...ITS_CONTACT, input: (ids) => ({ ...about(ids), body: { ofSeq: ANSWER_SEQ } }) },
  rateConversation: ITS_CONTACT,
  answerFollowUp: ITS_CONTACT,
  giveAddress: ITS_CONTACT,
  noteRead: ITS_CONTACT,
  readFile: { ...may('contact', 'stranger', 'agent', 'supervisor', 'editor', 'admin'), sees: sees(['contact', 'supervisor', 'admin'], ['agent']), input: ({ fileId }) => ({ params: { fileId } }) },

  getMe: STAFF,
  signOut: STAFF,
  listSessions: STAFF,
  revokeSession: STAFF,
  revokeOtherSessions: STAFF,
  listFactors: STAFF,
  answerCode: STAFF,
  startPasskeyAnswer: STAFF,
  answerPasskey: given(STAFF, () => ({ body: { response: { id: 'x', type: 'public-key' } } })),
  confirmPassword: STAFF,
  startTotp: STAFF,
  addTotp: STAFF,
  startPasskey: STAFF,
  addPasskey: given(STAFF, () => ({ body: { name: 'Key', response: { id: 'x', type: 'public-key' } } })),
  removeFactor: STAFF,
  renewRecoveryCodes: STAFF,

  listAgents: HANDLERS,
  listConversations: HANDLERS,
  countViews: HANDLERS,
  claimNext: HANDLERS,
  listDestinations: HANDLERS,
  listExplorers: HANDLERS,
  listMacros: HANDLERS,
  uploadAgentFile: HANDLERS,
  searchConversations: HANDLERS,
  getRubric: HANDLERS,
  findCase: { ...ITS_READERS, input: ({ caseNumber }) => ({ params: { caseNumber } }) },
  getConversation: ITS_READERS,
  commandConversation: { ...ITS_READERS, input: (ids) => ({ ...about(ids), body: { type: 'note', clientMessageId: 'permissions-2', text: 'looked at it' } }) },
  assistAgent: { ...ITS_READERS, input: (ids) => ({ ...about(ids), body: { type: 'suggest' } }) },
  listEarlier: ITS_READERS,
  suggestArticles: ITS_READERS,

  getModelStatus: OVERSEERS,
  saveMacro: given(OVERSEERS, () => ({ body: { title: 'Greeting', teams: [], texts: { en: 'Hello' } } })),
  removeMacro: OVERSEERS,
  listPeople: OVERSEERS,
  changePerson: given(OVERSEERS, ({ agentId }) => ({ params: { agentId }, body: { capacity: 4 } })),
  getDeskSettings: OVERSEERS,
  saveDeskSettings: given(OVERSEERS, () => ({ body: { version: 0, settings: STANDARD_SETTINGS } })),
  getWallboard: OVERSEERS,
  listWatched: given(OVERSEERS, ({ agentId }) => ({ query: { agentId } })),
  getReport: given(OVERSEERS, () => ({ query: period })),
  downloadReport: given(OVERSEERS, () => ({ query: { ...period, table: 'series' } })),
  sampleConversations: OVERSEERS,
  getReviewReport: given(OVERSEERS, () => ({ query: period })),

  listPersonSessions: given(ADMINS, ({ agentId }) => ({ params: { agentId } })),
  revokePersonSessions: given(ADMINS, ({ agentId }) => ({ params: { agentId } })),
  revokePersonSession: given(ADMINS, ({ agentId }) => ({ params: { agentId } })),
  resetPersonFactors: given(ADMINS, ({ agentId }) => ({ params: { agentId } })),
  listAudit: ADMINS,
  downloadAudit: ADMINS,
  verifyAudit: ADMINS,
  createPerson: given(ADMINS, () => ({ body: { email: 'new@x.example', name: 'New' } })),
  setPersonPassword: given(ADMINS, ({ agentId }) => ({ params: { agentId } })),

  findArticles: STAFF,
  readArticle: STAFF,

  listArticles: EDITORS,
  readDocument: given(EDITORS, () => ({ query: { path } })),
  saveDraft: given(EDITORS, () => ({ body: { path, text: 'text' } })),
  moveDraft: given(EDITORS, () => ({ body: { path } })),
  discardDraft: given(EDITORS, () => ({ body: { path } })),
  checkDocument: given(EDITORS, () => ({ body: { path } })),
  previewDocument: given(EDITORS, () => ({ body: { path } })),
  planPublication: given(EDITORS, () => ({ body: { paths: [path] } })),
  publish: given(EDITORS, () => ({ body: { documents: [{ path, version: 9 }] } })),
  listPublications: EDITORS,
  revertPublication: given(EDITORS, () => ({ params: { publicationId: 9 } })),
  listRevisions: given(EDITORS, () => ({ query: { path } })),
  readRevision: given(EDITORS, () => ({ query: { path, number: 1 } })),
  createArticle: given(EDITORS, () => ({ body: { id: 'deposit-late', category: 'deposit' } })),
  archiveArticle: given(EDITORS, () => ({ params: { articleId: 'no-such-article' } })),
  readExchange: EDITORS,
  saveExchange: EDITORS,
  readCategories: EDITORS,
  saveCategories: given(EDITORS, () => ({ body: { version: 0, categories: [{ id: 'deposit', team: 'payments' }] } })),
  addImage: EDITORS,
  listGaps: EDITORS,
  readGap: EDITORS,
  closeGap: EDITORS,
  reopenGap: EDITORS,
  startArticle: given(EDITORS, () => ({ body: { articleId: 'new-one', category: 'deposit', phrasings: [{ locale: 'en', text: 'where is it' }] } })),
  addPhrasings: given(EDITORS, () => ({ body: { articleId: 'new-one', phrasings: [{ locale: 'en', text: 'where is it' }] } })),
  listArticleFigures: EDITORS,
  readArticleFigures: EDITORS,
  previewImport: given(EDITORS, () => ({ body: { category: 'deposit', files: [{ path: 'a.md', base64: 'YWJj' }] } })),
  runImport: given(EDITORS, () => ({ body: { category: 'deposit', files: [{ path: 'a.md', base64: 'YWJj' }] } })),
  tryUtterance: EDITORS,
  listGolden: EDITORS,
  saveGolden: given(EDITORS, () => ({ body: { utterance: 'where is my deposit', articleId: 'deposit-not-arrived' } })),
  removeGolden: EDITORS,
  runGolden: EDITORS,
  proposeTranslation: EDITORS,
};

/** What a command comes to: done, or the code that it is refused with. */
export type Outcome = 'done' | 'not-owner' | 'not-found' | 'already-claimed' | 'conflict' | 'forbidden';
type Commander = 'agent' | 'supervisor' | 'admin';
type CommandRow = Readonly<Record<Case, Readonly<Record<Commander, Outcome>>>>;

/** For an agent, for who oversees; who does not see the conversation is told that there is none. */
function row(own: [Outcome, Outcome], team: [Outcome, Outcome], queue: [Outcome, Outcome], other: Outcome): CommandRow {
  const both = ([agent, overseer]: [Outcome, Outcome]) => ({ agent, supervisor: overseer, admin: overseer });
  return { own: both(own), team: both(team), queue: both(queue), other: both(['not-found', other]) };
}

const DONE: [Outcome, Outcome] = ['done', 'done'];
const BY_OVERSEERS: [Outcome, Outcome] = ['not-owner', 'done'];
const BY_NOBODY: [Outcome, Outcome] = ['not-owner', 'not-owner'];
const TAKEN: [Outcome, Outcome] = ['already-claimed', 'already-claimed'];
const CONFLICT: [Outcome, Outcome] = ['conflict', 'conflict'];
const NOTHING_THERE: [Outcome, Outcome] = ['not-found', 'not-found'];
const BY_WHO_SEES_IT = row(DONE, DONE, DONE, 'done');
const BY_ITS_OWNER = row(DONE, BY_OVERSEERS, BY_NOBODY, 'done');
const WHERE_IT_WAITS_TOO = row(DONE, BY_OVERSEERS, DONE, 'done');
const NOT_IN_THIS_STATE = row(CONFLICT, CONFLICT, CONFLICT, 'conflict');

/** Every command of an agent, on an open conversation that nobody put aside and that has no side thread. */
export const COMMAND_MATRIX: Readonly<Record<DeskCommand['type'], CommandRow>> = {
  claim: row(TAKEN, TAKEN, DONE, 'already-claimed'),
  assign: WHERE_IT_WAITS_TOO,
  transfer: WHERE_IT_WAITS_TOO,
  release: BY_ITS_OWNER,
  snooze: BY_ITS_OWNER,
  return: BY_ITS_OWNER,
  resolve: BY_ITS_OWNER,
  reply: row(DONE, BY_NOBODY, BY_NOBODY, 'not-owner'),
  note: BY_WHO_SEES_IT,
  'open-thread': BY_WHO_SEES_IT,
  wake: NOT_IN_THIS_STATE,
  reopen: NOT_IN_THIS_STATE,
  'see-mention': NOT_IN_THIS_STATE,
  'reply-thread': row(NOTHING_THERE, NOTHING_THERE, NOTHING_THERE, 'not-found'),
  'close-thread': row(NOTHING_THERE, NOTHING_THERE, NOTHING_THERE, 'not-found'),
  review: row(['forbidden', 'forbidden'], ['forbidden', 'conflict'], ['forbidden', 'conflict'], 'conflict'),
};

/**
 * What a frame about a conversation comes to: an answer, or nothing that anybody notices. `owner`: only
 * where the conversation is the sender's own does anything come of it.
 */
type FrameRow = 'who-sees-it' | 'owner' | 'oneself';

/** Every frame of `/ws/desk`, which agents, supervisors and administrators may open. */
export const DESK_FRAME_MATRIX: Readonly<Record<DeskClientFrame['type'], FrameRow>> = {
  follow: 'who-sees-it',
  view: 'who-sees-it',
  command: 'who-sees-it',
  typing: 'owner',
  read: 'owner',
  unfollow: 'oneself',
  'claim-next': 'oneself',
  presence: 'oneself',
  ping: 'oneself',
};

/** Every frame of `/ws/contact`: `its-contact`, another contact is told that there is no such conversation, or nothing comes of it. */
export const CONTACT_FRAME_MATRIX: Readonly<Record<ContactClientFrame['type'], 'its-contact' | 'oneself'>> = {
  hello: 'oneself',
  ping: 'oneself',
  'message.send': 'its-contact',
  'answer.rate': 'its-contact',
  'conversation.rate': 'its-contact',
  'follow-up.answer': 'its-contact',
  'address.give': 'its-contact',
  read: 'its-contact',
  typing: 'its-contact',
};
