import { useCallback } from 'react';
import { useDeskState } from '../connection/desk-context.tsx';
import { useTicking } from '../../staff/format/use-ticking.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';

/** Whoever types says so every few seconds; after this silence they have stopped. */
const TYPING_LASTS_MS = 6_000;

export function TypingLine({ conversationId }: { conversationId: string }) {
  const { t } = usePreferences();
  const typing = useDeskState((state) => state.typing.get(conversationId));
  const isTyping = useTicking(useCallback((now: number) => typing !== undefined && now - typing.at < TYPING_LASTS_MS, [typing]));
  if (!typing || !isTyping) return null;
  return (
    <p className="typing">
      <span className="typing-dots" aria-hidden><span /><span /><span /></span>
      {t(`typing.${typing.from}`, { name: typing.name ?? t('typing.somebody') })}
    </p>
  );
}
