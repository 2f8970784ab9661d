import { ChartColumn, ClipboardCheck, Inbox, LayoutDashboard, ScrollText, Search, Settings, type LucideIcon } from 'lucide-react';
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Permission } from '../../../domain/roles.ts';

/** Beside the conversations, what the desk has: one row each, in the order of the rail. The phrase is `sections.<id>`. */
export const SECTIONS = {
  search: { icon: Search, needs: 'conversations.handle', page: lazy(async () => ({ default: (await import('../search/search-page.tsx')).SearchPage })) },
  wallboard: { icon: LayoutDashboard, needs: 'conversations.oversee', page: lazy(async () => ({ default: (await import('../supervise/wallboard-page.tsx')).WallboardPage })) },
  reports: { icon: ChartColumn, needs: 'conversations.report', page: lazy(async () => ({ default: (await import('../supervise/reports-page.tsx')).ReportsPage })) },
  quality: { icon: ClipboardCheck, needs: 'conversations.report', page: lazy(async () => ({ default: (await import('../supervise/quality-page.tsx')).QualityPage })) },
  audit: { icon: ScrollText, needs: 'audit.read', page: lazy(async () => ({ default: (await import('../audit/audit-page.tsx')).AuditPage })) },
  settings: { icon: Settings, needs: 'desk.configure', page: lazy(async () => ({ default: (await import('../settings/settings-page.tsx')).SettingsPage })) },
} as const satisfies Record<string, { icon: LucideIcon; needs: Permission; page: LazyExoticComponent<ComponentType> }>;

export type Section = keyof typeof SECTIONS;
export const INBOX_ICON = Inbox;

export function isSection(value: string): value is Section {
  return Object.hasOwn(SECTIONS, value);
}
