import { ChevronRight, GitMerge, Languages } from 'lucide-react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { readDocumentPath } from '../../../domain/documents/document-path.ts';
import type { RouteOutput } from '../../../protocol/http.ts';
import { InnerLink } from '../../staff/controls/inner-link.tsx';
import { languageName } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { ProblemLine } from '../article/problem-list.tsx';
import { TextDiff } from '../diff/text-diff.tsx';
import { pathToArticle } from '../state/place.ts';
import { useDocumentName } from './use-document-name.ts';

type Planned = RouteOutput<'planPublication'>['documents'][number];

/** One document of a publication: how much changes, what is wrong, what it leaves behind; opened, every line. */
export function PlannedDocument({ document }: { document: Planned }) {
  const { t, preferences: { language } } = usePreferences();
  const nameOf = useDocumentName();
  const { path, change, added, removed, problems, outdated, becomesStale, before, text } = document;
  const place = readDocumentPath(path);
  const { of, part } = nameOf(path);
  return (
    <Disclosure className="planned">
      <Heading className="planned-head">
        <Button slot="trigger" className="planned-trigger">
          <ChevronRight className="planned-arrow mirrored" size={14} aria-hidden />
          <span className="planned-name"><bdi>{of}</bdi>{part !== '' && <span className="planned-part">{part}</span>}</span>
          <span className="planned-change">{t(`editor.publish.change.${change}`)}</span>
          {change !== 'unchanged' && <span className="planned-lines"><span data-kind="added">+{added}</span> <span data-kind="removed">−{removed}</span></span>}
        </Button>
      </Heading>
      {outdated && <p className="problem-line" data-severity="error"><GitMerge size={14} aria-hidden /><span>{t('editor.publish.outdated')}</span></p>}
      {problems.map((problem, i) => <ProblemLine key={i} problem={problem} />)}
      {becomesStale.length > 0 && <p className="planned-stale"><Languages size={14} aria-hidden /><span>{t('editor.publish.becomesStale', { count: becomesStale.length, languages: new Intl.ListFormat(language).format(becomesStale.map((tag) => languageName(tag, language))) })}</span></p>}
      <DisclosurePanel>
        <TextDiff before={before ?? ''} after={text ?? ''} label={t('editor.publish.differences')} locale={place?.kind === 'translation' ? place.locale : null} />
        {place && 'articleId' in place && <InnerLink className="planned-open" href={pathToArticle(place.articleId, place.kind === 'translation' ? place.locale : 'en')}>{t('editor.publish.open')}</InnerLink>}
      </DisclosurePanel>
    </Disclosure>
  );
}
