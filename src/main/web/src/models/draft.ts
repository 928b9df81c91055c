import type { ModelRoute, ModelRouteRequest } from '../wire/types';

/** A target that is being written; `key` tells it from the others. */
export interface DraftTarget {
  key: number;
  providerId: string;
  model: string;
  weight: number;
}

export interface Draft {
  /** In the order in which they are asked. */
  tiers: DraftTarget[][];
  /** Takes what is too long for the others. */
  long: DraftTarget | null;
}

let last = 0;

export function newTarget(providerId: string): DraftTarget {
  last += 1;
  return { key: last, providerId, model: '', weight: 1 };
}

const LONG = 0;

export function draftOf(route: ModelRoute): Draft {
  const tiers = new Map<number, DraftTarget[]>();
  for (const { tier, provider_id: id, model, weight } of route.targets) {
    const made = { ...newTarget(id ?? ''), model, weight };
    tiers.set(tier, [...(tiers.get(tier) ?? []), made]);
  }
  const long = tiers.get(LONG)?.[0] ?? null;
  tiers.delete(LONG);
  return {
    tiers: [...tiers].sort(([one], [other]) => one - other).map(([, targets]) => targets),
    long,
  };
}

/** The targets as the server takes them; tiers that are empty are left out. */
export function targetsOf({ tiers, long }: Draft): ModelRouteRequest['targets'] {
  const of = (tier: number) => (target: DraftTarget) => ({
    tier,
    provider_id: target.providerId,
    model: target.model.trim(),
    weight: target.weight,
  });
  return [
    ...tiers.filter((tier) => tier.length > 0).flatMap((tier, at) => tier.map(of(at + 1))),
    ...(long === null ? [] : [of(LONG)(long)]),
  ];
}

/** What brings a stored route back as it was. */
export const requestOf = (route: ModelRoute): ModelRouteRequest => ({
  standard: route.standard,
  embeddings: route.embeddings,
  max_tokens: route.max_tokens,
  cache_seconds: route.cache_seconds,
  resume: route.resume,
  targets: targetsOf(draftOf(route)),
});

/** The share of its tier's calls that a target gets. */
export function shareOf(tier: readonly DraftTarget[], target: DraftTarget): number {
  const all = tier.reduce((sum, { weight }) => sum + weight, 0);
  return all === 0 ? 0 : target.weight / all;
}

/** With one target changed, or taken out where it becomes null. */
export const changed = (
  draft: Draft,
  key: number,
  next: (target: DraftTarget) => DraftTarget | null,
): Draft => ({
  tiers: draft.tiers
    .map((tier) =>
      tier.flatMap((target) => {
        const made = target.key === key ? next(target) : target;
        return made === null ? [] : [made];
      }),
    )
    .filter((tier) => tier.length > 0),
  long: draft.long?.key === key ? next(draft.long) : draft.long,
});
