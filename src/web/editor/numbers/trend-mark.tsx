import { Minus, TrendingDown, TrendingUp } from 'lucide-react';
import { formatNumber } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';

/** How much more or less than in the period before: a shape, a number, and words for those who hear it. */
export function TrendMark({ now, before }: { now: number; before: number }) {
  const { t, preferences: { language } } = usePreferences();
  const change = now - before;
  const kind = change > 0 ? 'more' : change < 0 ? 'less' : 'same';
  const Shape = { more: TrendingUp, less: TrendingDown, same: Minus }[kind];
  const words = t(`editor.numbers.${kind}`, { count: Math.abs(change) });
  return (
    <span className="trend" data-kind={kind} title={words}>
      <Shape size={12} strokeWidth={2.25} className="mirrored" aria-hidden />
      {change !== 0 && <span aria-hidden>{formatNumber(Math.abs(change), language)}</span>}<span className="only-read-aloud">{words}</span>
    </span>
  );
}
