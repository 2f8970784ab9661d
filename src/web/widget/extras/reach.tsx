/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConversationView } from '../conversation/conversation-view.ts';
import { Drawing, Icon } from '../screen/icon.tsx';
import { useClient } from '../screen/use-client.ts';
import { useSurroundings } from '../screen/surroundings.ts';
import { CaseNumber } from './case-number.tsx';
import { ICON_PATHS } from './icon-paths.ts';

/** As much as tells a typing error; the desk looks closer. */
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
const LONGEST_ADDRESS = 200;

/** While nobody of the team is there: what happens next, how the case is found again, and how the contact is. */
export function Reach({ view }: { view: ConversationView }): JSX.Element {
  const { t, client } = useSurroundings();
  const { outbox } = useClient(client);
  const pending = outbox.flatMap(({ body, conversationId }) => (body.type === 'address' && conversationId === view.id ? [body.email] : [])).at(-1);
  const [given, setGiven] = useState<string | null>(null);
  const [editing, setEditing] = useState(false);
  const email = pending ?? view.email;
  // The desk knows better what an address is: one that it refused has left the outbox and is not in the log.
  const refused = given !== null && pending === undefined && view.email !== given;

  const [before, after] = t('emailGiven').split(/\{\{\s*email\s*\}\}/);

  const give = (address: string): void => {
    client.send({ type: 'address', email: address });
    setGiven(address);
    setEditing(false);
  };
  return (
    <section class="reach" aria-label={t('nobodyTitle')}>
      <p class="reach-title" role="status"><Icon name="clock" size={17} /><strong>{t('nobodyTitle')}</strong></p>
      <p class="reach-text">{t('nobodyText')}</p>
      {view.caseNumber && <p class="reach-case"><CaseNumber text={view.caseNumber} /></p>}
      {email !== null && !editing && !refused
        ? (
          <p class="reach-given" role="status">
            <Drawing path={ICON_PATHS.mail} size={16} /><span>{before}<bdi dir="ltr">{email}</bdi>{after}</span>
            <button type="button" class="link" onClick={() => { setEditing(true); }}>{t('emailChange')}</button>
          </p>
        )
        : <AddressForm known={email ?? given ?? ''} refused={refused} takesFocus={editing} onGive={give} {...(editing ? { onCancel: () => { setEditing(false); } } : {})} />}
    </section>
  );
}

function AddressForm({ known, refused, takesFocus, onGive, onCancel }: { known: string; refused: boolean; takesFocus: boolean; onGive: (email: string) => void; onCancel?: () => void }): JSX.Element {
  const { t } = useSurroundings();
  const [email, setEmail] = useState(known);
  const [wrong, setWrong] = useState(refused);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => { if (takesFocus) field.current?.focus(); }, []);
  const submit = (event: Event): void => {
    event.preventDefault();
    const address = email.trim();
    if (ADDRESS.test(address)) {
      onGive(address);
    } else {
      setWrong(true);
      field.current?.focus();
    }
  };
  return (
    <form class="address" noValidate onSubmit={submit}>
      <label for="vigil-email">{t('emailLabel')}</label>
      <div class="address-row">
        <input id="vigil-email" ref={field} class="input" type="email" inputMode="email" autocomplete="email" dir="ltr" maxLength={LONGEST_ADDRESS} placeholder="name@mail.example"
          value={email} aria-invalid={wrong} aria-describedby={wrong ? 'vigil-email-problem' : undefined}
          onInput={(event) => { setEmail(event.currentTarget.value); setWrong(false); }}
          onKeyDown={(event) => { if (event.key === 'Escape' && onCancel) { event.stopPropagation(); onCancel(); } }} />
        <button type="submit" class="solid">{t('emailSave')}</button>
      </div>
      {wrong && <p class="problem" id="vigil-email-problem" role="alert">{t('emailWrong')}</p>}
    </form>
  );
}
