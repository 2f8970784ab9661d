import { useCallback } from 'react';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';

/** A category as readers of the help centre see it; one of the exchange's own by its id. */
export function useCategoryName(): (id: string) => string {
  const { t } = usePreferences();
  return useCallback((id) => t(`category.${id}`, { defaultValue: id }), [t]);
}
