import { describe, expect, it } from 'vitest';
import type { ModelProvider, ModelRoute } from '../wire/types';
import { changed, draftOf, newTarget, requestOf, shareOf, targetsOf } from './draft';
import { doingOf, healthOf } from './health';

const target = (
  tier: number,
  model: string,
  states: ('open' | 'closed' | 'half_open')[],
  more: Partial<ModelRoute['targets'][number]> = {},
): ModelRoute['targets'][number] => ({
  tier,
  provider: 'near',
  provider_id: 'id-near',
  model,
  weight: 1,
  in_flight: 2,
  latency_ms: 0,
  keys: states.map((state, at) => ({ label: `k${at}`, state })),
  ...more,
});

const route = (name: string, targets: ModelRoute['targets']): ModelRoute => ({
  name,
  standard: false,
  embeddings: false,
  max_tokens: 4096,
  cache_seconds: 0,
  resume: false,
  stored: true,
  targets,
});

const NEAR: ModelProvider = { id: 'id-near', name: 'near', kind: 'openai', base_url: '', keys: [] };

describe('health', () => {
  it('is that of the breakers', () => {
    expect(healthOf([])).toBe('unused');
    expect(healthOf([target(1, 'm', ['closed'])])).toBe('healthy');
    expect(healthOf([target(1, 'm', ['closed', 'open'])])).toBe('degraded');
    expect(healthOf([target(1, 'm', ['half_open'])])).toBe('degraded');
    expect(healthOf([target(1, 'm', ['open']), target(2, 'n', ['open'])])).toBe('down');
  });

  it('counts the calls of a model once, in however many routes it is', () => {
    const routes = [
      route('fast', [target(1, 'm', ['closed'], { latency_ms: 90 }), target(2, 'n', ['closed'])]),
      route('best', [target(1, 'm', ['closed'], { latency_ms: 90 })]),
      route('other', [target(1, 'm', ['open'], { provider: 'far', provider_id: 'id-far' })]),
    ];

    expect(doingOf(NEAR, routes)).toEqual({
      health: 'healthy',
      latencyMs: 90,
      inFlight: 4,
      models: ['m', 'n'],
      paused: new Map(),
      routes: ['fast', 'best'],
    });
  });

  it('names the keys that are paused', () => {
    const routes = [
      route('fast', [target(1, 'm', ['closed', 'open'])]),
      route('best', [target(1, 'n', ['half_open', 'half_open'])]),
    ];

    expect([...doingOf(NEAR, routes).paused]).toEqual([
      ['k1', 'open'],
      ['k0', 'half_open'],
    ]);
  });

  it('of the configured provider is told by its name', () => {
    const { id: _, ...configured } = { ...NEAR, name: 'extractive' };
    const { provider_id: __, ...own } = target(1, 'e', ['closed'], { provider: 'extractive' });

    expect(doingOf(configured, [route('default', [own])]).models).toEqual(['e']);
  });
});

describe('a route that is being written', () => {
  const STORED = route('fast', [
    target(1, 'a', ['closed'], { weight: 3 }),
    target(1, 'b', ['closed']),
    target(3, 'c', ['closed']),
    target(0, 'long', ['closed']),
  ]);

  it('has its tiers in order, and the long one apart', () => {
    const draft = draftOf(STORED);

    expect(draft.tiers.map((tier) => tier.map(({ model }) => model))).toEqual([['a', 'b'], ['c']]);
    expect(draft.long?.model).toBe('long');
  });

  it('becomes what the server takes, without gaps', () => {
    expect(requestOf(STORED).targets.map(({ tier, model }) => `${tier}:${model}`)).toEqual([
      '1:a',
      '1:b',
      '2:c',
      '0:long',
    ]);
  });

  it('shares the calls of a tier by weight', () => {
    const [tier = []] = draftOf(STORED).tiers;

    expect(tier.map((one) => shareOf(tier, one))).toEqual([0.75, 0.25]);
  });

  it('loses a tier with its last target', () => {
    const draft = draftOf(STORED);
    const c = draft.tiers[1]?.[0] ?? newTarget('');

    expect(changed(draft, c.key, () => null).tiers).toHaveLength(1);
    const renamed = changed(draft, c.key, (one) => ({ ...one, model: ' d ' }));
    expect(targetsOf(renamed).at(2)?.model).toBe('d');
  });
});
