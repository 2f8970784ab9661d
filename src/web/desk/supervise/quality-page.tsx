import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { ResultsTab } from './quality/results-tab.tsx';
import { ReviewTab } from './quality/review-tab.tsx';

/** Reads conversations and scores them, and what that says of the desk. */
export function QualityPage() {
  const { t } = usePreferences();
  return (
    <div className="section-body quality">
      <header className="section-head"><h1>{t('sections.quality')}</h1></header>
      <Tabs>
        <TabList className="tab-list" aria-label={t('sections.quality')}>
          <Tab id="review" className="tab">{t('supervise.quality.review')}</Tab>
          <Tab id="results" className="tab">{t('supervise.quality.results')}</Tab>
        </TabList>
        <TabPanel id="review" className="tab-panel"><ReviewTab /></TabPanel>
        <TabPanel id="results" className="tab-panel"><ResultsTab /></TabPanel>
      </Tabs>
    </div>
  );
}
