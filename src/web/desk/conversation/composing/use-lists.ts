import { useState } from 'react';
import { fillMacro, macroTextFor, occurrences, openVariables, type Macro } from '../../../../domain/macro.ts';
import { enclose, textOf, type Draft } from '../../state/drafts.ts';
import type { MacroCandidates } from '../../state/macro-values.ts';
import type { Mention } from '../../state/mentions.ts';
import type { DeskConversation } from '../../state/model.ts';
import { triggerIn } from '../../state/typed-trigger.ts';
import { asBlock, type TextEditing } from './use-text-editing.ts';
import type { ReadArticle } from './use-articles.ts';

/** The list that is open, and where in the text what is picked goes. */
export type OpenList =
  | { readonly list: 'macros' | 'mentions'; readonly at: number; readonly sign: string }
  | { readonly list: 'articles'; readonly at: number; readonly chosen: string | null };

export interface Lists {
  readonly open: OpenList | null;
  openMacros(): void;
  openMentions(): void;
  openArticles(articleId: string | null): void;
  /** True where a sign was typed that opens a list, so that the text stays as it was. */
  openBySign(value: string, caret: number): boolean;
  /** Puts back what was typed, where a sign had opened the list. */
  leave(typed: string | null): void;
  pickMacro(macro: Macro): void;
  pickMention(mention: Mention): void;
  insertArticle(article: ReadArticle): void;
  attachArticle(article: ReadArticle): void;
}

interface ListsOptions {
  readonly conversation: DeskConversation;
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
  readonly editing: TextEditing;
  readonly values: Partial<Record<keyof MacroCandidates, string>>;
}

/** The lists that open above the composer, one at a time, and what becomes of a choice. */
export function useLists({ conversation, draft, onChange, editing, values }: ListsOptions): Lists {
  const [open, setOpen] = useState<OpenList | null>(null);
  const { mode } = draft;
  const at = open?.at ?? 0;
  const put = (words: string, options?: Parameters<TextEditing['replace']>[2]): void => {
    setOpen(null);
    editing.replace({ start: at, end: at }, words, options);
  };

  return {
    open,
    openMacros: () => { if (mode === 'reply') setOpen({ list: 'macros', at: editing.caret(), sign: '' }); },
    openMentions: () => { if (mode === 'note') setOpen({ list: 'mentions', at: editing.caret(), sign: '' }); },
    openArticles: (chosen) => { setOpen({ list: 'articles', at: editing.caret(), chosen }); },
    openBySign(value, caret) {
      const trigger = triggerIn(textOf(draft), value, caret);
      if (trigger?.opens !== (mode === 'reply' ? 'macros' : mode === 'note' ? 'mentions' : undefined) || !trigger) return false;
      setOpen({ list: trigger.opens, at: trigger.at, sign: trigger.sign });
      return true;
    },
    leave(typed) {
      const sign = open && open.list !== 'articles' && typed !== null ? open.sign : '';
      put(sign === '' ? '' : sign + (typed ?? ''));
    },
    pickMacro(macro) {
      const words = fillMacro(macroTextFor(macro, conversation.locale).text, values);
      const [first] = openVariables(words);
      put(words, { select: first && occurrences(words, first)[0] });
    },
    pickMention(mention) {
      const mentions = [...(draft.mentions ?? []).filter(({ id }) => id !== mention.id), mention];
      put(`@${mention.name} `, { also: { mentions } });
    },
    insertArticle: ({ answer }) => { put(asBlock(draft.reply, at, answer)); },
    attachArticle({ articleId, locale, revision, title }) {
      setOpen(null);
      onChange(enclose(draft, { citations: [{ articleId, locale, revision, title }] }));
      editing.focus();
    },
  };
}
