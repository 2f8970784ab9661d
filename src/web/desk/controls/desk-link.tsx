import type { MouseEvent, ReactNode } from 'react';
import { goTo } from '../workspace/go-to.ts';
import { isPlainClick } from './plain-click.ts';

interface DeskLinkProps {
  readonly href: string;
  readonly className: string;
  readonly label?: string;
  readonly title?: string;
  readonly children: ReactNode;
}

/** A link within the desk: opens in place, and elsewhere where somebody asks for that. */
export function DeskLink({ href, className, label, title, children }: DeskLinkProps) {
  function press(event: MouseEvent): void {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    goTo(href);
  }
  return <a className={className} href={href} aria-label={label} title={title} onClick={press}>{children}</a>;
}
