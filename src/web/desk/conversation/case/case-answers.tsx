import { Fragment } from 'react';
import { Clamped } from '../../controls/clamped.tsx';
import { ShortText } from '../../controls/short-text.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { CaseView } from '../../state/case-view.ts';

/** What was asked while the contact waited, and the words that came back. */
export function CaseAnswers({ answers }: Pick<CaseView, 'answers'>) {
  const { t } = usePreferences();
  return (
    <dl className="case-answers">
      {answers.map(({ slot, text }, index) => (
        <Fragment key={index}>
          <dt>{t(`slots.${slot}`)}</dt>
          <dd dir="auto"><Clamped><ShortText text={text} /></Clamped></dd>
        </Fragment>
      ))}
    </dl>
  );
}
