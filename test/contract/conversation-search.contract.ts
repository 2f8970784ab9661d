import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { Conversation } from '../../src/domain/conversation.ts';
import type { EventDraft } from '../../src/domain/events.ts';
import { readTerm, type SearchTerm } from '../../src/domain/search/search-term.ts';
import type { Team } from '../../src/domain/teams.ts';
import type { Clock, ConversationSearch, ConversationStore, SearchFilter, SearchRequest } from '../../src/ports.ts';
import { createManualClock } from '../fakes/manual-clock.ts';

export interface OpenedSearch {
  readonly search: ConversationSearch;
  readonly conversations: ConversationStore;
  close(): Promise<void>;
}

const ANA = { agentId: 'ana', name: 'Ana' };
const author = { kind: 'agent', ...ANA } as const;

/** What every implementation of ConversationSearch must do. */
export function describeConversationSearch(name: string, open: (clock: Clock) => Promise<OpenedSearch>): void {
  describe(`conversation search: ${name}`, () => {
    const clock = createManualClock();
    let opened: OpenedSearch;
    beforeEach(async () => { opened = await open(clock); });
    afterEach(() => opened.close());

    let counter = 0;
    const received = (text: string): EventDraft => ({ type: 'message.received', data: { clientMessageId: `search-message-${counter += 1}`, text } });
    const handoff = (team: Team): EventDraft => ({ type: 'handoff.requested', data: { team, urgency: 'high', reason: 'asked', requestedBy: 'contact', ask: [] } });
    const start = async (text: string, { contactId = 'contact', team, events = [] }: { contactId?: string; team?: Team; events?: EventDraft[] } = {}): Promise<Conversation> => {
      clock.advance(1_000);
      const { conversation } = await opened.conversations.start({
        id: uuidv7(), startKey: `search-key-${counter += 1}`,
        drafts: [
          { type: 'conversation.started', data: { contactId, caseNumber: `case-${counter}`, locale: 'en', channel: 'widget' } },
          received(text), ...(team ? [handoff(team)] : []), ...events,
        ],
      });
      return conversation;
    };
    const append = async ({ id }: Conversation, ...drafts: EventDraft[]): Promise<void> => {
      clock.advance(1_000);
      const { seq } = await opened.conversations.get(id) ?? { seq: 0 };
      await opened.conversations.append(id, seq, drafts);
    };

    const admin: SearchRequest['reader'] = { id: 'admin', role: 'admin', teams: [] };
    const terms = (words: string): SearchTerm[] => words.split(' ').flatMap((word) => readTerm(word, false) ?? []);
    const request = (words: string, filter: SearchFilter = {}, reader = admin): SearchRequest => ({ reader, terms: terms(words), filter });
    const find = async (words: string, filter?: SearchFilter, reader?: SearchRequest['reader']): Promise<string[]> =>
      (await opened.search.find(request(words, filter, reader), null, 50)).found.map(({ conversation }) => conversation.id);
    /** Every page, of so many each. */
    async function findAll(asked: SearchRequest, limit: number): Promise<string[]> {
      const ids: string[] = [];
      for (let cursor: string | null = null; ;) {
        const { found, next } = await opened.search.find(asked, cursor, limit);
        expect(found.length).toBeLessThanOrEqual(limit);
        ids.push(...found.map(({ conversation }) => conversation.id));
        if (next === null) return ids;
        cursor = next;
      }
    }

    it('finds what contacts, the assistant and agents said, at once', async () => {
      const conversation = await start('where is my withdrawal');
      expect(await find('withdrawal')).toEqual([conversation.id]);
      await append(conversation,
        { type: 'message.sent', data: { author: { kind: 'assistant' }, kind: 'answer', text: 'See **settlement** [times](/help/en/x).', locale: 'en', citations: [], choices: [] } },
        { type: 'note.added', data: { author, text: 'Looks like phishing', clientMessageId: 'note-of-search' } },
        { type: 'thread.opened', data: { threadId: uuidv7(), to: { kind: 'supervisors' }, author, text: 'Freeze the account?', clientMessageId: 'thread-of-search' } },
        { type: 'contact.reachable', data: { email: 'kim@mail.example' } },
      );
      for (const words of ['settlement', 'times', 'phishing', 'freeze', 'kim@mail.example']) expect([words, await find(words)]).toEqual([words, [conversation.id]]);
      const { found: [hit] } = await opened.search.find(request('phishing'), null, 1);
      expect(hit).toMatchObject({ conversation: { id: conversation.id }, said: { type: 'note.added', data: { text: 'Looks like phishing' } } });
    });

    it('finds words of two characters, long codes by their ends, and languages without spaces', async () => {
      const han = await start('我的提币一直没有到账');
      const thai = await start('ถอนเงินแล้วยังไม่ได้รับ');
      const hash = await start('tx 0x52908400098527886E0F7030069857D2E4169EE7 is lost');
      expect(await find('提币')).toEqual([han.id]);
      expect(await find('账')).toEqual([han.id]);
      expect(await find('币到')).toEqual([]);
      expect(await find('เงิน')).toEqual([thai.id]);
      for (const code of ['0x52908400098527886e0f7030069857d2e4169ee7', '52908400098527', '…9EE7']) expect([code, await find(code)]).toEqual([code, [hash.id]]);
    });

    it('takes several words as all of them, in one message', async () => {
      const both = await start('deposit of usdt');
      const apart = await start('deposit');
      await append(apart, received('usdt'));
      expect(await find('usdt deposit')).toEqual([both.id]);
      expect((await opened.search.find({ reader: admin, terms: [readTerm('of usdt', true) ?? { phrases: [], open: false }], filter: {} }, null, 5)).found.map(({ conversation }) => conversation.id)).toEqual([both.id]);
    });

    it('gives each conversation once, by the newest that was said, page by page', async () => {
      const all: string[] = [];
      for (let index = 0; index < 7; index++) all.unshift((await start(`deposit number ${index}`)).id);
      const [newest = '', ...older] = all;
      const oldest = await opened.conversations.get(all.at(-1) ?? '');
      if (oldest) await append(oldest, received('deposit again'));
      const expected = [all.at(-1) ?? '', newest, ...older.slice(0, -1)];
      for (const limit of [1, 2, 3, 50]) expect([limit, await findAll(request('deposit'), limit)]).toEqual([limit, expected]);
      const { found: [first] } = await opened.search.find(request('deposit'), null, 1);
      expect(first?.said).toMatchObject({ type: 'message.received', data: { text: 'deposit again' } });
    });

    it('finds conversations by what they are, the latest change first, page by page', async () => {
      const payments = await start('one', { team: 'payments', contactId: 'kim' });
      const fraud = await start('two', { team: 'fraud' });
      const taken = await start('three', { team: 'fraud', events: [{ type: 'conversation.assigned', data: { ...ANA, team: 'fraud', byAgentId: null } }] });
      await append(payments, received('again'));
      expect(await find('')).toEqual([payments.id, taken.id, fraud.id]);
      for (const limit of [1, 2]) expect(await findAll(request(''), limit)).toEqual([payments.id, taken.id, fraud.id]);
      expect(await find('', { teams: ['fraud'] })).toEqual([taken.id, fraud.id]);
      expect(await find('', { agentIds: ['ana'] })).toEqual([taken.id]);
      expect(await find('', { contactIds: ['kim'] })).toEqual([payments.id]);
      expect(await find('', { caseNumbers: [fraud.caseNumber] })).toEqual([fraud.id]);
      expect(await find('', { urgencies: ['high'], statuses: ['open'], locales: ['en'] })).toHaveLength(3);
      for (const filter of [{ urgencies: ['critical'] }, { statuses: ['resolved'] }, { locales: ['ja'] }, { intents: ['withdrawal_problem'] }, { teams: [] }, { agentIds: [] }] as SearchFilter[]) expect(await find('', filter)).toEqual([]);
      await append(taken, { type: 'conversation.resolved', data: ANA });
      expect(await find('', { statuses: ['resolved'], agentIds: ['ana'] })).toEqual([taken.id]);
    });

    it('takes words and filters together', async () => {
      const payments = await start('my deposit', { team: 'payments' });
      const fraud = await start('my deposit', { team: 'fraud' });
      expect(await find('deposit', { teams: ['fraud'] })).toEqual([fraud.id]);
      expect(await find('deposit', { caseNumbers: [payments.caseNumber] })).toEqual([payments.id]);
      expect(await find('deposit', { teams: ['security'] })).toEqual([]);
    });

    it('keeps to a time: when it was said, or when it last changed', async () => {
      const early = await start('deposit early');
      clock.advance(10_000);
      const middle = clock.now();
      const late = await start('deposit late');
      expect(await find('deposit', { until: middle })).toEqual([early.id]);
      expect(await find('deposit', { since: middle })).toEqual([late.id]);
      expect(await find('', { since: middle })).toEqual([late.id]);
      clock.advance(10_000);
      const end = clock.now();
      await append(early, received('and the deposit again'));
      expect(await find('', { until: end })).toEqual([late.id]);
      expect(await findAll(request('deposit', { until: end }), 1)).toEqual([late.id, early.id]);
      expect(await find('deposit', { since: clock.now() + 1 })).toEqual([]);
    });

    it('finds nothing that the agent may not read', async () => {
      const payments = await start('secret deposit', { team: 'payments' });
      const fraud = await start('secret deposit', { team: 'fraud' });
      const assistant = await start('secret deposit');
      const agent = (teams: Team[], id = 'ben'): SearchRequest['reader'] => ({ id, role: 'agent', teams });
      for (const words of ['deposit', '']) {
        expect(await find(words, {}, agent(['payments']))).toEqual([payments.id]);
        expect(await find(words, {}, agent([]))).toEqual([]);
        expect(await find(words, { teams: ['fraud'] }, agent(['payments']))).toEqual([]);
        expect(await find(words, {}, { id: 'ed', role: 'editor', teams: ['payments'] })).toEqual([]);
        expect(await find(words, {}, { id: 'sue', role: 'supervisor', teams: [] })).toEqual([assistant.id, fraud.id, payments.id]);
      }
      await append(fraud,
        { type: 'note.added', data: { author, text: 'look', clientMessageId: 'mention-of-search', mentions: ['ben'] } },
        { type: 'thread.opened', data: { threadId: uuidv7(), to: { kind: 'team', team: 'technical' }, author, text: 'why', clientMessageId: 'thread-for-team' } },
      );
      expect(await find('deposit', {}, agent([]))).toEqual([fraud.id]);
      expect(await find('', {}, agent(['technical'], 'cid'))).toEqual([fraud.id]);
      expect(await find('deposit', {}, agent(['trading'], 'cid'))).toEqual([]);
      expect(await findAll(request('', {}, agent(['payments'])), 1)).toEqual([fraud.id, payments.id]);
    });

    it('does not find what was taken out before it was stored', async () => {
      const conversation = await start('my words are ⟦seed_phrase⟧ help');
      expect(await find('help')).toEqual([conversation.id]);
      expect(await find('seed_phrase')).toEqual([]);
    });

    it('takes a conflict and a repeated start for nothing', async () => {
      const conversation = await start('deposit');
      expect(await opened.conversations.append(conversation.id, 1, [received('withdrawal')])).toBe('conflict');
      expect(await find('withdrawal')).toEqual([]);
      const drafts: EventDraft[] = [{ type: 'conversation.started', data: { contactId: 'c', caseNumber: 'twice', locale: 'en', channel: 'widget' } }, received('repeated')];
      for (const id of [uuidv7(), uuidv7()]) await opened.conversations.start({ id, startKey: 'the-same', drafts });
      expect(await findAll(request('repeated'), 1)).toHaveLength(1);
    });

    it('refuses a cursor that it did not give', async () => {
      for (const words of ['deposit', '']) await expect(opened.search.find(request(words), 'x; drop table', 5)).rejects.toMatchObject({ code: 'invalid-input', field: 'cursor' });
    });
  });
}
