import { Laptop, Smartphone } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { RouteOutput } from '../../../protocol/http.ts';
import { formatMoment } from '../format/names.ts';
import { usePreferences } from '../preferences/preferences-context.tsx';

type Session = RouteOutput<'listSessions'>['sessions'][number];

/** Where somebody is signed in; each can be ended but the one with which this is read. */
export function SessionList({ sessions, onEnd }: { sessions: readonly Session[]; onEnd: (session: Session) => void }) {
  const { t, preferences: { language } } = usePreferences();
  return (
    <ul className="account-list">
      {sessions.map((session) => {
        const { id, device, address, seenAt, proof, current } = session;
        const Icon = /Android|iPhone/.test(device) ? Smartphone : Laptop;
        return (
          <li key={id}>
            <Icon size={18} aria-hidden />
            <div>
              <p className="account-name"><bdi>{device || t('account.unknownDevice')}</bdi>{current && <span className="account-mark">{t('account.thisOne')}</span>}</p>
              <p className="account-words">
                {address && <><bdi dir="ltr">{address}</bdi> · </>}{t('account.seen', { at: formatMoment(seenAt, language) })} · {t(`account.proof.${proof ?? 'none'}`)}
              </p>
            </div>
            {!current && <Button className="button" onPress={() => { onEnd(session); }}>{t('account.end')}</Button>}
          </li>
        );
      })}
    </ul>
  );
}
