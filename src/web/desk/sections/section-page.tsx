import { Suspense } from 'react';
import { allows } from '../../../domain/roles.ts';
import { useDeskState } from '../connection/desk-context.tsx';
import { SECTIONS, type Section } from './sections.tsx';

/** A part of the desk beside the conversations; fetched when it is first opened. */
export function SectionPage({ section }: { section: Section }) {
  const role = useDeskState((state) => state.me.role);
  const { needs, page: Page } = SECTIONS[section];
  return <main className="section-page">{allows(role, needs) && <Suspense><Page /></Suspense>}</main>;
}
