import { beforeAll, describe, expect, it } from '@jest/globals';
import { createTranslate } from '../../assistant/phrases.ts';
import type { Conversation } from '../../domain/conversation.ts';
import { foldAll } from '../../domain/fold-conversation.ts';
import { viewFor, type EventDraft } from '../../domain/events.ts';
import type { Locale } from '../../domain/locales.ts';
import { readPhrases } from '../../read-phrases.ts';
import { createWriteTranscript, type WriteTranscript } from './write-transcript.ts';

const AT = Date.UTC(2026, 2, 12, 9);
const ana = { agentId: 'a1', name: 'Ana' };
const said = (text: string, more: object = {}): EventDraft => ({
  type: 'message.sent', data: { author: { kind: 'agent', ...ana }, kind: 'reply', text, locale: 'en', citations: [], choices: [], ...more },
});
const received = (text: string, more: object = {}): EventDraft => ({ type: 'message.received', data: { clientMessageId: 'message-1', text, ...more } });
const file = { id: '019a0000-0000-7000-8000-000000000002', name: 'receipt "1".pdf', type: 'application/pdf', bytes: 1_234_567, sha256: '0'.repeat(64) };

describe('a transcript', () => {
  let write: WriteTranscript;
  beforeAll(async () => {
    write = createWriteTranscript({ translate: createTranslate(await readPhrases()), exchangeName: () => 'Example <Exchange>', publicUrl: 'https://desk.example' });
  });

  const transcribe = (format: 'html' | 'txt', drafts: readonly EventDraft[], { locale = 'en', timeZone }: { locale?: Locale; timeZone?: string } = {}): string => {
    const begun: EventDraft = { type: 'conversation.started', data: { contactId: 'c', caseNumber: '7K3M-92QX', locale, channel: 'widget', timeZone: 'Asia/Tokyo' } };
    const events = [begun, ...drafts].map((draft, i) => ({ ...draft, conversationId: 'c1', seq: i + 1, at: AT + i * 60_000 }));
    const conversation: Conversation = foldAll('c1', events);
    return write({ conversation, events: events.flatMap((event) => viewFor('contact', event) ?? []), format, timeZone }).text;
  };

  it('says who said what and when, with the zone, the sources and the names of files', () => {
    const text = transcribe('txt', [
      received('here **it** is', { attachments: [file] }),
      { type: 'conversation.assigned', data: { ...ana, team: 'payments', byAgentId: null } },
      said('Read **this** [page](https://x.example).', { citations: [{ articleId: 'deposit', locale: 'en', revision: 'r', title: 'Deposits' }] }),
    ]);
    expect(text).toBe(`Conversation with Example <Exchange> support
Case number: 7K3M-92QX
Begun: Mar 12, 2026, 6:00 PM GMT+9

Mar 12, 2026, 6:01 PM GMT+9 · You
here **it** is
[File: receipt "1".pdf, 1.2 MB]

Mar 12, 2026, 6:02 PM GMT+9 · Ana joined

Mar 12, 2026, 6:03 PM GMT+9 · Ana
Read this page <https://x.example>.
Source: Deposits <https://desk.example/help/en/deposit>
`);
  });

  it('tells nothing that is for colleagues alone, and names secrets that were taken out', () => {
    const drafts: EventDraft[] = [
      received('my code is ⟦one_time_code⟧'),
      { type: 'note.added', data: { author: { kind: 'agent', ...ana }, text: 'looks like a scam', clientMessageId: 'note-0001' } },
      { type: 'urgency.raised', data: { urgency: 'high', reason: 'scam' } },
    ];
    for (const format of ['html', 'txt'] as const) {
      const text = transcribe(format, drafts);
      expect(text).toContain('my code is [one-time code: removed]');
      expect(text).not.toContain('scam');
      expect(text).not.toContain('a1');
    }
  });

  it('is a page on which nothing runs, whatever was written', () => {
    const page = transcribe('html', [received('<script>alert(1)</script> <img src=x onerror=y>'), said('<b onclick=x>hi</b> [go](javascript:alert) [help](/help/en/a)')]);
    expect(page).not.toMatch(/<script|<img|<b onclick|href="javascript/);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('<base href="https://desk.example/">');
    expect(page).toContain('content="default-src &#39;none&#39;;');
    expect(page).toContain('Example &lt;Exchange&gt;');
  });

  it('is in the conversation\'s language and direction, in the zone that was asked for, else in UTC where that is none', () => {
    expect(transcribe('html', [received('مرحبا')], { locale: 'ar' })).toContain('<html lang="ar" dir="rtl">');
    expect(transcribe('txt', [received('你好')], { locale: 'zh-CN' })).toContain('工单号: 7K3M-92QX');
    expect(transcribe('txt', [received('x')], { timeZone: 'Europe/Berlin' })).toContain('10:00 AM GMT+1');
    expect(transcribe('txt', [received('x')], { timeZone: 'Moon/Base' })).toContain('9:00 AM UTC');
  });
});
