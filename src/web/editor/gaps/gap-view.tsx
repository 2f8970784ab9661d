import { useMemo, useState } from 'react';
import { COLORS } from '../../staff/charts/series.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { StepChart } from '../numbers/step-chart.tsx';
import { distinctQuestions, pickFirst } from '../state/distinct-questions.ts';
import type { RouteOutput } from '../../../protocol/http.ts';
import { AddedNote } from './added-note.tsx';
import { GapDialogs, type OpenDialog } from './gap-dialogs.tsx';
import { GapHead } from './gap-head.tsx';
import { GapQuestions } from './gap-questions.tsx';
import { NearArticles } from './near-articles.tsx';
import { useGapActions } from './use-gap-actions.ts';

interface GapViewProps {
  readonly read: RouteOutput<'readGap'>;
  readonly days: number;
  readonly onChanged: () => void;
}

/** A group: what was asked, how often, and what can be done about it. */
export function GapView({ read: { gap, questions, steps }, days, onChanged }: GapViewProps) {
  const { t } = usePreferences();
  const rows = useMemo(() => distinctQuestions(questions), [questions]);
  const [picked, setPicked] = useState(() => pickFirst(rows));
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const chosen = rows.filter(({ key }) => picked.has(key)).map(({ text, locale }) => ({ text, locale }));
  const actions = useGapActions(gap, chosen, onChanged);
  return (
    <>
      <GapHead gap={gap} days={days} canWrite={chosen.length > 0} onOpen={setDialog} onReopen={actions.reopen} />
      {actions.added && <AddedNote added={actions.added} />}
      <div className="gap-columns">
        <GapQuestions rows={rows} picked={picked} total={gap.total} onPick={setPicked} />
        <div className="gap-aside">
          <NearArticles near={gap.near} count={chosen.length} isBusy={actions.isBusy} onAdd={(articleId) => { void actions.add(articleId, false); }} onOther={() => { setDialog('add'); }} />
          <StepChart title={t('editor.gaps.chart')} unit={t('editor.gaps.unit')} steps={steps} series={[{ key: 'count', label: t('editor.gaps.unit'), color: COLORS.main }]} />
        </div>
      </div>
      {dialog && <GapDialogs open={dialog} gap={gap} questions={questions} count={chosen.length} actions={actions} onClose={() => { setDialog(null); }} />}
    </>
  );
}
