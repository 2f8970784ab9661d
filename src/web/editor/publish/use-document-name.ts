import { useMemo } from 'react';
import { readDocumentPath } from '../../../domain/documents/document-path.ts';
import { languageName } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../connection/editor-context.tsx';
import { titleFor } from '../state/library-cells.ts';

export interface DocumentName {
  /** The article by its title, or what the document is. */
  readonly of: string;
  /** Which part of it: a language, or the settings; empty where it is one document. */
  readonly part: string;
}

/** Documents by the names that people know them by. */
export function useDocumentName(): (path: string) => DocumentName {
  const { t, preferences: { language } } = usePreferences();
  const { library: { value: library } } = useEditor();
  return useMemo(() => {
    const titles = new Map((library?.articles ?? []).map((article) => [article.id, titleFor(article, language)]));
    return (path) => {
      const place = readDocumentPath(path);
      if (place?.kind === 'translation') return { of: titles.get(place.articleId) ?? place.articleId, part: languageName(place.locale, language) };
      if (place?.kind === 'article') return { of: titles.get(place.articleId) ?? place.articleId, part: t('editor.documents.article') };
      return { of: place ? t(`editor.documents.${place.kind}`) : path, part: '' };
    };
  }, [library, language, t]);
}
