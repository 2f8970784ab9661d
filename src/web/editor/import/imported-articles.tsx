import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { RouteOutput } from '../../../protocol/http.ts';
import { languageName } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useCategoryName } from '../library/use-category-name.ts';

type Preview = RouteOutput<'previewImport'>;
type ImportedDocument = Preview['documents'][number];

/** So many are drawn until all are asked for. */
const SHOWN = 50;

/** The drafts that an import would write, by article; each opens to its text. */
export function ImportedArticles({ documents, images }: Pick<Preview, 'documents' | 'images'>) {
  const { t } = usePreferences();
  const [hasAll, setHasAll] = useState(false);
  const articles = [...Map.groupBy(documents, ({ articleId }) => articleId)];
  if (articles.length === 0) return null;
  return (
    <section className="import-articles" aria-label={t('editor.import.articles', { count: articles.length })}>
      <h2>{t('editor.import.articles', { count: articles.length })} <span className="faint">{t('editor.import.documents', { count: documents.length })}</span></h2>
      <ul>{(hasAll ? articles : articles.slice(0, SHOWN)).map(([articleId, own]) => <li key={articleId} className="import-article"><ImportedArticle articleId={articleId} documents={own} /></li>)}</ul>
      {!hasAll && articles.length > SHOWN && <Button className="button import-all" onPress={() => { setHasAll(true); }}>{t('editor.figures.all', { count: articles.length })}</Button>}
      {images.length > 0 && (
        <div className="import-images">
          <h3>{t('editor.import.images', { count: images.length })}</h3>
          <p className="faint">{t('editor.import.imagesWords')}</p>
          <ul>{images.slice(0, SHOWN).map(({ file, row, source, description }, i) => <li key={i}><bdi>{description || source}</bdi> <span className="faint"><bdi>{file}</bdi>, {t('editor.import.rowOf', { row })}</span></li>)}</ul>
        </div>
      )}
    </section>
  );
}

function ImportedArticle({ articleId, documents }: { articleId: string; documents: readonly ImportedDocument[] }) {
  const categoryName = useCategoryName();
  const category = documents.find((document) => document.category !== null)?.category;
  return (
    <>
      <p className="import-article-id"><code>{articleId}</code>{category && <span className="faint">{categoryName(category)}</span>}</p>
      {documents.map((document) => <DocumentRow key={document.path} document={document} />)}
    </>
  );
}

function DocumentRow({ document: { locale, title, text, exists } }: { document: ImportedDocument }) {
  const { t, preferences: { language } } = usePreferences();
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure className="import-document" isExpanded={isOpen} onExpandedChange={setOpen}>
      <Heading level={3} className="planned-head">
        <Button slot="trigger" className="planned-trigger">
          <ChevronRight className="planned-arrow mirrored" size={14} aria-hidden />
          <span className="planned-name"><bdi>{locale === null ? t('editor.documents.article') : title}</bdi>{locale !== null && <span className="planned-part">{languageName(locale, language)}</span>}</span>
          <span className="import-exists" data-exists={exists}>{t(`editor.import.exists.${exists}`)}</span>
        </Button>
      </Heading>
      <DisclosurePanel>{isOpen && <pre className="import-text" tabIndex={0} lang={locale ?? undefined} dir="ltr">{text}</pre>}</DisclosurePanel>
    </Disclosure>
  );
}
