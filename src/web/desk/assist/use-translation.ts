import { useState } from 'react';
import type { Locale } from '../../../domain/locales.ts';
import { useAssist, useDeskState } from '../connection/desk-context.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { StaffLanguage } from '../../staff/preferences/preferences.ts';
import { isRead } from '../state/spoken-languages.ts';
import { explainNothing } from './assist-outcome.ts';
import { useRequest } from './use-request.ts';

export interface MessageTranslation {
  /** False where the agent reads the language, or there is no model. */
  readonly isOffered: boolean;
  readonly from: Locale;
  /** What to show in the place of the original; null while the original is shown. */
  readonly shown: string | null;
  readonly isRunning: boolean;
  readonly problem: string | null;
  /** Shows the translation, made once, or the original again. */
  toggle(): void;
}

/** A message in the agent's language, asked for once and then a click away. @param from the language of the message. */
export function useTranslation({ conversationId, seq }: { readonly conversationId: string; readonly seq: number }, from: Locale): MessageTranslation {
  const { t, preferences: { language } } = usePreferences();
  const { running, ask } = useRequest(conversationId);
  const readable = useDeskState((state) => state.me.locales);
  const [made, setMade] = useState<{ readonly text: string; readonly language: StaffLanguage } | null>(null);
  const [isShown, show] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isOffered = useAssist() !== null && !isRead(from, [language, ...readable]);
  const text = made?.language === language ? made.text : null;

  async function translate(): Promise<void> {
    setProblem(null);
    const outcome = await ask({ type: 'translate', to: language, source: { seq } });
    if (outcome.ok) {
      setMade({ text: outcome.answer.text, language });
      show(true);
    } else if (outcome.code !== 'cancelled') {
      setProblem(explainNothing(t, 'translate', outcome.code));
    }
  }

  return {
    isOffered, from, problem, isRunning: running !== null,
    shown: isOffered && isShown ? text : null,
    toggle() {
      if (text === null) void translate();
      else show(!isShown);
    },
  };
}
