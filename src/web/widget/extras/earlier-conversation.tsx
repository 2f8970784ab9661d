/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ContactCases } from '../connection/contact-api.ts';
import { viewConversation, type ConversationView } from '../conversation/conversation-view.ts';
import { timelineOf } from '../conversation/timeline.ts';
import { MessageLog } from '../screen/message-log.tsx';
import { useSurroundings } from '../screen/surroundings.ts';
import { Problem } from './problem.tsx';
import { SaveTranscript } from './save-transcript.tsx';
import { useApi } from './use-api.ts';
import { useLoaded } from './use-loaded.ts';

/** A conversation to read: nothing in it can be pressed that would speak in another. */
export function EarlierConversation({ one }: { one: ContactCases[number] }): JSX.Element {
  const { t, token } = useSurroundings();
  const api = useApi();
  const [events, retry] = useLoaded(() => api.history(token() ?? '', one.id), [one.id]);
  const view = useMemo(() => (typeof events === 'string' ? undefined : settled(viewConversation({ id: one.id, events }))), [events]);
  if (events === 'failed') return <Problem onRetry={retry} />;
  if (!view) return <div class="log-frame"><div class="log skeleton" role="status" aria-label={t('loading')}><i /><i /><i /></div></div>;
  return (
    <>
      <MessageLog rows={timelineOf(view, [])} view={view} held="" readSeq={0}>{null}</MessageLog>
      <div class="footer read-only">
        <p class="hint">{t('earlierReading')}</p>
        <div class="ways"><SaveTranscript conversationId={one.id} caseNumber={one.caseNumber} className="strip-button" /></div>
      </div>
    </>
  );
}

/** Choices that were open stay untaken; offers are off. */
function settled(view: ConversationView): ConversationView {
  return { ...view, items: view.items.map((item) => (item.kind === 'spoken' ? { ...item, latest: false, offersPerson: false } : item)) };
}
