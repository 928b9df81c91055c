import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { Button } from '../ui/button';
import { Section } from '../ui/section';
import type { Tools } from '../wire/types';
import { ServerDialog } from './server-dialog';
import { ServerRow } from './server-row';

export function Servers({ tools, manages }: { tools: Tools; manages: boolean }) {
  const t = useText();
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={t.tools.servers}
      text={t.tools.serversText}
      action={
        manages && (
          <Button small onClick={() => setAdding(true)}>
            <Plus size={15} aria-hidden="true" />
            {t.tools.addServer}
          </Button>
        )
      }
    >
      {tools.servers.length > 0 && (
        <ul>
          {tools.servers.map((server) => (
            <ServerRow
              key={server.id}
              server={server}
              known={tools.tools.filter((tool) => tool.server_id === server.id)}
              manages={manages}
            />
          ))}
        </ul>
      )}
      {adding && <ServerDialog programs={tools.programs} onClose={() => setAdding(false)} />}
    </Section>
  );
}
