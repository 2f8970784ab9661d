import { CircleCheck, ClipboardCheck } from 'lucide-react';
import { useState } from 'react';
import { RequestError } from '../../../staff/connection/request.ts';
import { useDeskApi } from '../../connection/desk-context.tsx';
import { formatClock, formatDay } from '../../../shared/format-time.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { DeskConversation } from '../../state/model.ts';
import { PageProblem } from '../page-problem.tsx';
import { formatDecimal } from '../reports/format-report.ts';
import { ReviewPane } from './review-pane.tsx';
import { SampleForm } from './sample-form.tsx';
import { useRubric } from './use-rubric.ts';

interface Sample { readonly conversations: readonly DeskConversation[]; readonly among: number }

/** Draws conversations, reads them, scores them. */
export function ReviewTab() {
  const { t } = usePreferences();
  const api = useDeskApi();
  const rubric = useRubric();
  const [sample, setSample] = useState<Sample | null>(null);
  const [query, setQuery] = useState('');
  const [state, setState] = useState<{ readonly drawing: boolean; readonly problem: string | null }>({ drawing: false, problem: null });
  const [openId, setOpenId] = useState<string | null>(null);
  const [given, setGiven] = useState<ReadonlyMap<string, number>>(new Map());

  async function draw(asked: string): Promise<void> {
    setQuery(asked);
    setState({ drawing: true, problem: null });
    try {
      const drawn = await api.sampleConversations(asked) as Sample;
      setSample(drawn);
      setOpenId(drawn.conversations[0]?.id ?? null);
      setState({ drawing: false, problem: null });
    } catch (error) {
      setState({ drawing: false, problem: error instanceof RequestError ? error.code : 'internal' });
    }
  }

  const open = sample?.conversations.find(({ id }) => id === openId);
  return (
    <div className="review-tab">
      <SampleForm isDrawing={state.drawing} onDraw={(asked) => { void draw(asked); }} />
      {state.problem !== null && <PageProblem code={state.problem} since={0} onRetry={() => { void draw(query); }} />}
      {sample === null && state.problem === null && <div className="board-empty"><ClipboardCheck size={20} aria-hidden /><p>{t('supervise.quality.start')}</p></div>}
      {sample?.conversations.length === 0 && <p className="board-empty">{t('supervise.quality.nothing')}</p>}
      {sample && sample.conversations.length > 0 && (
        <div className="review-columns">
          <SampleList sample={sample} openId={openId} given={given} onOpen={setOpenId} />
          {open && (
            <ReviewPane
              key={open.id}
              conversation={open}
              rubric={rubric}
              given={given.get(open.id)}
              onSaved={(mean) => { setGiven(new Map(given).set(open.id, mean)); }}
            />
          )}
        </div>
      )}
    </div>
  );
}

function SampleList({ sample, openId, given, onOpen }: { sample: Sample; openId: string | null; given: ReadonlyMap<string, number>; onOpen: (id: string) => void }) {
  const { t, preferences: { language } } = usePreferences();
  return (
    <nav className="sample-list" aria-label={t('supervise.quality.sample')}>
      <p className="faint">{t('supervise.quality.among', { count: sample.among, drawn: sample.conversations.length })}</p>
      <ul>
        {sample.conversations.map(({ id, caseNumber, lastAgent, resolvedAt, team }) => {
          const mean = given.get(id);
          return (
            <li key={id}>
              <button type="button" className="sample-row" aria-current={id === openId} onClick={() => { onOpen(id); }}>
                <span className="sample-first"><strong>{caseNumber}</strong>{mean !== undefined && <span className="sample-done"><CircleCheck size={14} aria-hidden />{t('supervise.quality.reviewed', { mean: formatDecimal(mean, language) })}</span>}</span>
                <span className="faint">{[lastAgent?.name, team && t(`teams.${team}`), resolvedAt !== null && `${formatDay(resolvedAt, Date.now(), language)} ${formatClock(resolvedAt, language)}`].filter(Boolean).join(' · ')}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
