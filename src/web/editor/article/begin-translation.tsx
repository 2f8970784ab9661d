import { Copy, FilePlus2, Languages } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { newTranslationText } from '../../../domain/documents/edit-translation-text.ts';
import type { Locale } from '../../../domain/locales.ts';
import type { EditedArticle } from '../../../protocol/documents.ts';
import { RequestError } from '../../staff/connection/request.ts';
import { showNotice } from '../../staff/controls/toasts.tsx';
import { languageName } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../connection/editor-context.tsx';
import type { OpenDocument } from './use-document.ts';

const EMPTY = newTranslationText({ title: '', summary: '', phrasings: [], calmPhrasings: [], body: '\n' });

/** A language that an article does not have yet: how it may begin. */
export function BeginTranslation({ article, locale, open: { session, state } }: { article: EditedArticle; locale: Locale; open: OpenDocument }) {
  const { t, preferences: { language } } = usePreferences();
  const { api, assist } = useEditor();
  const [isPending, setPending] = useState(false);
  const source = state.known?.source?.now.text ?? null;

  async function propose(): Promise<void> {
    setPending(true);
    try {
      const { text, warnings } = await api.proposeTranslation({ articleId: article.id, locale, source: null });
      session.change(text);
      showNotice('done', t(warnings.length > 0 ? 'editor.begin.proposedWithWarnings' : 'editor.begin.proposed'));
    } catch (error) {
      showNotice('problem', t([`editor.begin.errors.${error instanceof RequestError ? error.code : ''}`, 'editor.begin.errors.other']));
    }
    setPending(false);
  }
  return (
    <div className="placeholder placeholder-large">
      <Languages size={24} aria-hidden /><h2>{t('editor.begin.title', { locale: languageName(locale, language) })}</h2><p>{t('editor.begin.words')}</p>
      <div className="begin-ways">
        {assist && source !== null && <Button className="button" data-kind="primary" isDisabled={isPending} onPress={() => { void propose(); }}><Languages size={16} aria-hidden />{t(isPending ? 'editor.begin.proposing' : 'editor.begin.propose')}</Button>}
        {source !== null && <Button className="button" onPress={() => { session.change(source); }}><Copy size={16} aria-hidden />{t('editor.begin.copy')}</Button>}
        <Button className="button" onPress={() => { session.change(EMPTY); }}><FilePlus2 size={16} aria-hidden />{t('editor.begin.empty')}</Button>
      </div>
    </div>
  );
}
