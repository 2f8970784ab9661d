import { useState } from 'react';
import type { Tone } from '../../../domain/agent-tools.ts';
import type { Locale } from '../../../domain/locales.ts';
import { useAssist, useDeskState, useDrafts } from '../connection/desk-context.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { putIntoReply, replaceReply, type Draft, type Written } from '../state/drafts.ts';
import type { DeskConversation } from '../state/model.ts';
import { guessLocale, isRead } from '../state/spoken-languages.ts';
import { explainNothing, type AnswerOf, type Asked } from './assist-outcome.ts';
import { useRequest } from './use-request.ts';

export type Suggestion = AnswerOf<{ type: 'suggest' }>;
export type ComposerTool = Exclude<Asked['type'], 'summarise'>;

export interface ComposerTools {
  readonly running: ComposerTool | null;
  /** Why the last request came to nothing, in a sentence. */
  readonly problem: string | null;
  readonly suggestion: Suggestion | null;
  /** Why the draft cannot be rewritten or translated now; null where it can. */
  readonly obstacle: string | null;
  /** False where the draft is in a language that the contact reads already. */
  readonly canTranslate: boolean;
  suggest(): void;
  rewrite(tone: Tone): void;
  translate(): void;
  stop(): void;
  dismissProblem(): void;
  /** Puts the suggestion below what is written. */
  use(): void;
  discard(): void;
}

/** What a model does for the one who writes a reply; null without a model. What is typed meanwhile is never overwritten. */
export function useComposerTools(conversation: DeskConversation, draft: Draft, onChange: (change: Draft) => void): ComposerTools | null {
  const { t } = usePreferences();
  const assist = useAssist();
  const drafts = useDrafts();
  const { running, ask, stop } = useRequest(conversation.id);
  const [problem, setProblem] = useState<string | null>(null);
  const [suggestion, setSuggestion] = useState<Suggestion | null>(null);
  const locale = useDraftLocale(conversation, draft);
  if (!assist) return null;

  async function run<A extends Asked>(asked: A, use: (answer: AnswerOf<A>) => void): Promise<void> {
    setProblem(null);
    const outcome = await ask(asked);
    if (outcome.ok) use(outcome.answer);
    else if (outcome.code !== 'cancelled') setProblem(explainNothing(t, asked.type, outcome.code));
  }
  /** Only over the draft that the model was given. */
  function replace(written: Written): void {
    const now = drafts.read(conversation.id);
    if (now.reply !== draft.reply) setProblem(t('assist.wroteOn'));
    else onChange(replaceReply(now, written));
  }

  return {
    running: running?.type === 'summarise' ? null : running?.type ?? null,
    problem, suggestion, stop,
    obstacle: draft.reply.trim() === '' ? t('composer.empty.reply') : running ? t('assist.busy') : null,
    canTranslate: !draft.original && !isRead(locale, [conversation.locale]),
    suggest: () => { void run({ type: 'suggest' }, setSuggestion); },
    rewrite: (tone) => { void run({ type: 'rewrite', draft: draft.reply, locale, tone }, ({ text }) => { replace({ reply: text, original: draft.original }); }); },
    translate: () => {
      void run({ type: 'translate', to: conversation.locale, source: { draft: draft.reply, locale } }, ({ text }) => {
        replace({ reply: text, original: { locale, text: draft.reply } });
      });
    },
    dismissProblem: () => { setProblem(null); },
    use() {
      const now = drafts.read(conversation.id);
      if (suggestion) onChange(replaceReply(now, putIntoReply(now, suggestion.text)));
      setSuggestion(null);
    },
    discard: () => { setSuggestion(null); },
  };
}

/** What the draft is written in: of what the agent writes, the language that its letters fit. */
function useDraftLocale({ locale }: DeskConversation, { reply, original }: Draft): Locale {
  const { preferences: { language } } = usePreferences();
  const spoken = useDeskState((state) => state.me.locales);
  return original ? locale : guessLocale(reply, [language, ...spoken, locale]);
}
