import { X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { Button } from 'react-aria-components';
import { CitationLink } from '../conversation/citation-link.tsx';
import { Markdown } from '../controls/markdown.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { MachineMark } from './machine-mark.tsx';
import type { Suggestion } from './use-composer-tools.ts';

interface SuggestionCardProps {
  readonly suggestion: Suggestion;
  /** The contact has written since it was made. */
  readonly isOld: boolean;
  readonly onUse: () => void;
  readonly onDiscard: () => void;
}

/** A reply that a model suggests, with what it rests on: the agent uses it or not. */
export function SuggestionCard({ suggestion: { text, locale, citations }, isOld, onUse, onDiscard }: SuggestionCardProps) {
  const { t } = usePreferences();
  const title = useId();
  const use = useRef<HTMLButtonElement>(null);
  // Whoever asked by key goes on by key; whoever writes meanwhile is left alone.
  useEffect(() => { if (!(document.activeElement instanceof HTMLTextAreaElement)) use.current?.focus(); }, []);
  return (
    <section className="suggestion" aria-labelledby={title}>
      <header>
        <h3 id={title}>{t('assist.suggestion.title')}</h3>
        <MachineMark>{isOld ? t('assist.suggestion.old') : t('assist.suggestion.mark')}</MachineMark>
      </header>
      <div className="suggestion-text" lang={locale} tabIndex={0} role="group" aria-labelledby={title}>
        <Markdown text={text} />
        <ul className="citations" aria-label={t('message.citations')}>
          {citations.map((citation) => <li key={citation.articleId}><CitationLink citation={citation} /></li>)}
        </ul>
      </div>
      <footer>
        <Button ref={use} className="button" onPress={onUse}>{t('assist.suggestion.use')}</Button>
        <Button className="button" data-kind="quiet" onPress={onDiscard}><X size={14} aria-hidden />{t('assist.suggestion.discard')}</Button>
      </footer>
    </section>
  );
}
