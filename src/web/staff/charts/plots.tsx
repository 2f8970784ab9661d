import { Bar, BarChart, CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { Point, Series } from './series.ts';

const HEIGHT = 220;
const ROW_HEIGHT = 36;
const AXIS = { stroke: 'var(--line-strong)', tick: { fill: 'var(--text-muted)', fontSize: 11 }, tickLine: false } as const;
const GRID = <CartesianGrid stroke="var(--line)" vertical={false} />;
const MARGIN = { top: 8, right: 12, bottom: 0, left: 0 };

interface PlotProps {
  readonly title: string;
  readonly points: readonly Point[];
  readonly series: readonly Series[];
  readonly format: (value: number) => string;
}

/** Amounts over time, one on the other. */
export function StackedBars({ title, points, series, format }: PlotProps) {
  return (
    <ResponsiveContainer width="100%" height={HEIGHT}>
      <BarChart data={[...points]} margin={MARGIN} title={title} accessibilityLayer barCategoryGap="20%">
        {GRID}
        <XAxis dataKey="name" {...AXIS} minTickGap={24} />
        <YAxis {...AXIS} axisLine={false} width={44} allowDecimals={false} domain={[0, 'auto']} tickFormatter={format} />
        <Tooltip cursor={{ fill: 'var(--hover)' }} content={({ active, payload, label }) => <Reading active={active} name={String(label ?? '')} payload={payload} series={series} format={format} />} />
        {series.map(({ key, color }) => <Bar key={key} dataKey={key} stackId="all" fill={color} maxBarSize={48} isAnimationActive={false} />)}
      </BarChart>
    </ResponsiveContainer>
  );
}

interface LinesProps extends PlotProps {
  /** The whole axis, where it has an end. */
  readonly ticks?: readonly number[];
  /** Things are counted, of which there is no half. */
  readonly isCount?: boolean;
}

/** Values over time; where there is none, the line is broken. */
export function Lines({ title, points, series, format, ticks, isCount = false }: LinesProps) {
  return (
    <ResponsiveContainer width="100%" height={HEIGHT}>
      <LineChart data={[...points]} margin={MARGIN} title={title} accessibilityLayer>
        {GRID}
        <XAxis dataKey="name" {...AXIS} minTickGap={24} />
        <YAxis {...AXIS} axisLine={false} width={44} allowDecimals={!isCount} domain={[0, ticks?.at(-1) ?? 'auto']} {...(ticks ? { ticks: [...ticks] } : {})} tickFormatter={format} />
        <Tooltip cursor={{ stroke: 'var(--line-strong)' }} content={({ active, payload, label }) => <Reading active={active} name={String(label ?? '')} payload={payload} series={series} format={format} />} />
        {series.map(({ key, color, dashed }) => (
          <Line key={key} dataKey={key} stroke={color} strokeWidth={2} {...(dashed ? { strokeDasharray: '6 3' } : {})} dot={{ r: points.length <= 31 ? 2.5 : 1.5, fill: color, strokeWidth: 0 }} isAnimationActive={false} />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}

/** Amounts of things with names. */
export function NamedBars({ title, points, series, format }: PlotProps) {
  return (
    <ResponsiveContainer width="100%" height={Math.max(120, points.length * ROW_HEIGHT + 32)}>
      <BarChart data={[...points]} layout="vertical" margin={{ ...MARGIN, right: 24 }} title={title} accessibilityLayer barCategoryGap="25%">
        <CartesianGrid stroke="var(--line)" horizontal={false} />
        <XAxis type="number" {...AXIS} axisLine={false} allowDecimals={false} domain={[0, 'auto']} tickFormatter={format} />
        <YAxis type="category" dataKey="name" {...AXIS} width={150} interval={0} />
        <Tooltip cursor={{ fill: 'var(--hover)' }} content={({ active, payload, label }) => <Reading active={active} name={String(label ?? '')} payload={payload} series={series} format={format} />} />
        {series.map(({ key, color }) => <Bar key={key} dataKey={key} stackId="all" fill={color} maxBarSize={20} isAnimationActive={false} />)}
      </BarChart>
    </ResponsiveContainer>
  );
}

interface ReadingProps {
  readonly active: boolean | undefined;
  readonly name: string;
  readonly payload: readonly { readonly dataKey?: unknown; readonly value?: unknown }[] | undefined;
  readonly series: readonly Series[];
  readonly format: (value: number) => string;
}

/** The numbers of the point under the pointer, or under the keyboard's arrows. */
function Reading({ active, name, payload, series, format }: ReadingProps) {
  if (!active || !payload || payload.length === 0) return null;
  return (
    <div className="chart-reading">
      <strong>{name}</strong>
      {series.map(({ key, label }) => {
        const value = payload.find(({ dataKey }) => dataKey === key)?.value;
        return typeof value === 'number' && <span key={key}>{label} <b>{format(value)}</b></span>;
      })}
    </div>
  );
}
