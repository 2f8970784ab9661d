import { FilterX } from 'lucide-react';
import { Button } from 'react-aria-components';
import { INTENT_IDS } from '../../../../domain/intents.ts';
import { LOCALE_TAGS } from '../../../../domain/locales.ts';
import { TEAMS } from '../../../../domain/teams.ts';
import { URGENCIES } from '../../../../domain/urgencies.ts';
import type { Dimension, Report } from '../../../../protocol/reports.ts';
import { useDeskState } from '../../connection/desk-context.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { ChoiceSelect, type Option } from './choice-select.tsx';
import { DIMENSIONS, type ReportChoice } from './report-choice.ts';
import { useReportWords } from './use-report-words.ts';

const ALL = '';
const KEYS: Readonly<Record<Exclude<Dimension, 'agent'>, readonly string[]>> = { team: [...TEAMS, 'none'], locale: LOCALE_TAGS, intent: [...INTENT_IDS, 'none'], urgency: URGENCIES };

/** Narrows a report down. */
export function FilterBar({ choice, report, onChange }: { choice: ReportChoice; report: Report | null; onChange: (choice: ReportChoice) => void }) {
  const { t } = usePreferences();
  const words = useReportWords();
  const colleagues = useDeskState((state) => state.colleagues);

  function optionsOf(dimension: Dimension): Option[] {
    const all = { id: ALL, name: t(`supervise.reports.all.${dimension}`) };
    if (dimension !== 'agent') return [all, ...KEYS[dimension].map((key) => ({ id: key, name: words.group(dimension, key, null) }))];
    // Who left the desk is in the report all the same.
    const names = new Map([...(report?.groups.agent ?? []).map(({ key, label }) => [key, words.group('agent', key, label)] as const), ...colleagues.map(({ id, name }) => [id, name] as const)]);
    names.set('none', words.group('agent', 'none', null));
    return [all, ...[...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name))];
  }

  const set = (dimension: Dimension, key: string): void => {
    const { [dimension]: _before, ...others } = choice.filters;
    onChange({ ...choice, filters: key === ALL ? others : { ...others, [dimension]: key } });
  };
  return (
    <div className="filter-bar" role="group" aria-label={t('supervise.reports.filters')}>
      {DIMENSIONS.map((dimension) => <ChoiceSelect key={dimension} label={t(`supervise.reports.dimensions.${dimension}`)} options={optionsOf(dimension)} value={choice.filters[dimension] ?? ALL} onChange={(key) => { set(dimension, key); }} />)}
      {Object.keys(choice.filters).length > 0 && <Button className="button" data-kind="quiet" onPress={() => { onChange({ ...choice, filters: {} }); }}><FilterX size={14} aria-hidden />{t('supervise.reports.clear')}</Button>}
    </div>
  );
}
