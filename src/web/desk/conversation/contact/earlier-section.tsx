import { EyeOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { formatDay } from '../../../shared/format-time.ts';
import type { RouteOutput } from '../../../../protocol/http.ts';
import { useDeskApi } from '../../connection/desk-context.tsx';
import { InnerLink } from '../../../staff/controls/inner-link.tsx';
import { ShortText } from '../../controls/short-text.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { pathTo } from '../../state/location.ts';
import type { DeskConversation } from '../../state/model.ts';

type Earlier = RouteOutput<'listEarlier'>;

/** As many as fit without scrolling; the rest come when asked for. */
const SHOWN = 3;

/** What the same contact wrote before, each opened in place. */
export function EarlierSection({ conversation }: { conversation: DeskConversation }) {
  const { t } = usePreferences();
  const { earlier, failed, retry } = useEarlier(conversation.id);
  const [isOpen, setOpen] = useState(false);
  // Nothing is said while it loads: most contacts are here for the first time, and a line that goes again makes the rest jump.
  if (failed) {
    return (
      <section className="facts-section earlier">
        <h3>{t('earlier.title')}</h3>
        <p className="facts-none">{t('earlier.failed')} <button type="button" className="text-button" onClick={retry}>{t('tryAgain')}</button></p>
      </section>
    );
  }
  if (earlier === null || (earlier.conversations.length === 0 && earlier.hidden === 0)) return null;
  const shown = isOpen ? earlier.conversations : earlier.conversations.slice(0, SHOWN);
  return (
    <section className="facts-section earlier">
      <h3>{t('earlier.title')}</h3>
      <ul>{shown.map((one) => <li key={one.id}><EarlierRow conversation={one} /></li>)}</ul>
      {earlier.conversations.length > SHOWN && (
        <button type="button" className="text-button" aria-expanded={isOpen} onClick={() => { setOpen(!isOpen); }}>
          {isOpen ? t('earlier.less') : t('earlier.more', { count: earlier.conversations.length - SHOWN })}
        </button>
      )}
      {earlier.hidden > 0 && <p className="earlier-hidden"><EyeOff size={12} aria-hidden />{t('earlier.hidden', { count: earlier.hidden })}</p>}
    </section>
  );
}

function EarlierRow({ conversation: { id, caseNumber, createdAt, status, intent, lastMessage, rating, lastAgent } }: { conversation: DeskConversation }) {
  const { t, preferences: { language } } = usePreferences();
  const facts = [t(status === 'resolved' ? 'owner.resolved' : 'earlier.open'), ...(lastAgent ? [lastAgent.name] : []), ...(rating === null ? [] : [t('facts.ratingOf', { score: rating })])];
  return (
    <InnerLink className="earlier-row" href={pathTo('queue', id)}>
      <span className="earlier-head"><strong>{t(intent ? `intents.${intent}` : 'intents.none')}</strong><time dateTime={new Date(createdAt).toISOString()}>{formatDay(createdAt, Date.now(), language)}</time></span>
      {lastMessage && <span className="earlier-text" dir="auto"><ShortText text={lastMessage.text} /></span>}
      <span className="earlier-facts"><bdi>{caseNumber}</bdi>{facts.map((fact) => <span key={fact}>{fact}</span>)}</span>
    </InnerLink>
  );
}

function useEarlier(conversationId: string): { readonly earlier: Earlier | null; readonly failed: boolean; readonly retry: () => void } {
  const api = useDeskApi();
  const [earlier, setEarlier] = useState<Earlier | null>(null);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    api.listEarlier(conversationId).then(
      (answer) => { if (current) setEarlier(answer); },
      () => { if (current) setFailed(true); },
    );
    return () => { current = false; };
  }, [api, conversationId, attempt]);
  return { earlier, failed, retry: () => { setFailed(false); setAttempt(attempt + 1); } };
}
