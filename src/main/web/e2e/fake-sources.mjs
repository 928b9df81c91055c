// The sources of the fake server. A run takes a few looks and comes to an end.
import { randomUUID } from 'node:crypto';
import { FIRST_BASE } from './fake-bases.mjs';

const ROOT = '/api/v1/knowledge/sources';
const LIMITS = { pages: 500, depth: 5, megabytes: 200, minutes: 60, pause_ms: 0 };
const NOTHING = {
  listed: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  removed: 0,
  failed: 0,
  skipped: 0,
};
const STEPS = 4;

const at = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();

const ended = (state, counts, more = {}) => ({
  id: randomUUID(),
  state,
  started_by: 'parley',
  asked_at: at(95),
  started_at: at(95),
  finished_at: at(93),
  counts: { ...NOTHING, ...counts },
  missing: 0,
  ...more,
});

const source = (name, kind, address, more = {}) => ({
  id: randomUUID(),
  base_id: FIRST_BASE,
  name,
  kind,
  address,
  folder: '',
  bucket: '',
  region: '',
  published: '',
  include: [],
  exclude: [],
  all_versions: false,
  limits: LIMITS,
  every_hours: 24,
  has_secret: false,
  pages: 0,
  next_run_at: new Date(Date.now() + 22 * 3_600_000).toISOString(),
  created_at: at(6000),
  changed_at: at(6000),
  runs: [],
  ...more,
});

const EVENTS = [
  ['https://docs.example.org/setup/old', 'failed', 'fetch_timeout', 'It took too long.'],
  ['https://docs.example.org/setup/windows', 'removed', 'not_listed', ''],
  ['https://docs.example.org/setup/linux', 'changed', '', ''],
  ['https://docs.example.org/news', 'added', '', ''],
  ['https://docs.example.org/private', 'skipped', 'robots', ''],
].map(([url, outcome, code, detail]) => ({ url, outcome, code, detail }));

const FIRST = () => [
  source('Documentation', 'site', 'https://docs.example.org/', {
    pages: 214,
    runs: [
      ended('done', {
        listed: 217,
        added: 1,
        changed: 1,
        unchanged: 212,
        removed: 1,
        failed: 1,
        skipped: 1,
      }),
      ended('cancelled', { listed: 12, unchanged: 12 }, { started_by: 'user:ada' }),
    ],
  }),
  source('Handbook archive', 'archive', 'https://git.example.org/handbook/main.tar.gz', {
    pages: 40,
    runs: [ended('done', { listed: 10, unchanged: 10 }, { missing: 30 })],
  }),
  source('Status feed', 'feed', 'https://status.example.org/feed.xml', {
    every_hours: 1,
    pages: 9,
    runs: [
      ended(
        'failed',
        {},
        {
          error: { code: 'robots_unavailable', message: 'The robots.txt could not be read.' },
        },
      ),
    ],
  }),
];

/** @param refuse throws a problem */
export function makeSources(refuse, empty) {
  let all = empty ? [] : FIRST();
  const find = (id) => all.find((one) => one.id === id) ?? refuse(404, 'not_found', 'Gone');
  const step = (one) => {
    const run = one.runs[0];
    if (run?.state !== 'waiting' && run?.state !== 'running') return;
    run.steps = (run.steps ?? 0) + 1;
    run.state = run.steps > STEPS ? 'done' : 'running';
    const seen = Math.min(run.steps, STEPS) * 5;
    run.counts = { ...NOTHING, listed: STEPS * 5, added: seen };
    one.pages = seen;
    if (run.state === 'done') run.finished_at = new Date().toISOString();
  };
  const plain = ({ steps, ...run }) => run;
  const view = ({ runs, ...one }) => ({ ...one, ...(runs[0] && { last_run: plain(runs[0]) }) });
  const start = (one) => {
    const { finished_at, started_at, ...run } = ended('waiting', {}, { asked_at: at(0) });
    one.runs = [run, ...one.runs];
    return run;
  };
  const check = (json, id) => {
    if (all.some((one) => one.name === json.name && one.id !== id)) {
      refuse(409, 'name_taken', 'Taken');
    }
    if (json.address.includes('127.0.0.1')) refuse(422, 'address_not_allowed', 'Not allowed');
  };
  const of = (path) => new RegExp(`^${ROOT}${path}$`);
  const ID = '/([^/]+)';
  return [
    [
      'POST',
      /^\/fake\/sources$/,
      () => {
        all = FIRST();
        return [204];
      },
    ],
    [
      'GET',
      of(''),
      () => {
        all.forEach(step);
        return { sources: all.map(view), folders: true };
      },
    ],
    [
      'POST',
      of(''),
      ({ json }) => {
        check(json);
        const { limits, base, ...rest } = json;
        const made = source(json.name, json.kind, json.address, {
          ...rest,
          ...(base && { base_id: base }),
          limits: { ...LIMITS, ...limits },
        });
        start(made);
        all = [...all, made];
        return [201, view(made)];
      },
    ],
    [
      'PUT',
      of(ID),
      ({ id, json }) => {
        check(json, id);
        const one = find(id);
        const { access_key, secret_key, limits, ...rest } = json;
        Object.assign(one, rest, { limits: { ...one.limits, ...limits } });
        return view(one);
      },
    ],
    [
      'DELETE',
      of(ID),
      ({ id }) => {
        all = all.filter((one) => one.id !== id);
        return [204];
      },
    ],
    ['GET', of(`${ID}/runs`), ({ id }) => ({ runs: find(id).runs.map(plain) })],
    ['POST', of(`${ID}/runs`), ({ id }) => [202, plain(start(find(id)))]],
    [
      'GET',
      of(`${ID}/runs${ID}`),
      ({ id, second }) => {
        const run = find(id).runs.find((one) => one.id === second);
        return { run: plain(run), events: run.counts.failed > 0 ? EVENTS : [] };
      },
    ],
    [
      'POST',
      of(`${ID}/runs${ID}/cancel`),
      ({ id }) => {
        const run = find(id).runs[0];
        run.state = 'cancelled';
        run.finished_at = new Date().toISOString();
        return [202, plain(run)];
      },
    ],
  ];
}
