import { ChevronRight, Ellipsis, Eye, PencilLine, Send, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { readTranslationText } from '../../../domain/documents/edit-translation-text.ts';
import type { Locale } from '../../../domain/locales.ts';
import type { EditedArticle } from '../../../protocol/documents.ts';
import { ConfirmDialog } from '../../staff/controls/confirm-dialog.tsx';
import { goTo } from '../../staff/controls/go-to.ts';
import { InnerLink } from '../../staff/controls/inner-link.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../connection/editor-context.tsx';
import { useCategoryName } from '../library/use-category-name.ts';
import { titleFor } from '../state/library-cells.ts';
import { OtherEditor } from './other-editor.tsx';
import { SaveState } from './save-state.tsx';
import { useDraftMoves } from './use-draft-moves.ts';
import type { OpenDocument } from './use-document.ts';

interface ArticleHeaderProps {
  readonly article: EditedArticle;
  readonly locale: Locale;
  readonly translation: OpenDocument | null;
  readonly settings: OpenDocument | null;
}

/** Which article it is, whether it is saved, and the way out to readers. */
export function ArticleHeader({ article, locale, translation, settings }: ArticleHeaderProps) {
  const { t, preferences: { language } } = usePreferences();
  const { library: { reload } } = useEditor();
  const categoryName = useCategoryName();
  const written = useMemo(() => readTranslationText(translation?.state.text ?? '')?.title, [translation?.state.text]);
  const title = written !== undefined && written.trim() !== '' ? written : titleFor(article, language);
  const hasDrafts = [translation, settings].some((document) => document?.state.known?.draft);

  async function toPublish(): Promise<void> {
    const open = [translation, settings].filter((document) => document !== null);
    const saved = await Promise.all(open.map(({ session }) => session.flush()));
    reload();
    if (saved.every((isSaved) => isSaved)) goTo(`/editor/publish?article=${encodeURIComponent(article.id)}`);
  }
  return (
    <header className="article-head">
      <nav className="trail" aria-label={t('editor.article.trail')}>
        <InnerLink className="trail-link" href="/editor">{t('editor.library.title')}</InnerLink>
        <ChevronRight size={14} aria-hidden />
        {article.category !== null && <><InnerLink className="trail-link" href={`/editor?category=${encodeURIComponent(article.category)}`}>{categoryName(article.category)}</InnerLink><ChevronRight size={14} aria-hidden /></>}
        <h1><bdi>{title}</bdi></h1>
      </nav>
      <div className="article-actions">
        <OtherEditor documents={[translation, settings]} />
        <SaveState documents={[translation, settings]} />
        {translation?.state.known?.draft && <DraftMenu open={translation} locale={locale} />}
        <Button className="button" data-kind="primary" isDisabled={!hasDrafts} onPress={() => { void toPublish(); }}><Send size={14} aria-hidden />{t('editor.article.publish')}</Button>
      </div>
    </header>
  );
}

function DraftMenu({ open, locale }: { open: OpenDocument; locale: Locale }) {
  const { t } = usePreferences();
  const [isAsking, setAsking] = useState(false);
  const { move, discard } = useDraftMoves(open);
  const state = open.state.known?.draft?.state ?? 'draft';
  return (
    <>
      <MenuTrigger>
        <Button className="button" aria-label={t('editor.article.draftMenu')}>{t(`editor.states.${state}`)}<Ellipsis size={14} aria-hidden /></Button>
        <Popover className="popover" placement="bottom end" offset={4}>
          <Menu className="menu" aria-label={t('editor.article.draftMenu')}>
            {state === 'draft'
              ? <MenuItem className="menu-item" onAction={() => { void move('review'); }}><Eye size={16} aria-hidden />{t('editor.article.toReview')}</MenuItem>
              : <MenuItem className="menu-item" onAction={() => { void move('draft'); }}><PencilLine size={16} aria-hidden />{t('editor.article.toDraft')}</MenuItem>}
            <MenuItem className="menu-item" onAction={() => { setAsking(true); }}><Trash2 size={16} aria-hidden />{t('editor.article.discard')}</MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      {isAsking && <ConfirmDialog title={t('editor.article.discardTitle', { locale })} words={t('editor.article.discardWords')} action={t('editor.article.discard')} onConfirm={() => { void discard(); }} onClose={() => { setAsking(false); }} />}
    </>
  );
}

