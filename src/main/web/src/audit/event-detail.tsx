import type { ReactNode } from 'react';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { goWithQuery } from '../platform/router';
import { Button } from '../ui/button';
import { CopyButton } from '../ui/copy-button';
import { Dialog } from '../ui/dialog';
import type { AuditEvent } from '../wire/types';
import { actionName } from './action-name';
import { useNames } from './use-names';

interface EventDetailProps {
  event: AuditEvent;
  onClose: () => void;
}

/** Everything that is written of one event. */
export function EventDetail({ event, onClose }: EventDetailProps) {
  const t = useText();
  const formats = useFormats();
  const nameOf = useNames();
  const only = (filter: Record<string, string>) => {
    onClose();
    goWithQuery(filter);
  };
  const json = JSON.stringify(event.detail, null, 2);
  return (
    <Dialog title={t.audit.detail(event.seq)} at="right" onClose={onClose}>
      <div className="relative min-h-0 flex-1 overflow-y-auto px-5 pb-6">
        <p className="text-base font-medium">{actionName(t, event.action)}</p>
        <dl className="mt-4 flex flex-col gap-4">
          <Fact name={t.audit.at}>{formats.dateTime(event.at)}</Fact>
          <Fact name={t.audit.actor} onOnly={() => only({ actor: event.actor })}>
            <Subject name={nameOf(event.actor)} id={event.actor} />
          </Fact>
          <Fact name={t.audit.action} onOnly={() => only({ action: event.action })}>
            <code className="font-mono text-xs">{event.action}</code>
          </Fact>
          {event.target !== '' && (
            <Fact name={t.audit.target} onOnly={() => only({ target: event.target })}>
              <Subject name={nameOf(event.target)} id={event.target} />
            </Fact>
          )}
          <Fact name={t.audit.address}>{event.address || '–'}</Fact>
          <Fact name={t.audit.request}>
            <code className="font-mono text-xs">{event.request_id || '–'}</code>
          </Fact>
        </dl>
        {json !== '{}' && (
          <>
            <div className="mt-5 flex items-center justify-between">
              <h3 className="text-xs text-muted">{t.audit.more}</h3>
              <CopyButton text={() => json} />
            </div>
            <pre
              tabIndex={0}
              className="relative overflow-x-auto rounded-xl border border-line bg-canvas p-3 font-mono text-xs leading-relaxed"
            >
              {json}
            </pre>
          </>
        )}
      </div>
    </Dialog>
  );
}

function Subject({ name, id }: { name: string; id: string }) {
  return (
    <>
      {name !== id && <span className="block">{name}</span>}
      <code className="font-mono text-xs text-muted">{id}</code>
    </>
  );
}

interface FactProps {
  name: string;
  children: ReactNode;
  onOnly?: () => void;
}

function Fact({ name, children, onOnly }: FactProps) {
  const t = useText();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3">
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="col-start-1 mt-0.5 text-sm [overflow-wrap:anywhere]">{children}</dd>
      {onOnly && (
        <dd className="col-start-2 row-span-2 row-start-1 self-center">
          <Button small look="quiet" onClick={onOnly}>
            {t.audit.onlyThis}
          </Button>
        </dd>
      )}
    </div>
  );
}
