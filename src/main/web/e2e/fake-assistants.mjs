// The assistants of the fake server.
import { randomUUID } from 'node:crypto';

const ROOT = '/api/v1/admin/assistants';
const ADA = 'user:00000000-0000-4000-8000-000000000001';

const FIRST = (iso) => {
  const made = (slug, name, live, definitions, more = {}) => {
    const versions = definitions.map((definition, at) => ({
      version: at + 1,
      definition,
      note: definition.note ?? '',
      created_at: iso(),
      created_by: ADA,
      ...(live !== undefined && at + 1 <= live && { published_at: iso() }),
    }));
    for (const one of versions) delete one.definition.note;
    return {
      id: randomUUID(),
      slug,
      name,
      live,
      archived: false,
      created_at: iso(),
      changed_at: iso(),
      versions,
      ...more,
    };
  };
  const plain = { greeting: '', suggestions: [] };
  return [
    made('help-desk', 'Help desk', 2, [
      { ...plain, instructions: 'You speak for the help desk.\nBe brief.' },
      {
        instructions: 'You speak for the help desk.\nBe kind.\nNever promise a date.',
        greeting: 'Hello! Ask me about leave, travel and backups.',
        suggestions: ['How much leave can I carry over?', 'How do I restore a backup?'],
        language: 'en',
        passages: 6,
        note: 'Kinder, and with suggestions',
      },
    ]),
    made('sales', 'Sales', 1, [
      { ...plain, instructions: 'You advise buyers.', tools: ['get_order'] },
      { ...plain, instructions: 'You advise buyers, in one paragraph.', tools: ['get_order'] },
    ]),
    made('draft', 'Onboarding', undefined, [{ ...plain, instructions: 'Welcome people.' }]),
    made('old', 'Old announcements', 1, [{ ...plain, instructions: '' }], { archived: true }),
  ];
};

export function makeAssistants(refuse, iso) {
  let all = FIRST(iso);
  const at = (path) => new RegExp(`^${ROOT}${path}$`);
  const one = (id) =>
    all.find((assistant) => assistant.id === id) ??
    refuse(404, 'not_found', 'There is no such assistant.');
  const versionOf = (assistant, number) =>
    assistant.versions.find(({ version }) => version === number) ??
    refuse(404, 'not_found', 'There is no such version.');
  const view = ({ versions, live, ...assistant }) => ({
    ...assistant,
    latest_version: versions.at(-1).version,
    ...(live !== undefined && { live_version: live }),
  });
  const detail = (assistant) => ({
    assistant: view(assistant),
    definition: assistant.versions.at(-1).definition,
    versions: assistant.versions.map(({ definition: _, ...rest }) => rest).reverse(),
  });
  const save = (assistant, { after, note, definition }) => {
    if (after !== assistant.versions.at(-1).version) {
      refuse(409, 'assistant_changed', 'Somebody else has changed this meanwhile.');
    }
    assistant.versions.push({
      version: after + 1,
      definition,
      note: note ?? '',
      created_at: iso(),
      created_by: ADA,
    });
    return [201, detail(assistant)];
  };
  const routes = [
    [
      'GET',
      /^\/api\/v1\/chat\/assistants$/,
      () => ({
        assistants: all
          .filter(({ live, archived }) => live !== undefined && !archived)
          .map(({ slug, name, live, versions }) => ({
            slug,
            name,
            greeting: versions[live - 1].definition.greeting,
            suggestions: versions[live - 1].definition.suggestions,
          })),
      }),
    ],
    ['GET', at(''), () => ({ assistants: all.map(view) })],
    [
      'POST',
      at(''),
      ({ json: { slug, name, definition } }) => {
        if (all.some((assistant) => assistant.slug === slug)) refuse(409, 'name_taken', 'Taken');
        const made = {
          id: randomUUID(),
          slug,
          name,
          archived: false,
          created_at: iso(),
          changed_at: iso(),
          versions: [],
        };
        made.versions.push({
          version: 1,
          definition,
          note: '',
          created_at: iso(),
          created_by: ADA,
        });
        all = [...all, made];
        return [201, detail(made)];
      },
    ],
    ['GET', at('/([^/]+)'), ({ id }) => detail(one(id))],
    ['PATCH', at('/([^/]+)'), ({ id, json }) => detail(Object.assign(one(id), json))],
    ['POST', at('/([^/]+)/versions'), ({ id, json }) => save(one(id), json)],
    [
      'GET',
      at('/([^/]+)/versions/(\\d+)'),
      ({ id, part }) => {
        const { version, definition } = versionOf(one(id), Number(part));
        return { version, definition };
      },
    ],
    [
      'POST',
      at('/([^/]+)/publish'),
      ({ id, json }) => {
        const assistant = one(id);
        versionOf(assistant, json.version).published_at = iso();
        assistant.live = json.version;
        return detail(assistant);
      },
    ],
    [
      'POST',
      /^\/fake\/assistants$/,
      ({ json }) => {
        all = json.none ? [] : FIRST(iso);
        return [204];
      },
    ],
    [
      'POST',
      /^\/fake\/assistants\/behind$/,
      ({ json }) => {
        const assistant = all.find(({ slug }) => slug === json.slug);
        const { version, definition } = assistant.versions.at(-1);
        save(assistant, { after: version, definition, note: 'Meanwhile' });
        return [204];
      },
    ],
  ];
  return {
    routes,
    isTry: (path) => at('/[^/]+/try').test(path),
    chosen(slug) {
      if (slug === undefined || slug === 'default') return undefined;
      const found = all.find((one) => one.slug === slug && one.live !== undefined);
      return found?.slug ?? refuse(404, 'assistant_unknown', 'There is no such assistant.');
    },
  };
}
