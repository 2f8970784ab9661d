import { BotMessageSquare, Eye, FileDiff, History, SlidersHorizontal, type LucideIcon } from 'lucide-react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useState } from 'react';
import { DEFAULT_LOCALE, type Locale } from '../../../../domain/locales.ts';
import type { EditedArticle } from '../../../../protocol/documents.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { OpenDocument } from '../use-document.ts';
import { AssistantTab } from './assistant-tab.tsx';
import { HistoryTab } from './history-tab.tsx';
import { PreviewTab } from './preview-tab.tsx';
import { SettingsTab } from './settings-tab.tsx';
import { SourceTab } from './source-tab.tsx';

export interface AsideProps {
  readonly article: EditedArticle;
  readonly locale: Locale;
  readonly translation: OpenDocument;
  readonly settings: OpenDocument;
}

const TABS = ['preview', 'assistant', 'source', 'history', 'settings'] as const;
type AsideTab = (typeof TABS)[number];
const ICONS: Record<AsideTab, LucideIcon> = { preview: Eye, assistant: BotMessageSquare, source: FileDiff, history: History, settings: SlidersHorizontal };

/** Who goes through the languages of an article looks at the same thing in each. */
let lastTab: AsideTab = 'preview';

/** What becomes of the words beside them. */
export function AsideTabs(props: AsideProps) {
  const { t } = usePreferences();
  const tabs = TABS.filter((id) => id !== 'source' || props.locale !== DEFAULT_LOCALE);
  const [tab, setTab] = useState<AsideTab>(tabs.includes(lastTab) ? lastTab : 'preview');
  const isStale = props.translation.state.known?.source?.state === 'stale';
  return (
    <Tabs className="aside" data-tab={tab} selectedKey={tab} onSelectionChange={(key) => { lastTab = key as AsideTab; setTab(lastTab); }}>
      <TabList className="tab-list aside-tabs" aria-label={t('editor.aside.label')}>
        {tabs.map((id) => {
          const Icon = ICONS[id];
          return <Tab key={id} id={id} className="tab"><Icon size={14} aria-hidden />{t(`editor.aside.${id}`)}{id === 'source' && isStale && <span className="tab-mark" aria-label={t('editor.states.stale')} role="img" />}</Tab>;
        })}
      </TabList>
      <TabPanel id="preview" className="tab-panel"><PreviewTab {...props} /></TabPanel>
      <TabPanel id="assistant" className="tab-panel"><AssistantTab {...props} /></TabPanel>
      {props.locale !== DEFAULT_LOCALE && <TabPanel id="source" className="tab-panel"><SourceTab {...props} /></TabPanel>}
      <TabPanel id="history" className="tab-panel"><HistoryTab {...props} /></TabPanel>
      <TabPanel id="settings" className="tab-panel"><SettingsTab {...props} /></TabPanel>
    </Tabs>
  );
}
