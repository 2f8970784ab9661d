import { useCallback, useMemo } from 'react';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../connection/editor-context.tsx';
import { titleFor } from '../state/library-cells.ts';

/** An article's title in the editor's language; its id until the library is there. */
export function useArticleTitle(): (articleId: string) => string {
  const { preferences: { language } } = usePreferences();
  const { library: { value } } = useEditor();
  const titles = useMemo(() => new Map((value?.articles ?? []).map((article) => [article.id, titleFor(article, language)])), [value, language]);
  return useCallback((articleId) => titles.get(articleId) ?? articleId, [titles]);
}
