import type { RefObject } from 'react';
import type { MacroVariable } from '../../../../domain/macro.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { Draft } from '../../state/drafts.ts';
import { MOST_ENCLOSED } from '../../state/enclosed.ts';
import type { DeskConversation } from '../../state/model.ts';
import { ArticlePicker } from './article-picker.tsx';
import { MacroPicker } from './macro-picker.tsx';
import { MentionPicker } from './mention-picker.tsx';
import type { ArticleRow, Asked } from './use-articles.ts';
import type { Lists } from './use-lists.ts';
import type { KnownMacros } from './use-macros.ts';

interface ComposerPopoversProps {
  readonly trigger: RefObject<Element | null>;
  readonly conversation: DeskConversation;
  readonly draft: Draft;
  readonly lists: Lists;
  readonly macros: KnownMacros | 'failed' | null;
  readonly values: Partial<Record<MacroVariable, string>>;
  readonly suggested: Asked<readonly ArticleRow[]>;
}

/** The list that is open above the composer, if one is. */
export function ComposerPopovers({ trigger, conversation, draft: { citations = [] }, lists, macros, values, suggested }: ComposerPopoversProps) {
  const { t } = usePreferences();
  const { open } = lists;
  switch (open?.list) {
    case 'macros':
      return <MacroPicker trigger={trigger} known={macros} locale={conversation.locale} values={values} onPick={lists.pickMacro} onLeave={lists.leave} />;
    case 'mentions':
      return <MentionPicker trigger={trigger} conversation={conversation} onPick={lists.pickMention} onLeave={lists.leave} />;
    case 'articles':
      return (
        <ArticlePicker
          trigger={trigger} suggested={suggested} locale={conversation.locale} chosen={open.chosen} onClose={() => { lists.leave(null); }}
          onInsert={lists.insertArticle} onAttach={lists.attachArticle}
          cardObstacle={citations.length < MOST_ENCLOSED ? null : t('composing.articles.tooMany', { count: MOST_ENCLOSED })}
        />
      );
    case undefined:
      return null;
  }
}
