import type { ReactNode } from 'react';

/** A part of the case under its own small heading. */
export function CasePart({ title, children }: { title: string; children: ReactNode }) {
  return <section className="case-part"><h3>{title}</h3>{children}</section>;
}
