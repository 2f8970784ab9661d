import type { RouteOutput } from '../../../protocol/http.ts';

export type WidgetConfig = RouteOutput<'getWidgetConfig'>;

/** What the widget shows before the first message. Public and the same for all, so it may come from a cache. */
export async function fetchConfig(base: string, locale: string): Promise<WidgetConfig> {
  const response = await fetch(`${base}/api/widget/config?locale=${encodeURIComponent(locale)}`, { credentials: 'omit' });
  if (!response.ok) throw new Error(String(response.status));
  return await response.json() as WidgetConfig;
}
