/** @jsxImportSource preact */
import type { JSX } from 'preact';
import type { ClientState } from '../connection/client-state.ts';
import type { ConversationView } from '../conversation/conversation-view.ts';
import { Icon } from './icon.tsx';
import { Later } from './later.tsx';
import { PersonButton } from './person-button.tsx';
import { useSurroundings } from './surroundings.ts';

/** Above the text field, always there: the way to a person, or where one is. */
export function StatusStrip({ view, state }: { view: ConversationView | null; state: ClientState }): JSX.Element | null {
  const { t, client } = useSurroundings();
  if (view?.status === 'resolved') {
    return (
      <div class="strip" key="new">
        <button type="button" class="strip-button" onClick={() => { client.beginAnew(); }}><Icon name="plus" size={17} />{t('startNew')}</button>
      </div>
    );
  }
  if (view?.owner.kind === 'agent') return null;
  if (view?.owner.kind === 'queue') return state.staffed ? <PlaceInLine state={state} /> : <Later part="Reach" view={view} />;
  return <div class="strip" key="person"><PersonButton className="strip-button" label={t('askPerson')} /></div>;
}

function PlaceInLine({ state: { place, waitMinutes } }: { state: ClientState }): JSX.Element {
  const { t } = useSurroundings();
  const where = place === null ? t('placeUnknown') : place === 1 ? t('placeNext') : t('place', { place });
  return (
    <div class="strip waiting" role="status">
      <Icon name="clock" size={17} />
      <p><strong>{where}</strong>{waitMinutes !== null && ` · ${t('waitMinutes', { count: waitMinutes })}`} <span class="hint">{t('placeHint')}</span></p>
    </div>
  );
}
