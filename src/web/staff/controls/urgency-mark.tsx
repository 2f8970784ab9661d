import { ChevronDown, Circle, OctagonAlert, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { Urgency } from '../../../domain/urgencies.ts';
import { usePreferences } from '../preferences/preferences-context.tsx';

/** A shape for each urgency: colour alone tells nobody anything. */
const SHAPES: Record<Urgency, LucideIcon> = { critical: OctagonAlert, high: TriangleAlert, normal: Circle, low: ChevronDown };

/** @param wordless shows the shape only, with the word for screen readers. */
export function UrgencyMark({ urgency, wordless = false }: { urgency: Urgency; wordless?: boolean }) {
  const { t } = usePreferences();
  const Shape = SHAPES[urgency];
  return (
    <span className="urgency" data-urgency={urgency}>
      <Shape size={14} strokeWidth={urgency === 'critical' || urgency === 'high' ? 2.5 : 2} aria-hidden />
      <span className={wordless ? 'only-read-aloud' : undefined}>{t(`urgency.${urgency}`)}</span>
    </span>
  );
}
