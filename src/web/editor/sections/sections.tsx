import { ChartColumn, FileInput, LibraryBig, MessageCircleQuestion, Send, SlidersHorizontal, type LucideIcon } from 'lucide-react';
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

interface SectionRow {
  readonly icon: LucideIcon;
  readonly path: string;
  readonly page: LazyExoticComponent<ComponentType<{ part: string }>>;
}

/** What the editor has: one row each, in the order of the rail. The phrase is `editor.sections.<id>`; `part` is what stands behind the path. */
export const SECTIONS: Readonly<Record<string, SectionRow>> = {
  library: { icon: LibraryBig, path: '/editor', page: lazy(async () => ({ default: (await import('../library/library-page.tsx')).LibraryPage })) },
  gaps: { icon: MessageCircleQuestion, path: '/editor/gaps', page: lazy(async () => ({ default: (await import('../gaps/gaps-page.tsx')).GapsPage })) },
  figures: { icon: ChartColumn, path: '/editor/figures', page: lazy(async () => ({ default: (await import('../figures/figures-page.tsx')).FiguresPage })) },
  import: { icon: FileInput, path: '/editor/import', page: lazy(async () => ({ default: (await import('../import/import-page.tsx')).ImportPage })) },
  publish: { icon: Send, path: '/editor/publish', page: lazy(async () => ({ default: (await import('../publish/publish-page.tsx')).PublishPage })) },
  settings: { icon: SlidersHorizontal, path: '/editor/settings', page: lazy(async () => ({ default: (await import('../settings/settings-page.tsx')).SettingsPage })) },
};

export const ArticlePage = lazy(async () => ({ default: (await import('../article/article-page.tsx')).ArticlePage }));
