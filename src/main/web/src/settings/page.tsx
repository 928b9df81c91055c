import { useQuery } from '@tanstack/react-query';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { useTitle } from '../platform/title';
import { ProblemNote, Skeleton } from '../ui/notes';
import { PageBody, PageHead } from '../ui/page-head';
import { getSettings, SETTINGS } from './api';
import { History } from './history';
import { SettingsForm } from './settings-form';

export function SettingsPage() {
  const t = useText();
  const settings = useQuery({ queryKey: SETTINGS, queryFn: ({ signal }) => getSettings(signal) });
  useTitle(t.settings.title);
  return (
    <PageBody narrow>
      <PageHead title={t.settings.title} lead={t.settings.lead} />
      {settings.isPending && <Skeleton lines={10} className="mt-8" />}
      {settings.isError && (
        <ProblemNote
          className="mt-6"
          problem={problemIn(settings.error)}
          retry={() => void settings.refetch()}
        />
      )}
      {settings.data && (
        <>
          <SettingsForm all={settings.data} />
          <History version={settings.data.version} />
        </>
      )}
    </PageBody>
  );
}
