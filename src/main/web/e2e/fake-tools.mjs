// The tools of the fake server, and the decisions that its turns wait for.
import { randomUUID } from 'node:crypto';

const ROOT = '/api/v1/admin';

const http = (name, method, path, description, more = {}) => ({
  id: randomUUID(),
  name,
  description,
  kind: 'http',
  side_effect: method !== 'GET',
  enabled: true,
  method,
  url: `https://shop.example.org${path}`,
  places: {},
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['id'],
    properties: { id: { type: 'string', description: 'Number of the order' } },
  },
  ...more,
});

const FIRST = () => ({
  stopped: false,
  tools: [
    http('cancel_order', 'POST', '/orders/{id}/cancel', 'Cancels an order that was not sent yet.'),
    http('get_order', 'GET', '/orders/{id}', 'Where an order is, and what is in it.', {
      credential: { header: 'Authorization', hint: 'f3a9' },
    }),
    http('old_stock', 'GET', '/stock/{id}', 'How many are left.', { enabled: false }),
  ],
  builtins: [
    ['search', false, true],
    ['time', false, false],
    ['calculator', false, true],
    ['hand_over', true, false],
  ].map(([name, effect, enabled]) => ({
    name,
    description: name,
    side_effect: effect,
    enabled,
  })),
  servers: [{ id: randomUUID(), name: 'tickets', url: 'https://tickets.example.org/mcp' }],
  programs: ['files'],
});

const OFFERED = [
  { remote: 'find_ticket', description: 'Finds tickets by words.', read_only: true, schema: {} },
  { remote: 'close_ticket', description: 'Closes a ticket.', read_only: false, schema: {} },
  {
    remote: 'strange',
    description: 'Nobody knows.',
    read_only: false,
    schema: {},
    refused: 'Its schema refers to another document.',
  },
];

const PREVIEW = {
  title: 'Shop',
  server: 'https://shop.example.org',
  operations: [
    ['GET /orders', 'list_orders', 'Every order.', false],
    ['DELETE /orders/{id}', 'delete_order', 'Deletes an order.', true],
  ].map(([operation, name, description, effect]) => ({
    operation,
    name,
    description,
    side_effect: effect,
    schema: { type: 'object' },
  })),
};

/** Decisions by turn and call. */
const decisions = new Map();

export const decisionOf = (turn, call) => decisions.get(`${turn} ${call}`);

export function makeTools(refuse) {
  let all = FIRST();
  const at = (path) => new RegExp(`^${ROOT}/${path}$`);
  const put = (id, json) => {
    if (all.tools.some((one) => one.name === json.name && one.id !== id)) {
      refuse(409, 'name_taken', 'Taken');
    }
    if (json.url.includes('{nothing}')) {
      refuse(400, 'validation_failed', 'Invalid', {
        errors: [{ pointer: '/url', detail: 'names nothing, no argument' }],
      });
    }
    const { credential, ...rest } = json;
    const made = {
      ...http(json.name, json.method, '', json.description),
      ...rest,
      id: id ?? randomUUID(),
      ...(credential && { credential: { header: credential.header, hint: 'abcd' } }),
    };
    all.tools = id ? all.tools.map((one) => (one.id === id ? made : one)) : [...all.tools, made];
    return made;
  };
  const add = (tools) => {
    all.tools = [...all.tools, ...tools];
    return [201, { tools }];
  };
  return [
    ['GET', at('tools'), () => all],
    ['POST', at('tools'), ({ json }) => [201, put(undefined, json)]],
    ['PUT', at('tools/([^/]+)'), ({ id, json }) => put(id, json)],
    [
      'PATCH',
      at('tools/([^/]+)'),
      ({ id, json }) => {
        const tool = all.tools.find((one) => one.id === id);
        return Object.assign(tool, json);
      },
    ],
    [
      'DELETE',
      at('tools/([^/]+)'),
      ({ id }) => {
        all.tools = all.tools.filter((one) => one.id !== id);
        return [204];
      },
    ],
    [
      'POST',
      at('tools/([^/]+)/try'),
      ({ json }) =>
        json.arguments.id === ''
          ? { ok: false, text: 'The server answered with status 404.', ms: 31 }
          : { ok: true, text: '{"state":"on its way"}', ms: 48 },
    ],
    [
      'PUT',
      at('tool_switch'),
      ({ json }) => {
        all.stopped = json.stopped;
        return all;
      },
    ],
    [
      'PUT',
      at('tool_builtins/([^/]+)'),
      ({ id, json }) => {
        all.builtins.find((one) => one.name === id).enabled = json.enabled;
        return all;
      },
    ],
    ['POST', at('tool_imports/preview'), () => PREVIEW],
    [
      'POST',
      at('tool_imports'),
      ({ json }) =>
        add(
          json.tools.map(({ operation }) => {
            const found = PREVIEW.operations.find((one) => one.operation === operation);
            return http(found.name, operation.split(' ')[0], '', found.description);
          }),
        ),
    ],
    [
      'POST',
      at('mcp_servers'),
      ({ json }) => {
        const server = { id: randomUUID(), ...json };
        delete server.credential;
        all.servers = [...all.servers, server];
        return [201, server];
      },
    ],
    [
      'DELETE',
      at('mcp_servers/([^/]+)'),
      ({ id }) => {
        all.servers = all.servers.filter((one) => one.id !== id);
        return [204];
      },
    ],
    [
      'POST',
      at('mcp_servers/([^/]+)/check'),
      ({ id }) =>
        all.servers.find((one) => one.id === id).program
          ? { ok: false, detail: 'The program has ended.', ms: 12, tools: [] }
          : { ok: true, detail: '', ms: 64, tools: OFFERED },
    ],
    [
      'POST',
      at('mcp_servers/([^/]+)/tools'),
      ({ id, json }) =>
        add(
          json.tools.map(({ remote, side_effect: effect }) => ({
            id: randomUUID(),
            name: `tickets_${remote}`,
            description: OFFERED.find((one) => one.remote === remote).description,
            kind: 'mcp',
            side_effect: effect,
            enabled: true,
            server_id: id,
            remote,
            schema: { type: 'object' },
          })),
        ),
    ],
    [
      'POST',
      /^\/api\/v1\/chat\/turns\/([^/]+)\/tool_calls\/(\d+)$/,
      ({ id, part, json }) => {
        decisions.set(`${id} ${part}`, json.decision);
        return [204];
      },
    ],
    [
      'POST',
      /^\/fake\/tools$/,
      ({ json }) => {
        all = FIRST();
        if (json.none) Object.assign(all, { tools: [], servers: [] });
        return [204];
      },
    ],
  ];
}
