// The settings of the fake server. The form and its bounds are few; what they do is little.
const ROOT = '/api/v1/admin/settings';
const DAY_MS = 86_400_000;
const ago = (days) => new Date(Date.now() - days * DAY_MS).toISOString();

const SUGGESTIONS = [
  'How much leave can I carry over?',
  'How do I restore a backup?',
  'When do we travel by train?',
];

const number = (least, most, unit) => ({ type: 'number', least, most, unit });
const choice = (...words) => ({ type: 'choice', words });
const FORMS = {
  'workspace.name': [{ type: 'text', longest: 100 }, ''],
  'workspace.accent': [choice('green', 'blue', 'violet', 'rose', 'amber', 'slate'), 'green'],
  'accounts.registration': [choice('open', 'invitation', 'closed'), 'invitation'],
  'answers.max_tokens': [number(1, 32_000, 'tokens'), 1024],
  'answers.passages': [number(1, 50, 'passages'), 8],
  'answers.history_tokens': [number(0, 200_000, 'tokens'), 2000],
  'answers.summaries': [{ type: 'switch' }, true],
  'models.similar_answers': [{ type: 'switch' }, true],
  'workspace.suggestions': [{ type: 'lines', most: 3, longest: 120 }, SUGGESTIONS],
  'sharing.public': [{ type: 'switch' }, false],
};

const standardOf = (key) => FORMS[key]?.[1];
const at = (chosen, key) => chosen[key] ?? standardOf(key);

const difference = (before, after) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .sort()
    .map((key) => ({ key, before: at(before, key), after: at(after, key) }));

const FIRST = (person) => [
  {
    version: 1,
    chosen: { 'answers.passages': 12 },
    changed_by: `user:${person}`,
    changed_at: ago(9),
    note: 'More of the handbook in each answer',
  },
  {
    version: 2,
    chosen: { 'answers.passages': 6, 'workspace.suggestions': SUGGESTIONS.slice(0, 2) },
    changed_by: `user:${person}`,
    changed_at: ago(2),
  },
];

export function makeSettings(refuse, person) {
  let versions = [];
  const newest = () => versions.at(-1) ?? { version: 0, chosen: {} };
  const chosenOf = (number) =>
    number === 0 ? {} : (versions.find((one) => one.version === number)?.chosen ?? {});

  const all = () => ({
    version: newest().version,
    settings: Object.entries(FORMS).map(([key, [form, standard]]) => ({
      key,
      group: key.split('.')[0],
      value: at(newest().chosen, key),
      standard,
      chosen: key in newest().chosen,
      form,
      about: 'What it does.',
    })),
  });

  const add = (json, chosen, session, more = {}) => {
    if (json.version !== newest().version) {
      refuse(409, 'settings_changed', 'Somebody else has changed the settings meanwhile.');
    }
    if (difference(newest().chosen, chosen).length === 0) return all();
    versions.push({
      version: newest().version + 1,
      chosen,
      changed_by: session ? `user:${session.user.id}` : 'anonymous',
      changed_at: new Date().toISOString(),
      ...(json.note && { note: json.note }),
      ...more,
    });
    return all();
  };

  const change = ({ json, session }) => {
    const errors = Object.entries(json.values)
      .filter(([, value]) => JSON.stringify(value ?? '').includes('forbidden'))
      .map(([key]) => ({ pointer: `/values/${key}`, detail: 'is not wanted here' }));
    if (errors.length > 0) refuse(400, 'validation_failed', 'Invalid', { errors });
    const chosen = { ...newest().chosen, ...json.values };
    for (const key of Object.keys(chosen)) if (chosen[key] === null) delete chosen[key];
    return add(json, chosen, session);
  };

  const list = () => ({
    versions: versions
      .map(({ chosen, ...one }) => ({
        ...one,
        changes: difference(chosenOf(one.version - 1), chosen),
      }))
      .reverse(),
  });

  const session = () => ({
    name: at(newest().chosen, 'workspace.name') || 'Northwind',
    accent: at(newest().chosen, 'workspace.accent'),
    suggestions: at(newest().chosen, 'workspace.suggestions'),
  });

  const routes = [
    ['GET', new RegExp(`^${ROOT}$`), all],
    ['PATCH', new RegExp(`^${ROOT}$`), change],
    ['GET', new RegExp(`^${ROOT}/versions$`), list],
    [
      'GET',
      new RegExp(`^${ROOT}/comparison$`),
      ({ query }) => ({
        changes: difference(chosenOf(+query.get('from')), chosenOf(+query.get('to'))),
      }),
    ],
    [
      'POST',
      new RegExp(`^${ROOT}/versions/(\\d+)/restore$`),
      ({ id, json, session: by }) => add(json, chosenOf(+id), by, { restored: +id }),
    ],
    [
      'POST',
      /^\/fake\/settings$/,
      ({ json }) => {
        versions = json.some ? FIRST(person()) : [];
        if (json.other) add({ version: versions.length }, json.other, null);
        return [204];
      },
    ],
  ];
  return { session, routes };
}
