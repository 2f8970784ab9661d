import type { MouseEvent, ReactNode } from 'react';
import { goTo } from './go-to.ts';
import { isPlainClick } from './plain-click.ts';

interface InnerLinkProps {
  readonly href: string;
  readonly className: string;
  readonly label?: string;
  readonly title?: string;
  /** It leads to where one is. */
  readonly isCurrent?: boolean;
  readonly children: ReactNode;
}

/** A link within desk or editor: opens in place, and elsewhere where somebody asks for that. */
export function InnerLink({ href, className, label, title, isCurrent = false, children }: InnerLinkProps) {
  function press(event: MouseEvent): void {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    goTo(href);
  }
  return <a className={className} href={href} aria-label={label} title={title} aria-current={isCurrent ? 'page' : undefined} onClick={press}>{children}</a>;
}
