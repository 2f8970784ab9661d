import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { Button, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { Dimension, Group, Report, Tally } from '../../../../protocol/reports.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { CsvLink } from '../../../staff/charts/chart-card.tsx';
import { againShare, assistantShare, keptShare, meanRating, solvedShare } from './format-report.ts';
import { DIMENSIONS } from './report-choice.ts';
import { useReportWords, type ReportWords } from './use-report-words.ts';

interface BreakdownProps {
  readonly report: Report;
  readonly csv: (table: string) => string;
  readonly onNarrow: (dimension: Dimension, key: string) => void;
}

interface Column {
  readonly id: string;
  readonly valueOf: (tally: Tally) => number | null;
  readonly format: Exclude<keyof ReportWords, 'group'>;
}

const COLUMNS: readonly Column[] = [
  { id: 'volume', valueOf: ({ begun }) => begun, format: 'number' },
  { id: 'byAssistant', valueOf: assistantShare, format: 'percent' },
  { id: 'again', valueOf: againShare, format: 'percent' },
  { id: 'handed', valueOf: ({ handed }) => handed, format: 'number' },
  { id: 'first50', valueOf: ({ firstResponse }) => firstResponse.p50, format: 'duration' },
  { id: 'first90', valueOf: ({ firstResponse }) => firstResponse.p90, format: 'duration' },
  { id: 'resolution50', valueOf: ({ resolution }) => resolution.p50, format: 'duration' },
  { id: 'resolution90', valueOf: ({ resolution }) => resolution.p90, format: 'duration' },
  { id: 'sla', valueOf: keptShare, format: 'percent' },
  { id: 'rating', valueOf: meanRating, format: 'decimal' },
  { id: 'solved', valueOf: solvedShare, format: 'percent' },
];

/** The report by team, agent, language, intent and urgency. */
export function Breakdown({ report, csv, onNarrow }: BreakdownProps) {
  const { t } = usePreferences();
  return (
    <section className="chart-card" aria-labelledby="breakdown">
      <h3 id="breakdown">{t('supervise.reports.breakdown')}</h3>
      <Tabs>
        <TabList className="tab-list" aria-label={t('supervise.reports.breakdown')}>
          {DIMENSIONS.map((dimension) => <Tab key={dimension} id={dimension} className="tab">{t(`supervise.reports.dimensions.${dimension}`)}</Tab>)}
        </TabList>
        {DIMENSIONS.map((dimension) => (
          <TabPanel key={dimension} id={dimension} className="tab-panel">
            <GroupTable dimension={dimension} groups={report.groups[dimension]} onNarrow={onNarrow} />
            <CsvLink href={csv(dimension)} of={t(`supervise.reports.dimensions.${dimension}`)} />
          </TabPanel>
        ))}
      </Tabs>
    </section>
  );
}

function GroupTable({ dimension, groups, onNarrow }: { dimension: Dimension; groups: readonly Group[]; onNarrow: BreakdownProps['onNarrow'] }) {
  const { t } = usePreferences();
  const words = useReportWords();
  const [sort, setSort] = useState<{ readonly id: string; readonly up: boolean }>({ id: 'volume', up: false });
  const column = COLUMNS.find(({ id }) => id === sort.id);
  const keyed = groups.toSorted((a, b) => ((column?.valueOf(a.tally) ?? -1) - (column?.valueOf(b.tally) ?? -1)) * (sort.up ? 1 : -1));
  const name = t(`supervise.reports.dimensions.${dimension}`);
  if (groups.length === 0) return <p className="board-empty">{t('supervise.reports.nothing')}</p>;
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={name}>
      <table className="board-table">
        <thead>
          <tr>
            <th scope="col">{name}</th>
            {COLUMNS.map(({ id }) => (
              <th key={id} scope="col" className="number" aria-sort={sort.id === id ? (sort.up ? 'ascending' : 'descending') : 'none'}>
                <Button className="sort-button" onPress={() => { setSort({ id, up: sort.id === id && !sort.up }); }}>
                  {t(`supervise.reports.columns.${id}`)}{sort.id === id && (sort.up ? <ArrowUp size={12} aria-hidden /> : <ArrowDown size={12} aria-hidden />)}
                </Button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keyed.map(({ key, label, tally }) => (
            <tr key={key}>
              <th scope="row"><Button className="link-button" onPress={() => { onNarrow(dimension, key); }}>{words.group(dimension, key, label)}</Button></th>
              {COLUMNS.map(({ id, valueOf, format }) => <td key={id} className="number">{formatCell(words, format, valueOf(tally))}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function formatCell(words: ReportWords, format: Column['format'], value: number | null): string {
  return format === 'number' ? words.number(value ?? 0) : words[format](value);
}
