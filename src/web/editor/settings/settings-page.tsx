import { Building2, Shapes } from 'lucide-react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { goTo } from '../../staff/controls/go-to.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { CategoriesTab } from './categories-tab.tsx';
import { ExchangeTab } from './exchange-tab.tsx';

/** What all articles share: the facts of the exchange, and the shelves of the help centre. */
export function SettingsPage({ part }: { part: string }) {
  const { t } = usePreferences();
  return (
    <div className="section-body editor-settings settings">
      <header className="section-head"><h1>{t('editor.sections.settings')}</h1></header>
      <Tabs selectedKey={part === 'categories' ? part : 'exchange'} onSelectionChange={(key) => { goTo(`/editor/settings/${String(key)}`); }}>
        <TabList className="tab-list" aria-label={t('editor.sections.settings')}>
          <Tab id="exchange" className="tab"><Building2 size={16} aria-hidden />{t('editor.exchange.title')}</Tab>
          <Tab id="categories" className="tab"><Shapes size={16} aria-hidden />{t('editor.categories.title')}</Tab>
        </TabList>
        <TabPanel id="exchange" className="tab-panel"><ExchangeTab /></TabPanel>
        <TabPanel id="categories" className="tab-panel"><CategoriesTab /></TabPanel>
      </Tabs>
    </div>
  );
}
