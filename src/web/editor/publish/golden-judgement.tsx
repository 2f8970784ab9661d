import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import type { GoldenOutcome, GoldenResult } from '../../../domain/golden-question.ts';
import type { RouteOutput } from '../../../protocol/http.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../connection/editor-context.tsx';
import { titleFor } from '../state/library-cells.ts';

type Golden = NonNullable<RouteOutput<'planPublication'>['golden']>;

/** What the golden questions of the changed articles and their neighbours say to a publication. */
export function GoldenJudgement({ golden: { run, changed, broken } }: { golden: Golden }) {
  const { t } = usePreferences();
  if (run === 0) return <p className="golden-summary">{t('editor.golden.noneRun')}</p>;
  const rest = changed.filter(({ question }) => !broken.some((one) => one.question.id === question.id));
  return (
    <section className="golden-judgement" aria-label={t('editor.golden.title')}>
      <p className="golden-summary" data-broken={broken.length > 0}>
        {broken.length > 0 ? <TriangleAlert size={16} aria-hidden /> : <CircleCheck size={16} aria-hidden />}
        {t(broken.length > 0 ? 'editor.golden.someBreak' : 'editor.golden.allHold', { count: broken.length > 0 ? broken.length : run })}
      </p>
      {broken.length + rest.length > 0 && <ul>{[...broken, ...rest].map((result) => <li key={result.question.id}><Change result={result} /></li>)}</ul>}
    </section>
  );
}

function Change({ result: { question, before, after, broken, own } }: { result: GoldenResult }) {
  const { t, preferences: { language } } = usePreferences();
  const { library: { value: library } } = useEditor();
  const titleOf = (id: string): string => {
    const article = library?.articles.find((one) => one.id === id);
    return article ? titleFor(article, language) : id;
  };
  const told = ({ action, gives }: GoldenOutcome): string => [t(`editor.try.actions.${action}`), ...gives.map(titleOf)].join(' · ');
  return (
    <div className="golden-change">
      <p className="golden-words">{broken && <CircleX size={14} role="img" aria-label={t('editor.golden.breaks')} />}<bdi lang={question.locale}>{question.utterance}</bdi>{!own && <span className="golden-of">{t('editor.golden.of', { article: titleOf(question.articleId) })}</span>}</p>
      <p className="golden-outcomes"><span>{t('editor.golden.before')} {told(before)}</span><span>{t('editor.golden.after')} {told(after)}</span></p>
    </div>
  );
}
