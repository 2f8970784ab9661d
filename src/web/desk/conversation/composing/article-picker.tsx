import { ArrowLeft, CircleAlert } from 'lucide-react';
import { useState, type ReactNode, type RefObject } from 'react';
import { Autocomplete, Dialog, ListBox, ListBoxItem, Popover, TextField } from 'react-aria-components';
import type { Locale } from '../../../../domain/locales.ts';
import { IconButton } from '../../../staff/controls/icon-button.tsx';
import { languageName } from '../../../staff/format/names.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { ArticlePreview, type ArticleUse } from './article-preview.tsx';
import { isEnterWithoutChoice, ListInput } from './list-input.tsx';
import { useFoundArticles, type ArticleRow, type Asked } from './use-articles.ts';

interface ArticlePickerProps extends ArticleUse {
  readonly trigger: RefObject<Element | null>;
  /** Shown until something is searched. */
  readonly suggested: Asked<readonly ArticleRow[]>;
  /** The contact's language. */
  readonly locale: Locale;
  /** The article that was chosen already; null begins with the list. */
  readonly chosen: string | null;
  readonly onClose: () => void;
}

/** Any article: found, read, and put into the reply as text or as a card. */
export function ArticlePicker({ trigger, suggested, locale, chosen, onClose, ...use }: ArticlePickerProps) {
  const { t } = usePreferences();
  const [articleId, choose] = useState(chosen);
  return (
    <Popover className="popover composer-list" triggerRef={trigger} isOpen onOpenChange={(open) => { if (!open) onClose(); }} placement="top start" offset={4}>
      <Dialog aria-label={t('composing.articles.title')}>
        {articleId === null ? <ArticleSearch suggested={suggested} locale={locale} onChoose={choose} /> : (
          <ArticlePreview
            key={articleId} articleId={articleId} locale={locale} {...use}
            back={<IconButton icon={ArrowLeft} label={t('composing.articles.back')} onPress={() => { choose(null); }} />}
          />
        )}
      </Dialog>
    </Popover>
  );
}

function ArticleSearch({ suggested, locale, onChoose }: Pick<ArticlePickerProps, 'suggested' | 'locale'> & { onChoose: (articleId: string) => void }) {
  const { t } = usePreferences();
  const [text, setText] = useState('');
  const found = useFoundArticles(text, locale);
  const isSearch = text.trim() !== '';
  const shown = isSearch ? found : suggested;
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <TextField
        className="field" aria-label={t('composing.articles.search')} autoFocus
        onKeyDown={(event) => {
          const [first] = shown.answer ?? [];
          if (!isEnterWithoutChoice(event) || shown.isRunning || !first) return;
          event.preventDefault();
          onChoose(first.articleId);
        }}
      >
        <ListInput placeholder={t('composing.articles.search')} />
      </TextField>
      <ListBox
        className="composer-options" aria-label={t('composing.articles.title')} items={shown.answer ?? []} dependencies={[locale]} selectionMode="none"
        onAction={(id) => { onChoose(String(id)); }} renderEmptyState={() => <Nothing asked={shown} none={t(isSearch ? 'composing.articles.noMatch' : 'composing.articles.none')} />}
      >
        {(row) => (
          <ListBoxItem className="composer-option" id={row.articleId} textValue={row.readerTitle ?? row.title}><ArticleRowText row={row} locale={locale} /></ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  );
}

/** The title as the agent reads it, then as the contact will. */
function ArticleRowText({ row: { title, readerTitle, summary, locale: found }, locale }: { row: ArticleRow; locale: Locale }) {
  const { t, preferences: { language } } = usePreferences();
  return (
    <>
      <span className="composer-option-head">
        <bdi className="composer-option-title">{readerTitle ?? title}</bdi>
        {found !== locale && <span className="composer-option-mark">{t('composing.onlyIn', { language: languageName(found, language) })}</span>}
      </span>
      <bdi className="composer-option-words" lang={found}>{readerTitle === null ? summary : title}</bdi>
    </>
  );
}

function Nothing({ asked: { isRunning, problem, answer, again }, none }: { asked: Asked<unknown>; none: string }): ReactNode {
  const { t } = usePreferences();
  if (problem !== null) {
    return (
      <p className="popover-empty" role="status">
        <CircleAlert size={14} aria-hidden /> {t([`composing.articles.problems.${problem}`, `errors.${problem}`, 'errors.internal'])}
        <button type="button" className="text-button" onClick={again}>{t('tryAgain')}</button>
      </p>
    );
  }
  return <p className="popover-empty" role="status">{isRunning || answer === null ? t('composing.articles.searching') : none}</p>;
}
