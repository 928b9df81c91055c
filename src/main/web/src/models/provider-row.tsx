import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { Badge } from '../ui/badge';
import type { ModelProvider } from '../wire/types';
import type { Doing } from './health';
import { HealthBadge } from './health-badge';
import { kindName, placeOf } from './kinds';

interface ProviderRowProps {
  provider: ModelProvider;
  doing: Doing;
  onOpen: () => void;
}

const GRID =
  'grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 ' +
  'lg:grid-cols-[minmax(0,1fr)_11rem_8.5rem_7rem]';

export function ProviderRow({ provider, doing, onOpen }: ProviderRowProps) {
  const t = useText();
  const formats = useFormats();
  const { id, name, kind, base_url: address, keys } = provider;
  const place = id === undefined ? t.models.configured : placeOf(kind, address);
  return (
    <li className={`${GRID} relative px-5 py-3.5 ${id === undefined ? '' : 'hover:bg-hover/50'}`}>
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm font-medium">
          {id === undefined ? (
            <span className="truncate">{name}</span>
          ) : (
            <button
              type="button"
              onClick={onOpen}
              className="truncate text-left after:absolute after:inset-0 hover:text-accent"
            >
              {name}
            </button>
          )}
          <Badge>{kindName(kind)}</Badge>
        </p>
        <p className="mt-0.5 truncate text-xs text-muted">{place}</p>
      </div>
      <p className="hidden min-w-0 flex-wrap gap-1 lg:flex">
        {keys.slice(0, 2).map((key) => (
          <KeyHint key={key.id} label={key.label} hint={key.hint} />
        ))}
        {keys.length > 2 && <Badge>{t.models.moreKeys(keys.length - 2)}</Badge>}
        {keys.length === 0 && id !== undefined && (
          <span className="text-xs text-muted">{t.models.noKey}</span>
        )}
      </p>
      <HealthBadge health={doing.health} />
      <p className="hidden text-right text-xs tabular-nums text-muted lg:block">
        {doing.latencyMs > 0 && (
          <span title={t.models.latencyText} className="block text-sm text-ink">
            {formats.millis(doing.latencyMs)}
          </span>
        )}
        {doing.inFlight > 0 && <span className="block">{t.models.inFlight(doing.inFlight)}</span>}
      </p>
    </li>
  );
}

/** A key by its name and last letters; nobody sees more of it again. */
export function KeyHint({ label, hint }: { label: string; hint: string }) {
  return (
    <span className="inline-flex h-5 max-w-full items-center gap-1 rounded-md bg-hover px-1.5 text-xs">
      <span className="truncate">{label}</span>
      <code className="font-mono text-2xs text-muted">••••{hint}</code>
    </span>
  );
}
