// The policies of the fake server. A text is redacted where an e-mail address stands in it.
import { randomUUID } from 'node:crypto';

const ROOT = '/api/v1/admin/policies';
const KINDS = ['email', 'phone', 'iban', 'card', 'passport', 'ip', 'social_security', 'secret'];

const policy = (name, definition, more = {}) => ({
  id: randomUUID(),
  name,
  enabled: true,
  version: 1,
  holds_back: definition.where.includes('output') ? 254 : 0,
  definition,
  ...more,
});

const FIRST = () => [
  policy('Our own addresses', {
    where: ['input', 'output'],
    keywords: ['support@example.org', 'press@example.org'],
    action: { type: 'allow' },
  }),
  policy('Personal data', {
    where: ['input', 'output'],
    kinds: ['email', 'phone', 'iban', 'card'],
    action: { type: 'redact', reversible: true },
  }),
  policy(
    'Projects nobody may know of',
    {
      where: ['input', 'tool', 'output'],
      patterns: ['(?i)project (orion|lyra)[- ]?\\d{0,4}'],
      action: { type: 'deny', reason: 'This project is not spoken of here.' },
    },
    { enabled: false },
  ),
];

export function makePolicies(refuse) {
  let all = FIRST();
  const list = () => ({ policies: all, kinds: KINDS });
  const put = (id, json) => {
    if (json.definition.patterns?.includes('(')) {
      refuse(400, 'validation_failed', 'Invalid', {
        errors: [{ pointer: '/definition/patterns/0', detail: 'is not one of RE2' }],
      });
    }
    const old = all.find((one) => one.id === id);
    const made = policy(json.name, json.definition, {
      id: id ?? randomUUID(),
      enabled: json.enabled ?? true,
      version: (old?.version ?? 0) + 1,
    });
    all = old ? all.map((one) => (one === old ? made : one)) : [...all, made];
    return made;
  };
  return [
    ['GET', new RegExp(`^${ROOT}$`), list],
    ['POST', new RegExp(`^${ROOT}$`), ({ json }) => [201, put(undefined, json)]],
    [
      'POST',
      new RegExp(`^${ROOT}/order$`),
      ({ json }) => {
        all = json.policies.map((id) => all.find((one) => one.id === id));
        return list();
      },
    ],
    ['POST', new RegExp(`^${ROOT}/try$`), ({ json }) => tried(all, json.text)],
    ['PUT', new RegExp(`^${ROOT}/([^/]+)$`), ({ id, json }) => put(id, json)],
    [
      'DELETE',
      new RegExp(`^${ROOT}/([^/]+)$`),
      ({ id }) => {
        all = all.filter((one) => one.id !== id);
        return [204];
      },
    ],
    [
      'POST',
      /^\/fake\/policies$/,
      ({ json }) => {
        all = json.none ? [] : FIRST();
        return [204];
      },
    ],
  ];
}

function tried(all, text) {
  const matches = [...text.matchAll(/[\w.]+@[\w.]+\w/g)].map((found) => ({
    policy_id: all[0]?.id ?? randomUUID(),
    name: 'Personal data',
    action: 'redact',
    found: 'email',
    start: [...text.slice(0, found.index)].length,
    end: [...text.slice(0, found.index + found[0].length)].length,
  }));
  return {
    decision: matches.length > 0 ? 'redact' : 'allow',
    text: text.replace(/[\w.]+@[\w.]+\w/g, '[email]'),
    matches,
  };
}
