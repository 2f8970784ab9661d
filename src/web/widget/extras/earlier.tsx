/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatDay } from '../../shared/format-time.ts';
import { parseMarkdown, plainTextOf } from '../../shared/markdown.ts';
import type { ClientState } from '../connection/client-state.ts';
import type { ContactCases } from '../connection/contact-api.ts';
import { Icon } from '../screen/icon.tsx';
import { sayMarkers } from '../screen/message-text.tsx';
import { useSurroundings } from '../screen/surroundings.ts';
import { EarlierConversation } from './earlier-conversation.tsx';
import { findCases } from './find-case.ts';
import { Middle, Problem } from './problem.tsx';
import { useApi } from './use-api.ts';
import { useLoaded } from './use-loaded.ts';

export interface EarlierProps {
  readonly state: ClientState;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** The contact's conversations, to find one again and to read it. */
export function Earlier({ state, onBack, onClose }: EarlierProps): JSX.Element {
  const { t, token } = useSurroundings();
  const api = useApi();
  const [shown, setShown] = useState<ContactCases[number]>();
  const [cases, retry] = useLoaded(() => api.list(token() ?? ''), []);
  const back = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => { back.current?.focus(); }, [shown]);

  const goBack = (): void => {
    if (shown) setShown(undefined);
    else onBack();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    goBack();
  };
  return (
    <div class="earlier" onKeyDown={onKeyDown}>
      <div class="header">
        <button type="button" ref={back} class="icon-button" aria-label={t('back')} title={t('back')} onClick={goBack}><Icon name="chevron" size={20} className="turns back" /></button>
        <div class="header-text"><h1>{shown ? t('noticeStarted', { caseNumber: shown.caseNumber }) : t('earlier')}</h1></div>
        <button type="button" class="icon-button" aria-label={t('close')} title={t('close')} onClick={onClose}><Icon name="close" size={20} /></button>
      </div>
      {shown ? <EarlierConversation key={shown.id} one={shown} />
        : cases === 'loading' ? <div class="log-frame"><div class="log skeleton" role="status" aria-label={t('loading')}><i /><i /><i /></div></div>
          : cases === 'failed' ? <Problem onRetry={retry} />
            : <CaseList cases={cases} current={state.fresh ? undefined : state.log?.id} onOpen={(one) => { if (one.id === state.log?.id && !state.fresh) onBack(); else setShown(one); }} />}
    </div>
  );
}

function CaseList({ cases, current, onOpen }: { cases: ContactCases; current: string | undefined; onOpen: (one: ContactCases[number]) => void }): JSX.Element {
  const { t } = useSurroundings();
  const [written, setWritten] = useState('');
  const found = findCases(cases, written);
  const [said, setSaid] = useState('');
  // Once the writing rests: not after each letter.
  useEffect(() => {
    const timer = setTimeout(() => { setSaid(found.length === 0 ? t('earlierNone') : ''); }, 400);
    return () => { clearTimeout(timer); };
  }, [found.length === 0]);
  if (cases.length === 0) return <Middle><p>{t('earlierEmpty')}</p></Middle>;
  return (
    <>
      {cases.length > 1 && (
        <search class="case-search">
          <input class="input" type="search" aria-label={t('earlierFind')} placeholder={t('earlierFind')} autocomplete="off" spellcheck={false} maxLength={40}
            value={written} onInput={(event) => { setWritten(event.currentTarget.value); }} />
        </search>
      )}
      <p class="unseen" role="status">{said}</p>
      {found.length === 0 ? <Middle><p>{t('earlierNone')}</p></Middle> : (
        <ul class="cases" tabIndex={-1}>
          {found.map((one) => <li key={one.id}><CaseRow one={one} isCurrent={one.id === current} onOpen={() => { onOpen(one); }} /></li>)}
        </ul>
      )}
    </>
  );
}

function CaseRow({ one, isCurrent, onOpen }: { one: ContactCases[number]; isCurrent: boolean; onOpen: () => void }): JSX.Element {
  const { t, locale } = useSurroundings();
  const { caseNumber, status, updatedAt, lastMessage } = one;
  const state = isCurrent ? 'caseCurrent' : status === 'open' ? 'caseOpen' : 'caseClosed';
  return (
    <button type="button" class="case" onClick={onOpen}>
      <span class="case-top"><bdi dir="ltr" class="case-number">{caseNumber}</bdi><span class={`case-state ${isCurrent ? 'current' : status}`}>{t(state)}</span></span>
      {lastMessage && <span class="case-words" dir="auto" lang={one.locale}>{sayMarkers(t, plainTextOf(parseMarkdown(lastMessage.text)))}</span>}
      <time class="hint" dateTime={new Date(updatedAt).toISOString()}>{formatDay(updatedAt, Date.now(), locale)}</time>
    </button>
  );
}
