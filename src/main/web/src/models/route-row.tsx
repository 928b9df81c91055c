import { ArrowRight, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { Badge } from '../ui/badge';
import { CopyButton } from '../ui/copy-button';
import { Menu } from '../ui/menu';
import type { ModelRoute } from '../wire/types';
import { healthOf } from './health';
import { HealthBadge } from './health-badge';
import { useRemoving } from './use-removing';

interface RouteRowProps {
  route: ModelRoute;
  onEdit: (() => void) | undefined;
}

export function RouteRow({ route, onEdit }: RouteRowProps) {
  const t = useText();
  const removing = useRemoving();
  const { name, standard, embeddings, cache_seconds: cache, stored } = route;
  const items = [
    ...(onEdit ? [{ label: t.models.edit, icon: <Pencil size={15} />, act: onEdit }] : []),
    ...(stored
      ? [
          {
            label: t.models.removeRoute,
            icon: <Trash2 size={15} />,
            danger: true,
            act: () => removing.route(route),
          },
        ]
      : []),
  ];
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto_auto] items-start gap-x-3 px-5 py-3.5">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <code className="truncate font-mono text-sm font-medium">{name}</code>
          <CopyButton text={() => name} label={t.models.copyName(name)} />
          {standard && <Badge tone="good">{t.models.standard}</Badge>}
          {embeddings && <Badge>{t.models.embeddings}</Badge>}
          {cache > 0 && <Badge>{t.models.cached}</Badge>}
          {!stored && <Badge>{t.models.configuredShort}</Badge>}
        </p>
        <Tiers route={route} />
      </div>
      <div className="mt-1.5">
        <HealthBadge health={healthOf(route.targets)} />
      </div>
      {items.length > 0 ? (
        <Menu
          label={t.models.menu(name)}
          trigger={<Ellipsis size={17} />}
          items={items}
          className="inline-flex size-8 coarse:size-11 items-center justify-center rounded-lg text-muted transition-colors hover:bg-hover hover:text-ink"
        />
      ) : (
        <span className="size-8" />
      )}
    </li>
  );
}

/** Who is asked first, and who when they cannot answer. */
function Tiers({ route }: { route: ModelRoute }) {
  const t = useText();
  const tiers = [...new Set(route.targets.map(({ tier }) => tier))].sort(
    (one, other) => (one || 99) - (other || 99),
  );
  return (
    <ol className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1.5 text-xs">
      {tiers.map((tier, at) => (
        <li key={tier} className="flex min-w-0 flex-wrap items-center gap-1.5">
          {at > 0 && tier !== 0 && (
            <ArrowRight size={13} aria-label={t.models.orElse} className="text-faint" />
          )}
          {tier === 0 && <span className="text-muted">{t.models.longShort}</span>}
          <Targets targets={route.targets.filter((target) => target.tier === tier)} />
        </li>
      ))}
    </ol>
  );
}

function Targets({ targets }: { targets: ModelRoute['targets'] }) {
  const formats = useFormats();
  const all = targets.reduce((sum, { weight }) => sum + weight, 0);
  return targets.map((target) => (
    <span
      key={`${target.provider} ${target.model}`}
      className="inline-flex min-w-0 max-w-full items-center gap-1 rounded-md border border-line bg-canvas px-1.5 py-0.5"
    >
      <span className="text-muted">{target.provider}/</span>
      <span className="truncate">{target.model}</span>
      {targets.length > 1 && (
        <span className="tabular-nums text-muted">{formats.percent(target.weight / all)}</span>
      )}
    </span>
  ));
}
