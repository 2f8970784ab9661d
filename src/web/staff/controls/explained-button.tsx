import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Focusable, Tooltip, TooltipTrigger } from 'react-aria-components';

interface ExplainedButtonProps {
  readonly icon?: LucideIcon;
  readonly label: string;
  /** What it does, for the tooltip. */
  readonly description: string;
  /** Why it cannot be pressed now; null where it can. */
  readonly obstacle: string | null;
  readonly kind?: 'primary' | 'plain' | 'quiet';
  /** A key, or nothing, beside the explanation. */
  readonly hint?: ReactNode;
  readonly onPress: () => void;
  /** Pressed although there is an obstacle. */
  readonly onRefused: (obstacle: string) => void;
}

/**
 * A button that can say why it does not work: it stays in the order of focus and shows the reason,
 * which a truly disabled button cannot.
 */
export function ExplainedButton({ icon: Icon, label, description, obstacle, kind = 'plain', hint, onPress, onRefused }: ExplainedButtonProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={0}>
      <Focusable>
        <button
          type="button"
          className="button"
          data-kind={kind}
          aria-label={label}
          aria-disabled={obstacle !== null}
          onClick={() => { if (obstacle === null) onPress(); else onRefused(obstacle); }}
        >
          {Icon && <Icon size={14} aria-hidden />}
          <span className="button-label">{label}</span>
        </button>
      </Focusable>
      <Tooltip className="tooltip" offset={6}><span>{obstacle ?? description}</span>{hint}</Tooltip>
    </TooltipTrigger>
  );
}
