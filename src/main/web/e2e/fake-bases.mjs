// Knowledge bases of the fake server.
import { randomUUID } from 'node:crypto';

export const FIRST_BASE = '018f3c7e-0000-7000-8000-000000000001';
const AT = '/api/v1/knowledge/bases';
const USUAL = { everybody: 'reader', grants: [{ role: 'agent', level: 'editor' }] };

export function fakeBases({ documents, find, refuse }) {
  const bases = new Map();
  const add = (id, name, description = '', access = USUAL) =>
    bases.set(id, { id, name, description, access });
  add(FIRST_BASE, 'Documents');
  const view = ({ id, name, description, access }) => ({
    id,
    name,
    slug: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    description,
    documents: [...documents.values()].filter(({ document }) => document.base_id === id).length,
    level: 'editor',
    everybody: access.everybody,
  });
  const detail = (base) => ({ base: view(base), access: base.access });
  const routes = [
    ['GET', new RegExp(`^${AT}$`), () => ({ bases: [...bases.values()].map(view) })],
    [
      'POST',
      new RegExp(`^${AT}$`),
      ({ json }) => {
        if ([...bases.values()].some(({ name }) => name === json.name)) {
          refuse(409, 'name_taken', `There is already one called "${json.name}".`);
        }
        const id = randomUUID();
        add(id, json.name, json.description, json.access);
        return [201, detail(bases.get(id))];
      },
    ],
    ['GET', new RegExp(`^${AT}/([^/]+)$`), ({ id }) => detail(find(bases, id))],
    [
      'PATCH',
      new RegExp(`^${AT}/([^/]+)$`),
      ({ id, json }) => detail(Object.assign(find(bases, id), json)),
    ],
    [
      'PUT',
      new RegExp(`^${AT}/([^/]+)/access$`),
      ({ id, json }) => detail(Object.assign(find(bases, id), { access: json })),
    ],
    [
      'DELETE',
      new RegExp(`^${AT}/([^/]+)$`),
      ({ id }) => {
        find(bases, id);
        bases.delete(id);
        for (const { document } of [...documents.values()]) {
          if (document.base_id === id) documents.delete(document.id);
        }
        return [204];
      },
    ],
  ];
  return { routes };
}
