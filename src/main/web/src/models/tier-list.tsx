import { ArrowDown, ArrowUp, Plus } from 'lucide-react';
import { useText } from '../platform/i18n';
import { Button, IconButton } from '../ui/button';
import type { ModelProvider } from '../wire/types';
import { changed, type Draft, type DraftTarget, newTarget, shareOf } from './draft';
import { TargetRow } from './target-row';

interface TierListProps {
  draft: Draft;
  providers: readonly ModelProvider[];
  onChange: (draft: Draft) => void;
}

/** Tiers in the order in which they are asked, and the one for what is too long. */
export function TierList({ draft, providers, onChange }: TierListProps) {
  const t = useText();
  const { tiers, long } = draft;
  const fresh = () => newTarget(providers[0]?.id ?? '');
  const count = tiers.reduce((sum, tier) => sum + tier.length, 0);
  const swap = (at: number, other: number) =>
    onChange({
      ...draft,
      tiers: tiers.map((tier, place) =>
        place === at ? (tiers[other] ?? tier) : place === other ? (tiers[at] ?? tier) : tier,
      ),
    });
  const row = (target: DraftTarget, share: number | null, removable: boolean) => (
    <TargetRow
      key={target.key}
      target={target}
      providers={providers}
      share={share}
      onChange={(next) => onChange(changed(draft, target.key, () => next))}
      onRemove={removable ? () => onChange(changed(draft, target.key, () => null)) : undefined}
    />
  );
  return (
    <div className="flex flex-col gap-2.5">
      {tiers.map((tier, at) => (
        <fieldset key={tier[0]?.key} className="rounded-xl border border-line bg-canvas p-3">
          <legend className="sr-only">{t.models.tier(at + 1)}</legend>
          <div className="flex items-center gap-1">
            <p className="min-w-0 flex-1 text-sm font-medium">
              {t.models.tier(at + 1)}
              <span className="ml-2 font-normal text-muted">
                {at === 0 ? t.models.tierFirst : t.models.tierNext}
              </span>
            </p>
            <IconButton
              label={t.models.earlier(at + 1)}
              disabled={at === 0}
              onClick={() => swap(at, at - 1)}
            >
              <ArrowUp size={15} />
            </IconButton>
            <IconButton
              label={t.models.later(at + 1)}
              disabled={at === tiers.length - 1}
              onClick={() => swap(at, at + 1)}
            >
              <ArrowDown size={15} />
            </IconButton>
          </div>
          <div className="mt-1.5 flex flex-col gap-2">
            {tier.map((target) =>
              row(target, tier.length > 1 ? shareOf(tier, target) : null, count > 1),
            )}
          </div>
          <Button
            small
            look="quiet"
            className="-ml-1.5 mt-1.5"
            onClick={() =>
              onChange({
                ...draft,
                tiers: tiers.map((one, place) => (place === at ? [...one, fresh()] : one)),
              })
            }
          >
            <Plus size={15} aria-hidden="true" />
            {t.models.addTarget}
          </Button>
        </fieldset>
      ))}
      {long !== null && (
        <fieldset className="rounded-xl border border-line bg-canvas p-3">
          <legend className="sr-only">{t.models.long}</legend>
          <p className="text-sm font-medium">{t.models.long}</p>
          <p className="mb-2 text-sm text-muted">{t.models.longText}</p>
          {row(long, null, true)}
        </fieldset>
      )}
      <div className="flex flex-wrap gap-2">
        <Button small onClick={() => onChange({ ...draft, tiers: [...tiers, [fresh()]] })}>
          <Plus size={15} aria-hidden="true" />
          {t.models.addTier}
        </Button>
        {long === null && (
          <Button small onClick={() => onChange({ ...draft, long: fresh() })}>
            <Plus size={15} aria-hidden="true" />
            {t.models.addLong}
          </Button>
        )}
      </div>
    </div>
  );
}
