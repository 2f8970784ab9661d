import { useMemo } from 'react';
import type { Dimension } from '../../../../protocol/reports.ts';
import type { Locale } from '../../../../domain/locales.ts';
import { formatWaiting } from '../../format/format-waiting.ts';
import { formatNumber, formatPercent, languageName } from '../../../staff/format/names.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { formatDecimal } from './format-report.ts';

export interface ReportWords {
  readonly number: (value: number) => string;
  readonly percent: (share: number | null) => string;
  readonly duration: (ms: number | null) => string;
  readonly decimal: (value: number | null) => string;
  readonly group: (dimension: Dimension, key: string, label: string | null) => string;
}

/** Numbers and groups in the reader's language. What there is nothing of is a dash. */
export function useReportWords(): ReportWords {
  const { t, preferences: { language } } = usePreferences();
  return useMemo(() => {
    const orDash = <T>(format: (value: T) => string) => (value: T | null): string => (value === null ? '–' : format(value));
    return {
      number: (value) => formatNumber(value, language),
      percent: orDash((share: number) => formatPercent(share, language)),
      duration: orDash((ms: number) => formatWaiting(ms, language)),
      decimal: orDash((value: number) => formatDecimal(value, language)),
      group(dimension, key, label) {
        if (key === 'none') return t(`supervise.reports.no.${dimension}`);
        switch (dimension) {
          case 'team': return t(`teams.${key}`);
          case 'agent': return label ?? t('typing.somebody');
          case 'locale': return languageName(key as Locale, language);
          case 'intent': return t(`intents.${key}`);
          case 'urgency': return t(`urgency.${key}`);
        }
      },
    };
  }, [t, language]);
}
