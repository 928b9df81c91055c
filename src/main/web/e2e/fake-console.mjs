// Models and money of the fake server: providers, routes, prices, budgets, limits and usage.
import { randomUUID } from 'node:crypto';
import { figuresOf } from './fake-usage.mjs';

const DAY_MS = 86_400_000;
const DOLLAR = 1_000_000_000;
const ago = (days) => new Date(Date.now() - days * DAY_MS).toISOString();
const dayStart = () => Math.floor(Date.now() / DAY_MS) * DAY_MS;
const monthStart = () => `${new Date().toISOString().slice(0, 7)}-01T00:00:00Z`;
const monthEnd = () => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1)).toISOString();
};

const provider = (name, kind, base_url, ...hints) => ({
  id: randomUUID(),
  name,
  kind,
  base_url,
  keys: hints.map((hint, at) => ({
    id: randomUUID(),
    label: at === 0 ? 'main' : `spare ${at}`,
    hint,
    created_at: ago(40 - at),
  })),
});

const price = (providerName, model, input, output, more = {}) => ({
  id: randomUUID(),
  provider: providerName,
  model,
  per_million: {
    input: Math.round(input * DOLLAR),
    output: Math.round(output * DOLLAR),
    cache_read: Math.round(input * 0.1 * DOLLAR),
  },
  per_request: 0,
  from: '2026-01-01T00:00:00Z',
  source: 'https://example.org/prices',
  ...more,
});

const SEED = [
  price('openai', 'gpt-4o', 2.5, 10),
  price('openai', 'gpt-4o-mini', 0.15, 0.6),
  price('openai', 'text-embedding-3-small', 0.02, 0),
  price('anthropic', 'claude-sonnet-4-5', 3, 15),
  price('anthropic', 'claude-haiku-4-5', 1, 5),
  price('gemini', 'gemini-2.5-flash', 0.3, 2.5),
  price('ollama', 'llama3.2', 0, 0),
];

function seedOf(users) {
  const near = provider('openai-eu', 'openai', 'https://eu.models.example/v1', 'x7Qd', 'k2Lm');
  const far = provider('anthropic', 'anthropic', '', 'p0Zz');
  const local = provider('basement', 'ollama', 'http://10.0.0.5:11434');
  const target = (tier, from, model, weight = 1) => ({ tier, provider_id: from.id, model, weight });
  const route = (name, targets, more = {}) => ({
    name,
    standard: false,
    embeddings: false,
    max_tokens: 4096,
    cache_seconds: 0,
    resume: false,
    targets,
    ...more,
  });
  const budget = (name, subject, subject_id, period, limit, spent, leased) => ({
    id: randomUUID(),
    name,
    subject,
    subject_id,
    period,
    limit_nano: limit * DOLLAR,
    spent_nano: Math.round(spent * DOLLAR),
    leased_nano: Math.round(leased * DOLLAR),
    created_at: ago(60),
  });
  const [ada, bo] = users;
  return {
    providers: [near, far, local],
    routes: [
      route('fast', [target(1, near, 'gpt-4o-mini'), target(2, far, 'claude-haiku-4-5')], {
        standard: true,
      }),
      route(
        'best',
        [
          target(1, near, 'gpt-4o', 3),
          target(1, far, 'claude-sonnet-4-5'),
          target(0, far, 'claude-sonnet-4-5-1m'),
        ],
        { cache_seconds: 600 },
      ),
      route('vectors', [target(1, near, 'text-embedding-3-small')], { embeddings: true }),
    ],
    prices: [
      price('openai', 'gpt-4o-mini', 0.12, 0.5, { from: ago(-9), recorded_at: ago(1) }),
      price('openai', 'gpt-4o', 2.2, 9, {
        from: ago(30),
        recorded_at: ago(30),
        source: 'Contract of 2026',
      }),
    ],
    budgets: [
      budget('Whole company', 'workspace', '', 'month', 400, 231.4, 6.2),
      budget('Support desk', 'user', bo.id, 'day', 5, 4.31, 0.2),
      budget('Pilot', 'user', ada.id, 'total', 25, 25, 0),
      budget('Website widget', 'key', 'k1', 'month', 40, 6.05, 0.4),
    ],
    limits: [
      {
        id: randomUUID(),
        subject: 'key',
        subject_id: '',
        model: '',
        tokens_per_window: 200_000,
        window_seconds: 60,
        created_at: ago(20),
      },
      {
        id: randomUUID(),
        subject: 'user',
        subject_id: bo.id,
        model: 'gpt-4o',
        window_seconds: 60,
        concurrent: 3,
        created_at: ago(10),
      },
    ],
  };
}

const LATENCY = { 'gpt-4o-mini': 210, 'gpt-4o': 480, 'claude-haiku-4-5': 0 };

const attempt = (number, target, model, outcome, more) => ({
  number,
  kind: 'chat',
  route: 'best',
  target,
  model,
  provider_key: 'main',
  outcome,
  started_at: ago(1),
  first_token_micros: null,
  raw_usage: null,
  ...more,
});

