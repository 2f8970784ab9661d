import { CircleCheck, CircleMinus, CircleOff, type LucideIcon } from 'lucide-react';
import type { PresenceStatus } from '../../../domain/presence.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';

const SHAPES: Record<PresenceStatus, LucideIcon> = { available: CircleCheck, away: CircleMinus, offline: CircleOff };

/** Whether somebody is there, as a shape and a word. */
export function PresenceMark({ status }: { status: PresenceStatus }) {
  const { t } = usePreferences();
  const Shape = SHAPES[status];
  return <span className="presence-mark" data-status={status}><Shape size={14} aria-hidden />{t(`supervise.presence.${status}`)}</span>;
}
