import { Circle, CircleCheck, Moon, type LucideIcon } from 'lucide-react';
import type { PresenceStatus } from '../../../domain/presence.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';

/** A shape for each status: colour alone tells nobody anything. */
const SHAPES: Record<PresenceStatus, LucideIcon> = { available: CircleCheck, away: Moon, offline: Circle };

/** Whether a colleague is there. */
export function PresenceMark({ status }: { status: PresenceStatus }) {
  const { t } = usePreferences();
  const Shape = SHAPES[status];
  return <span className="presence-sign" data-status={status}><Shape size={12} strokeWidth={2.5} aria-hidden />{t(`presence.${status}`)}</span>;
}
