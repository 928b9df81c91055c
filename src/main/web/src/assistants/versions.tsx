import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { toast } from '../platform/toasts';
import { Section } from '../ui/section';
import type { AssistantDefinition, AssistantDetail } from '../wire/types';
import { getVersion, keys, publishVersion } from './api';
import { CompareDialog } from './compare-dialog';
import { VersionRow } from './version-row';

interface VersionsProps {
  detail: AssistantDetail;
  manages: boolean;
  onTake: (definition: AssistantDefinition) => void;
}

/** What the assistant was and is, the newest first. */
export function Versions({ detail, manages, onTake }: VersionsProps) {
  const t = useText();
  const client = useQueryClient();
  const [compared, setCompared] = useState<number | null>(null);
  const { assistant, versions } = detail;
  const other = assistant.live_version ?? assistant.latest_version;
  const quietly = (what: Promise<unknown>) =>
    void what.catch((error: unknown) => toast(problemText(t, problemIn(error))));
  const publish = async (version: number) => {
    client.setQueryData(keys.one(assistant.id), await publishVersion(assistant.id, version));
    toast(t.assistants.published(version));
    void client.invalidateQueries({ queryKey: keys.all, exact: true });
  };
  const take = async (version: number) => {
    onTake((await getVersion(assistant.id, version)).definition);
  };
  return (
    <Section title={t.assistants.versions} text={t.assistants.versionsText}>
      <ol>
        {versions.map((revision) => (
          <VersionRow
            key={revision.version}
            revision={revision}
            live={revision.version === assistant.live_version}
            comparable={revision.version !== other}
            onPublish={manages ? () => quietly(publish(revision.version)) : undefined}
            onTake={manages ? () => quietly(take(revision.version)) : undefined}
            onCompare={() => setCompared(revision.version)}
          />
        ))}
      </ol>
      {compared !== null && (
        <CompareDialog
          id={assistant.id}
          before={Math.min(compared, other)}
          after={Math.max(compared, other)}
          onClose={() => setCompared(null)}
        />
      )}
    </Section>
  );
}
