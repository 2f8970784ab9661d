import { Check } from 'lucide-react';
import { secretMarker } from '../../../../domain/secrets.ts';
import { MarkedText } from '../../controls/marked-text.tsx';
import { UrgencyMark } from '../../../staff/controls/urgency-mark.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { CaseView } from '../../state/case-view.ts';
import type { DeskConversation } from '../../state/model.ts';
import { CitationLink } from '../citation-link.tsx';
import { AskNext } from './ask-next.tsx';
import { CaseAnswers } from './case-answers.tsx';
import { CaseCodes } from './case-codes.tsx';
import { CasePart } from './case-part.tsx';
import { CaseStory } from './case-story.tsx';
import { SpokenTimes } from './spoken-times.tsx';

interface CaseSectionProps {
  readonly view: CaseView;
  readonly conversation: DeskConversation;
  /** Puts a question into the reply. */
  readonly onAsk: (question: string) => void;
}

/** What happened, in the order in which somebody who knows nothing asks: how bad, in whose words, how much, where, what next. */
export function CaseSection({ view, conversation: { locale }, onAsk }: CaseSectionProps) {
  const { t } = usePreferences();
  const { story, codes, steps, answers, askNext, given } = view;
  return (
    <div className="case">
      <CaseHead view={view} />
      <CaseStory story={story} />
      <CaseFacts view={view} />
      <CaseCodes codes={codes} />
      {steps.length > 0 && (
        <CasePart title={t('case.steps')}>
          <ul className="case-steps">{steps.map((step) => <li key={step}><Check size={14} aria-hidden />{t(`steps.${step}`)}</li>)}</ul>
        </CasePart>
      )}
      {askNext.length > 0 && <AskNext slots={askNext} locale={locale} onAsk={onAsk} />}
      {answers.length > 0 && <CasePart title={t('case.answers')}><CaseAnswers answers={answers} /></CasePart>}
      {given.length > 0 && (
        <CasePart title={t('case.given')}>
          <ul className="cited">{given.map((citation) => <li key={citation.articleId}><CitationLink citation={citation} /></li>)}</ul>
        </CasePart>
      )}
    </div>
  );
}

/** How urgent it is, and what had to be taken out: before anything else is read. */
function CaseHead({ view: { urgency, topic, secrets } }: { view: CaseView }) {
  const { t } = usePreferences();
  return (
    <div className="case-head">
      <p className="case-line">
        <UrgencyMark urgency={urgency} />
        {topic && <span>{t('case.about', { intent: t(`intents.${topic}`) })}</span>}
      </p>
      {secrets.length > 0 && <p className="case-secrets">{secrets.map((kind) => <MarkedText key={kind} text={secretMarker(kind)} />)}</p>}
    </div>
  );
}

function CaseFacts({ view: { times, sums } }: { view: CaseView }) {
  const { t } = usePreferences();
  if (times.length === 0 && sums.length === 0) return null;
  return (
    <dl className="facts">
      {times.length > 0 && <><dt>{t('case.when')}</dt><dd><SpokenTimes times={times} /></dd></>}
      {sums.length > 0 && <><dt>{t('case.sums')}</dt><dd className="case-sums">{sums.map((sum) => <bdi key={sum}>{sum}</bdi>)}</dd></>}
    </dl>
  );
}
