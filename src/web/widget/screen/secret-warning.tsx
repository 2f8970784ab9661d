/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Redaction } from '../secrets/secret-check.ts';
import { Icon } from './icon.tsx';
import { kindName } from './message-text.tsx';
import { useSurroundings } from './surroundings.ts';

/**
 * Stands between the contact and a message that gives something away. Focus is on the way back, so that
 * neither a second Enter nor a screen reader's user in haste sends anything.
 */
export function SecretWarning({ found, onEdit, onSend }: { found: Redaction; onEdit: () => void; onSend: () => void }): JSX.Element {
  const { t, locale, exchangeName } = useSurroundings();
  const way = useRef<HTMLButtonElement>(null);
  useEffect(() => { way.current?.focus(); }, [found]);
  const kinds = new Intl.ListFormat(locale).format(new Set(found.secrets.map(({ kind }) => kindName(t, kind))));
  return (
    <div class="secret alarm" role="alertdialog" aria-labelledby="secret-title" aria-describedby="secret-text">
      <p class="safety-title" id="secret-title"><Icon name="shield" size={20} />{t('secretTitle')}</p>
      <p id="secret-text">{t('secretWarning', { kinds, exchange: exchangeName })}</p>
      <div class="secret-ways">
        <button type="button" class="solid" ref={way} onClick={onEdit}>{t('secretEdit')}</button>
        <button type="button" class="strip-button" onClick={onSend}>{t('secretSendWithout')}</button>
      </div>
    </div>
  );
}
