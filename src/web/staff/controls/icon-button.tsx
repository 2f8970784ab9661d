import type { LucideIcon } from 'lucide-react';
import { Button, Tooltip, TooltipTrigger, type ButtonProps } from 'react-aria-components';

/** A button that shows a sign only; its name is its label and its tooltip. */
export function IconButton({ icon: Icon, label, ...props }: { icon: LucideIcon; label: string } & Omit<ButtonProps, 'children'>) {
  return (
    <TooltipTrigger delay={400} closeDelay={0}>
      <Button className="button" data-kind="quiet" data-icon-only aria-label={label} {...props}>
        <Icon size={16} aria-hidden />
      </Button>
      <Tooltip className="tooltip" offset={6}>{label}</Tooltip>
    </TooltipTrigger>
  );
}
