// Figures of usage that are the same every time: as if a small company had asked for months.
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

// Model, its share of the calls, and nano-US-dollars for a token in and a token out.
const MODELS = [
  ['gpt-4o-mini', 'openai', 0.46, 150, 600],
  ['gpt-4o', 'openai', 0.2, 2_500, 10_000],
  ['claude-sonnet-4-5', 'anthropic', 0.12, 3_000, 15_000],
  ['claude-haiku-4-5', 'anthropic', 0.1, 1_000, 5_000],
  ['gemini-2.5-flash', 'gemini', 0.08, 300, 2_500],
  ['llama3.2', 'ollama', 0.03, 0, 0],
  ['text-embedding-3-small', 'openai', 0.01, 20, 0],
];
const KINDS = ['chat', 'completion', 'title'];
const KEYS = ['', 'k1', 'k2'];

/** Between 0 and 1, and the same for the same number. */
const noise = (n) => {
  const x = Math.sin(n * 12.9898) * 43_758.5453;
  return x - Math.floor(x);
};

const NOTHING = {
  requests: 0,
  failures: 0,
  input_tokens: 0,
  cache_read_tokens: 0,
  cache_write_tokens: 0,
  output_tokens: 0,
  reasoning_tokens: 0,
  cost_nano: 0,
};

const plus = (one, other) =>
  Object.fromEntries(Object.keys(NOTHING).map((name) => [name, one[name] + other[name]]));

/** What was used in one hour or day. */
function entriesAt(at, step, users) {
  const day = Math.floor(at / DAY_MS);
  const weekend = day % 7 === 2 || day % 7 === 3;
  const hour = (at % DAY_MS) / HOUR_MS;
  const awake = step === DAY_MS ? 1 : Math.max(0, Math.sin(((hour - 6) / 13) * Math.PI)) / 8;
  // On a day off nobody asks anything at all.
  const calls = weekend ? 0 : (700 + noise(day) * 500 + (day % 30) * 6) * awake;
  return MODELS.flatMap(([model, provider, share, priceIn, priceOut], place) => {
    const requests = Math.round(calls * share * (0.7 + noise(day * 7 + place) * 0.6));
    if (requests === 0) return [];
    const input = Math.round(requests * 0.7 * (900 + noise(day + place) * 800));
    const cached = Math.round(requests * 0.3 * 900);
    const output = place === 6 ? 0 : Math.round(requests * (180 + noise(place) * 120));
    const sums = {
      requests,
      failures: Math.round(requests * 0.012 * noise(day + place * 3)),
      input_tokens: input,
      cache_read_tokens: cached,
      cache_write_tokens: 0,
      output_tokens: output,
      reasoning_tokens: 0,
      cost_nano: input * priceIn + Math.round(cached * priceIn * 0.1) + output * priceOut,
    };
    return [
      {
        at: new Date(at).toISOString(),
        model,
        provider,
        user: users[(day + place) % 4]?.id ?? '',
        key: KEYS[(day + place) % 3],
        kind: place === 6 ? 'embedding' : KINDS[place % 3],
        workspace: '',
        sums,
      },
    ];
  });
}

export function figuresOf(query, users) {
  const bucket = query.get('bucket') ?? 'day';
  const step = bucket === 'hour' ? HOUR_MS : DAY_MS;
  const by = query.get('group_by') ?? 'model';
  const wanted = {
    model: query.get('model'),
    provider: query.get('provider'),
    kind: query.get('kind'),
    user: query.get('user_id'),
    key: query.get('key_id'),
  };
  const from = Math.floor(Date.parse(query.get('from')) / step) * step;
  const end = Math.min(Date.parse(query.get('to')), Date.now());
  const points = new Map();
  const totals = new Map();
  let total = NOTHING;
  for (let at = from; at < end; at += step) {
    for (const entry of entriesAt(at, step, users)) {
      if (Object.entries(wanted).some(([name, value]) => value && entry[name] !== value)) continue;
      const name = entry[by];
      const place = `${entry.at} ${name}`;
      const before = points.get(place)?.sums ?? NOTHING;
      points.set(place, { at: entry.at, name, sums: plus(before, entry.sums) });
      totals.set(name, plus(totals.get(name) ?? NOTHING, entry.sums));
      total = plus(total, entry.sums);
    }
  }
  return {
    from: query.get('from'),
    to: query.get('to'),
    bucket,
    group_by: by,
    points: [...points.values()],
    totals: [...totals]
      .map(([name, sums]) => ({ name, sums }))
      .sort((a, b) => b.sums.cost_nano - a.sums.cost_nano),
    total,
  };
}
