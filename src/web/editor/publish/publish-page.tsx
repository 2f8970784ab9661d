import { History, Send } from 'lucide-react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { goTo } from '../../staff/controls/go-to.ts';
import { PageState } from '../../staff/controls/page-state.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../connection/editor-context.tsx';
import { DraftsTab } from './drafts-tab.tsx';
import { PublicationsTab } from './publications-tab.tsx';

/** From drafts to what readers see, and back. */
export function PublishPage({ part }: { part: string }) {
  const { t } = usePreferences();
  const { library: { value, failed, reload } } = useEditor();
  return (
    <div className="section-body publish">
      <header className="section-head"><h1>{t('editor.publish.title')}</h1></header>
      <Tabs selectedKey={part === 'publications' ? part : 'drafts'} onSelectionChange={(key) => { goTo(key === 'drafts' ? '/editor/publish' : '/editor/publish/publications'); }}>
        <TabList className="tab-list" aria-label={t('editor.publish.title')}>
          <Tab id="drafts" className="tab"><Send size={16} aria-hidden />{t('editor.publish.drafts')}</Tab>
          <Tab id="publications" className="tab"><History size={16} aria-hidden />{t('editor.publish.publications')}</Tab>
        </TabList>
        <TabPanel id="drafts" className="tab-panel">{value ? <DraftsTab drafts={value.drafts} /> : <PageState failed={failed} onRetry={reload} />}</TabPanel>
        <TabPanel id="publications" className="tab-panel"><PublicationsTab /></TabPanel>
      </Tabs>
    </div>
  );
}
