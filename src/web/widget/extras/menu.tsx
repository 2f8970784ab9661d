/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConversationView } from '../conversation/conversation-view.ts';
import { Drawing } from '../screen/icon.tsx';
import { useClient } from '../screen/use-client.ts';
import { useSurroundings } from '../screen/surroundings.ts';
import { CaseNumber } from './case-number.tsx';
import { ICON_PATHS } from './icon-paths.ts';
import { SaveTranscript } from './save-transcript.tsx';

/** What one may do with the conversation besides writing; nothing while there is none. */
export function Menu({ view, onEarlier }: { view: ConversationView | null; onEarlier: () => void }): JSX.Element | null {
  const { t, client } = useSurroundings();
  const known = useClient(client).log !== null;
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return undefined;
    box.current?.querySelector<HTMLElement>('.menu button')?.focus();
    const root = box.current?.getRootNode();
    const leave = (event: Event): void => { if (!box.current?.contains(event.target as Node)) setOpen(false); };
    root?.addEventListener('pointerdown', leave);
    root?.addEventListener('focusin', leave);
    return () => {
      root?.removeEventListener('pointerdown', leave);
      root?.removeEventListener('focusin', leave);
    };
  }, [open]);

  if (!known) return null;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div class="menu-box" ref={box} onKeyDown={onKeyDown}>
      <button type="button" ref={button} class="icon-button" aria-label={t('more')} title={t('more')} aria-expanded={open} onClick={() => { setOpen(!open); }}>
        <Drawing path={ICON_PATHS.more} size={20} />
      </button>
      {open && (
        <div class="menu" role="group" aria-label={t('more')}>
          {view?.caseNumber && <p class="menu-case"><CaseNumber text={view.caseNumber} /></p>}
          <button type="button" class="menu-item" onClick={onEarlier}><Drawing path={ICON_PATHS.history} size={17} />{t('earlier')}</button>
          {view && <SaveTranscript conversationId={view.id} caseNumber={view.caseNumber ?? ''} className="menu-item" />}
        </div>
      )}
    </div>
  );
}
