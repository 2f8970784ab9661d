import { useDeskState } from '../../connection/desk-context.tsx';
import { formatNumber } from '../../../staff/format/names.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { DraftMode } from '../../state/drafts.ts';
import { MAX_MESSAGE_LENGTH } from '../message-limits.ts';

interface ComposerHintProps {
  readonly mode: DraftMode;
  readonly length: number;
  /** Why it cannot be sent, whatever it says; null where it can. */
  readonly obstacle: string | null;
  readonly claim: (() => void) | null;
  /** Who has the conversation, for a whisper. */
  readonly owner: string;
}

/** Why this cannot be sent now and what to press, or how much room is left, or who will read it. */
export function ComposerHint({ mode, length, obstacle, claim, owner }: ComposerHintProps) {
  const { t, preferences: { language } } = usePreferences();
  const online = useDeskState((state) => state.link !== 'offline');
  if (obstacle !== null) {
    return (
      <p className="composer-hint" data-strong>
        <span>{obstacle}</span>
        {claim && <button type="button" className="button" onClick={claim}>{t('composer.claim')}</button>}
      </p>
    );
  }
  if (length > MAX_MESSAGE_LENGTH * 0.9) {
    return <p className="composer-hint" data-strong={length > MAX_MESSAGE_LENGTH}>{formatNumber(length, language)} / {formatNumber(MAX_MESSAGE_LENGTH, language)}</p>;
  }
  if (!online) return <p className="composer-hint">{t('composer.offline')}</p>;
  return <p className="composer-hint">{t(`composer.readers.${mode}`, { name: owner })}</p>;
}