const EXPLAINED = {
  request_id: 'known',
  caller: 'user:somebody',
  attempts: [
    attempt(1, 'openai-eu/gpt-4o', 'gpt-4o', 'overloaded', {
      duration_micros: 90_400,
      usage: {
        input: 0,
        cache_read: 0,
        cache_write: 0,
        output: 0,
        reasoning: 0,
        estimated: false,
      },
      cost_nano: 0,
    }),
    attempt(2, 'anthropic/claude-sonnet-4-5', 'claude-sonnet-4-5', 'completed', {
      first_token_micros: 512_000,
      duration_micros: 2_310_000,
      usage: {
        input: 1_200,
        cache_read: 300,
        cache_write: 0,
        output: 240,
        reasoning: 0,
        estimated: false,
      },
      cost_nano: 7_290_000,
    }),
  ],
  cost_nano: 7_290_000,
};

export function makeConsole(refuse, people) {
  let all = seedOf(people.users());
  const DEFAULT = { name: 'extractive', kind: 'extractive', base_url: '', keys: [] };
  let broken = false;

  const found = (list, id) =>
    list.find((one) => one.id === id) ?? refuse(404, 'not_found', 'It is not there.');
  const without = (name, id) => {
    found(all[name], id);
    all[name] = all[name].filter((one) => one.id !== id);
    return [204];
  };
  const invalid = (pointer, detail) =>
    refuse(400, 'validation_failed', 'The request is not valid.', {
      errors: [{ pointer, detail }],
    });

  const targetView = (one) => {
    const from = all.providers.find(({ id }) => id === one.provider_id);
    const labels = from.keys.length > 0 ? from.keys.map(({ label }) => label) : [''];
    const open = (at) => (from.kind === 'anthropic' && broken) || (at === 1 && !broken);
    return {
      ...one,
      provider: from.name,
      in_flight: one.model === 'gpt-4o-mini' ? 3 : 0,
      latency_ms: LATENCY[one.model] ?? 0,
      keys: labels.map((label, at) => ({ label, state: open(at) ? 'open' : 'closed' })),
    };
  };
  const routeView = (one) => ({ ...one, stored: true, targets: one.targets.map(targetView) });
  const configured = () => ({
    name: 'default',
    standard: !all.routes.some(({ standard }) => standard),
    embeddings: false,
    max_tokens: 4096,
    cache_seconds: 0,
    resume: false,
    stored: false,
    targets: [
      {
        tier: 1,
        provider: 'extractive',
        model: 'extractive',
        weight: 1,
        in_flight: 0,
        latency_ms: 4,
        keys: [{ label: '', state: 'closed' }],
      },
    ],
  });

  const sealed = ({ label, key }) => ({
    id: randomUUID(),
    label,
    hint: key.length > 8 ? key.slice(-4) : '',
    created_at: new Date().toISOString(),
  });

  const budgetView = (one) => ({
    ...one,
    remaining_nano: Math.max(0, one.limit_nano - one.spent_nano - one.leased_nano),
    ...(one.period === 'month' && { window_from: monthStart(), window_to: monthEnd() }),
    ...(one.period === 'day' && {
      window_from: new Date(dayStart()).toISOString(),
      window_to: new Date(dayStart() + DAY_MS).toISOString(),
    }),
    ...(one.period === 'total' && { window_from: one.created_at }),
  });

  /** What was spent, in uneven steps that add up. */
  function spentIn(view) {
    const step = view.period === 'day' ? DAY_MS / 24 : DAY_MS;
    const first = Math.floor(Date.parse(view.window_from) / step) * step;
    const steps = Math.max(1, Math.floor((Date.now() - first) / step) + 1);
    const weights = Array.from({ length: steps }, (_, at) => (at % 7 > 4 ? 0 : 2 + ((at * 7) % 5)));
    const sum = weights.reduce((one, other) => one + other, 0) || 1;
    return weights
      .map((weight, at) => ({
        at: new Date(first + at * step).toISOString(),
        cost_nano: Math.round((view.spent_nano * weight) / sum),
      }))
      .filter(({ cost_nano: cost }) => cost > 0);
  }

  const models = [
    [
      'GET',
      /^\/api\/v1\/admin\/models$/,
      () => ({
        providers: [...all.providers, DEFAULT],
        routes: [...all.routes.map(routeView), configured()].sort((a, b) =>
          a.name < b.name ? -1 : 1,
        ),
      }),
    ],
    [
      'POST',
      /^\/api\/v1\/admin\/models\/providers$/,
      ({ json }) => {
        if (all.providers.some(({ name }) => name === json.name))
          refuse(409, 'name_taken', 'There is already one of this name.');
        if (/169\.254/.test(json.base_url ?? ''))
          refuse(400, 'address_not_allowed', 'This address may not be called.');
        const made = {
          ...provider(json.name, json.kind, json.base_url ?? ''),
          keys: (json.keys ?? []).map(sealed),
        };
        all.providers.push(made);
        return [201, made];
      },
    ],
    [
      'PATCH',
      /^\/api\/v1\/admin\/models\/providers\/([^/]+)$/,
      ({ id, json }) => {
        const { key, ...rest } = json;
        const one = Object.assign(found(all.providers, id), rest);
        if (key) one.keys.push(sealed(key));
        return one;
      },
    ],
    [
      'DELETE',
      /^\/api\/v1\/admin\/models\/providers\/([^/]+)$/,
      ({ id }) => without('providers', id),
    ],
    [
      'DELETE',
      /^\/api\/v1\/admin\/models\/providers\/([^/]+)\/keys\/([^/]+)$/,
      ({ id, part }) => {
        const one = found(all.providers, id);
        one.keys = one.keys.filter((key) => key.id !== part);
        return [204];
      },
    ],
    [
      'POST',
      /^\/api\/v1\/admin\/models\/providers\/([^/]+)\/test$/,
      ({ id, json }) => {
        const one = found(all.providers, id);
        const labels = one.keys.length > 0 ? one.keys.map(({ label }) => label) : [''];
        return {
          results: labels.map((key, at) => ({
            key,
            ok: json.model !== 'nothing' && at === 0,
            detail:
              json.model === 'nothing'
                ? 'The model nothing does not exist.'
                : at === 0
                  ? 'ready'
                  : 'The key is not valid, or has no money left.',
            ms: 180 + at * 61,
          })),
        };
      },
    ],
    [
      'PUT',
      /^\/api\/v1\/admin\/models\/routes\/([^/]+)$/,
      ({ id, json }) => {
        const name = decodeURIComponent(id);
        if (json.targets.some(({ model }) => model === 'forbidden'))
          invalid('/targets', 'this model is not for you');
        const made = { name, ...json };
        if (json.standard) for (const one of all.routes) one.standard = false;
        all.routes = [...all.routes.filter((one) => one.name !== name), made];
        return routeView(made);
      },
    ],
    [
      'DELETE',
      /^\/api\/v1\/admin\/models\/routes\/([^/]+)$/,
      ({ id }) => {
        all.routes = all.routes.filter(({ name }) => name !== decodeURIComponent(id));
        return [204];
      },
    ],
  ];

  const money = [
    ['GET', /^\/api\/v1\/admin\/prices$/, () => ({ prices: [...all.prices, ...SEED] })],
    [
      'POST',
      /^\/api\/v1\/admin\/prices$/,
      ({ json }) => {
        if (json.to && json.from && json.to <= json.from) invalid('/to', 'must be later than from');
        const now = new Date().toISOString();
        const made = { id: randomUUID(), per_request: 0, source: '', from: now, ...json };
        all.prices.unshift({ ...made, recorded_at: now });
        return [201, all.prices[0]];
      },
    ],
    ['GET', /^\/api\/v1\/admin\/budgets$/, () => ({ budgets: all.budgets.map(budgetView) })],
    [
      'POST',
      /^\/api\/v1\/admin\/budgets$/,
      ({ json }) => {
        const made = {
          id: randomUUID(),
          subject_id: '',
          spent_nano: 0,
          leased_nano: 0,
          created_at: new Date().toISOString(),
          ...json,
        };
        all.budgets.push(made);
        return [201, budgetView(made)];
      },
    ],
    [
      'GET',
      /^\/api\/v1\/admin\/budgets\/([^/]+)$/,
      ({ id }) => {
        const budget = budgetView(found(all.budgets, id));
        return { budget, series: spentIn(budget) };
      },
    ],
    [
      'PATCH',
      /^\/api\/v1\/admin\/budgets\/([^/]+)$/,
      ({ id, json }) => budgetView(Object.assign(found(all.budgets, id), json)),
    ],
    ['DELETE', /^\/api\/v1\/admin\/budgets\/([^/]+)$/, ({ id }) => without('budgets', id)],
    ['GET', /^\/api\/v1\/admin\/limits$/, () => ({ limits: all.limits })],
    [
      'POST',
      /^\/api\/v1\/admin\/limits$/,
      ({ json }) => {
        const made = {
          id: randomUUID(),
          subject_id: '',
          model: '',
          created_at: new Date().toISOString(),
          ...json,
        };
        all.limits.push(made);
        return [201, made];
      },
    ],
    ['DELETE', /^\/api\/v1\/admin\/limits\/([^/]+)$/, ({ id }) => without('limits', id)],
    ['GET', /^\/api\/v1\/admin\/usage$/, ({ query }) => figuresOf(query, people.users())],
    [
      'GET',
      /^\/api\/v1\/admin\/usage\/calls\/([^/]+)$/,
      ({ id }) => (id === 'known' ? EXPLAINED : refuse(404, 'not_found', 'It is not there.')),
    ],
    [
      'GET',
      /^\/api\/v1\/admin\/usage\/export$/,
      () => [200, 'id,at,model,cost_usd\n1,2026-11-20T10:00:00Z,gpt-4o,0.01\n', 'text/csv'],
    ],
    [
      'POST',
      /^\/fake\/console$/,
      ({ json }) => {
        if (json.reset) {
          all = seedOf(people.users());
          broken = false;
        }
        if (json.broken !== undefined) broken = json.broken;
        if (json.empty) all = { providers: [], routes: [], prices: [], budgets: [], limits: [] };
        return [204];
      },
    ],
  ];

  return { routes: [...models, ...money] };
}
