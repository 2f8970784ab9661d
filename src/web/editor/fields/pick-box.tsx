import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';

interface PickBoxProps {
  readonly isPicked: boolean;
  /** Some of what it stands for are picked, not all. */
  readonly isPartly?: boolean;
  readonly label?: string;
  readonly children?: ReactNode;
  readonly onChange: (isPicked: boolean) => void;
}

/** Picks one of many, or all of a group. */
export function PickBox({ isPicked, isPartly = false, label, children, onChange }: PickBoxProps) {
  return (
    <Checkbox className="pick" isSelected={isPicked} isIndeterminate={isPartly} onChange={onChange} {...(label === undefined ? {} : { 'aria-label': label })}>
      <span className="pick-box" data-picked={isPicked || isPartly}>{isPartly ? <Minus size={12} strokeWidth={3} aria-hidden /> : isPicked && <Check size={12} strokeWidth={3} aria-hidden />}</span>
      {children}
    </Checkbox>
  );
}
