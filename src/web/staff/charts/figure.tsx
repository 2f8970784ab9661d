import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface FigureProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: ReactNode;
  /** A meaning beside the number, in shape and colour. */
  readonly tone?: 'critical' | 'high' | undefined;
  readonly icon?: LucideIcon | undefined;
}

/** One number that is read across a room. */
export function Figure({ label, value, note, tone, icon: Icon }: FigureProps) {
  return (
    <div className="figure" data-tone={tone}>
      <dt>{label}</dt>
      <dd className="figure-value">{Icon && <Icon size={20} aria-hidden />}{value}</dd>
      {note !== undefined && <dd className="figure-note">{note}</dd>}
    </div>
  );
}
