import type { ModelProvider, ModelRoute } from '../wire/types';

export type Health = 'unused' | 'healthy' | 'degraded' | 'down';

type Target = ModelRoute['targets'][number];

/** Of the breakers of some keys: an open one is not asked for a while. */
export function healthOf(targets: readonly Target[]): Health {
  const states = targets.flatMap((target) => target.keys.map(({ state }) => state));
  if (states.length === 0) return 'unused';
  if (states.every((state) => state === 'open')) return 'down';
  return states.every((state) => state === 'closed') ? 'healthy' : 'degraded';
}

export const targetsOf = (provider: ModelProvider, routes: readonly ModelRoute[]): Target[] =>
  routes
    .flatMap((route) => route.targets)
    .filter((target) =>
      provider.id === undefined
        ? target.provider_id === undefined && target.provider === provider.name
        : target.provider_id === provider.id,
    );

export interface Doing {
  health: Health;
  /** Of the fastest model that was asked; 0 where none was. */
  latencyMs: number;
  inFlight: number;
  models: string[];
  /** Of keys that are not asked as usual, the worst by label. */
  paused: ReadonlyMap<string, 'open' | 'half_open'>;
  /** Routes that would lose it. */
  routes: string[];
}

/** How a provider does in all routes together. */
export function doingOf(provider: ModelProvider, routes: readonly ModelRoute[]): Doing {
  const targets = targetsOf(provider, routes);
  const asked = targets.map((target) => target.latency_ms).filter((ms) => ms > 0);
  // One model of one provider counts its calls once, in however many routes it is.
  const busy = new Map(targets.map((target) => [target.model, target.in_flight]));
  return {
    health: healthOf(targets),
    latencyMs: asked.length === 0 ? 0 : Math.min(...asked),
    inFlight: [...busy.values()].reduce((sum, n) => sum + n, 0),
    models: [...busy.keys()].sort(),
    paused: pausedIn(targets),
    routes: routes
      .filter((route) => targetsOf(provider, [route]).length > 0)
      .map((route) => route.name),
  };
}

function pausedIn(targets: readonly Target[]): Doing['paused'] {
  const paused = new Map<string, 'open' | 'half_open'>();
  for (const { label, state } of targets.flatMap((target) => target.keys)) {
    if (state !== 'closed' && paused.get(label) !== 'open') paused.set(label, state);
  }
  return paused;
}
