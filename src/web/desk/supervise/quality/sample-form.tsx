import { Shuffle } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { TEAMS } from '../../../../domain/teams.ts';
import { useDeskState } from '../../connection/desk-context.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { ChoiceSelect } from '../reports/choice-select.tsx';

const ANY = '';
const DAYS = ['7', '30', '90'];
const COUNTS = ['5', '10', '20', '50'];

/** From which conversations some are drawn. */
export function SampleForm({ isDrawing, onDraw }: { isDrawing: boolean; onDraw: (query: string) => void }) {
  const { t } = usePreferences();
  const colleagues = useDeskState((state) => state.colleagues);
  const me = useDeskState((state) => state.me.id);
  const [chosen, setChosen] = useState({ days: '30', team: ANY, agentId: ANY, count: '10' });
  const set = (change: Partial<typeof chosen>): void => { setChosen({ ...chosen, ...change }); };
  const draw = (): void => { onDraw(new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== ANY)).toString()); };
  return (
    <div className="sample-form">
      <ChoiceSelect label={t('supervise.reports.period')} value={chosen.days} onChange={(days) => { set({ days }); }} options={DAYS.map((id) => ({ id, name: t(`supervise.reports.presets.${id}`) }))} />
      <ChoiceSelect label={t('supervise.reports.dimensions.team')} value={chosen.team} onChange={(team) => { set({ team }); }} options={[{ id: ANY, name: t('supervise.reports.all.team') }, ...TEAMS.map((id) => ({ id, name: t(`teams.${id}`) }))]} />
      <ChoiceSelect
        label={t('supervise.reports.dimensions.agent')} value={chosen.agentId} onChange={(agentId) => { set({ agentId }); }}
        options={[{ id: ANY, name: t('supervise.reports.all.agent') }, ...colleagues.filter(({ id }) => id !== me).map(({ id, name }) => ({ id, name }))]}
      />
      <ChoiceSelect label={t('supervise.quality.howMany')} value={chosen.count} onChange={(count) => { set({ count }); }} options={COUNTS.map((id) => ({ id, name: id }))} />
      <Button className="button" data-kind="primary" isDisabled={isDrawing} onPress={draw}><Shuffle size={14} aria-hidden />{t('supervise.quality.draw')}</Button>
    </div>
  );
}
