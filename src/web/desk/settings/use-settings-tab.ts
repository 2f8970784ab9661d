import { useCallback, useEffect, useState } from 'react';

export const SETTINGS_TABS = ['people', 'teams', 'macros', 'rubric'] as const;
export type SettingsTab = (typeof SETTINGS_TABS)[number];

/** Which part of the settings is on the screen; the address bar agrees with it. */
export function useSettingsTab(): readonly [SettingsTab, (tab: SettingsTab) => void] {
  const [tab, setTab] = useState(currentTab);
  useEffect(() => {
    const onPopState = (): void => { setTab(currentTab()); };
    addEventListener('popstate', onPopState);
    return () => { removeEventListener('popstate', onPopState); };
  }, []);
  const go = useCallback((next: SettingsTab) => {
    if (next !== currentTab()) history.pushState(null, '', `/desk/settings/${next}`);
    setTab(next);
  }, []);
  return [tab, go];
}

function currentTab(): SettingsTab {
  const name = /^\/desk\/settings\/([a-z]+)/.exec(location.pathname)?.[1];
  return SETTINGS_TABS.find((tab) => tab === name) ?? 'people';
}
