// The people of the fake server: sign-in, accounts, keys, invitations and the audit log.
import { randomBytes, randomUUID } from 'node:crypto';

export const PASSWORD = 'correct horse battery';
export const CODE = '123456';
const RECOVERY = 'abcde-fghij';
const COOKIE = 'rt';
const GRACE_MS = 10_000;
const DAY_MS = 86_400_000;

const OF_MEMBERS = ['account', 'read', 'ask', 'keys', 'knowledge.write'];
const OF_AGENTS = [...OF_MEMBERS, 'inbox'];
const OF_ADMINS = [
  ...OF_AGENTS,
  'knowledge.manage',
  'people',
  'audit',
  'models.manage',
  'usage',
  'budgets',
  'policies',
  'policies.manage',
  'tools',
  'tools.manage',
  'chat.manage',
  'assistants',
  'assistants.manage',
  'settings',
];
const PERMISSIONS = { owner: OF_ADMINS, admin: OF_ADMINS, agent: OF_AGENTS, member: OF_MEMBERS };
const ago = (days) => new Date(Date.now() - days * DAY_MS).toISOString();
const secret = () => randomBytes(18).toString('base64url');

const person = (name, email, role, more = {}) => ({
  id: randomUUID(),
  email,
  name,
  role,
  enabled: true,
  totp: false,
  created_at: ago(90),
  last_seen_at: ago(1),
  ...more,
});

/** Everything that one deployment knows of its people. `refuse(status, code, title, more)` throws. */
export function makePeople(refuse) {
  const users = new Map();
  const passwords = new Map();
  const sessions = new Map();
  const accessTokens = new Map();
  const refreshTokens = new Map();
  const invitations = new Map();
  const keys = new Map();
  const failures = new Map();
  const events = [];
  const rules = { signInNeeded: false, registration: 'invitation', oidc: false, lifeSeconds: 600 };
  let setUp = false;
  let tampered = false;

  const add = (one, password = PASSWORD) => {
    users.set(one.id, one);
    passwords.set(one.id, password);
    return one;
  };
  const ada = add(person('Ada Moreau', 'ada@example.org', 'owner', { last_seen_at: ago(0) }));
  add(person('Bo Lindqvist', 'bo@example.org', 'admin', { totp: true }));
  add(person('Chidi Okafor', 'chidi@example.org', 'agent'));
  add(person('Dana Weiss', 'dana@example.org', 'member', { last_seen_at: undefined }));
  add(
    person('Eun-ji Park', 'eunji@example.org', 'member', { enabled: false, last_seen_at: ago(40) }),
  );

  const note = (actor, action, target = '', detail = {}, at = new Date().toISOString()) =>
    events.push({
      seq: events.length + 1,
      at,
      actor: actor ? `user:${actor.id}` : 'anonymous',
      action,
      target,
      detail,
      address: '203.0.113.7',
      request_id: randomUUID().slice(0, 8),
    });
  const PAST = ['user.signed_in', 'key.created', 'user.role_changed', 'user.sign_in_failed'];
  const everyone = [...users.values()];
  for (let at = 0; at < 130; at += 1) {
    const action = PAST[at % PAST.length];
    const who = action === 'user.sign_in_failed' ? null : everyone[at % 3];
    const target = action === 'user.signed_in' ? '' : `user:${everyone[(at + 1) % 5].id}`;
    const detail = action === 'user.role_changed' ? { from: 'member', to: 'agent' } : {};
    note(who, action, target, detail, ago((130 - at) / 6));
  }

  const byEmail = (email) =>
    [...users.values()].find((one) => one.email === String(email).trim().toLowerCase());

  const invalid = (...errors) =>
    refuse(400, 'validation_failed', 'The request is not valid.', {
      errors: errors.map(([pointer, detail]) => ({ pointer, detail })),
    });

  const taken = () =>
    refuse(409, 'email_taken', 'The address has an account.', {
      detail: 'This address has an account. Sign in instead.',
    });

  const checkPassword = (password, pointer = '/password') => {
    if (String(password).length < 8) invalid([pointer, 'must have at least 8 characters']);
    if (password === 'password1') invalid([pointer, 'is one of those that everybody tries first']);
  };

  function issue(user, session) {
    const access = `at_${secret()}`;
    const refresh = `rt_${secret()}`;
    accessTokens.set(access, { session, until: Date.now() + rules.lifeSeconds * 1000 });
    refreshTokens.set(refresh, { session, usedAt: null, successor: null });
    return {
      cookie: refresh,
      answer: {
        access_token: access,
        token_type: 'Bearer',
        expires_in: rules.lifeSeconds,
        user,
      },
    };
  }

  function enter(user, agent) {
    const now = new Date().toISOString();
    const session = {
      id: randomUUID(),
      user,
      created_at: now,
      last_used_at: now,
      address: '203.0.113.7',
      agent,
    };
    sessions.set(session.id, session);
    user.last_seen_at = now;
    note(user, 'user.signed_in');
    return issue(user, session);
  }

  /** The session of a request, by its access token; null for nobody. */
  function sessionOf(authorization) {
    const found = accessTokens.get((authorization ?? '').replace(/^Bearer /, ''));
    if (!found || found.until < Date.now() || !sessions.has(found.session.id)) return null;
    return found.session.user.enabled ? found.session : null;
  }

  const me = ({ session }) => session.user;

  const account = {
    login({ json, agent }) {
      const failed = failures.get(json.email) ?? 0;
      if (failed >= 5)
        refuse(429, 'too_many_tries', 'Too many tries.', {
          retryable: true,
          retry_after_ms: 3_000,
        });
      const user = byEmail(json.email);
      if (!user?.enabled || passwords.get(user.id) !== json.password) {
        failures.set(json.email, failed + 1);
        note(null, 'user.sign_in_failed', '', { email: json.email });
        refuse(401, 'invalid_credentials', 'The address or the password is wrong.');
      }
      if (user.totp && json.code === undefined)
        refuse(401, 'code_required', 'A code of the authenticator app is needed.');
      if (user.totp && ![CODE, RECOVERY].includes(json.code))
        refuse(401, 'invalid_code', 'The code is wrong, or was used before.');
      return enter(user, agent);
    },
    refresh({ cookie, csrf }) {
      if (!csrf) refuse(403, 'forbidden', 'The header X-CSRF is needed.');
      const found = refreshTokens.get(cookie);
      if (!found || !sessions.has(found.session.id) || !found.session.user.enabled)
        refuse(401, 'unauthenticated', 'Please sign in.');
      if (found.usedAt !== null) {
        if (Date.now() - found.usedAt < GRACE_MS) return found.successor;
        sessions.delete(found.session.id);
        note(found.session.user, 'session.reuse_detected');
        refuse(401, 'unauthenticated', 'Please sign in.');
      }
      found.usedAt = Date.now();
      found.successor = issue(found.session.user, found.session);
      return found.successor;
    },
    logout({ cookie }) {
      const found = refreshTokens.get(cookie);
      if (found) sessions.delete(found.session.id);
    },
    register({ json, agent }) {
      const invitation = [...invitations.values()].find((one) => one.token === json.invitation);
      if (rules.registration !== 'open' && !invitation)
        refuse(403, 'link_gone', 'This invitation does not work any more.', {
          detail: 'This link was used or withdrawn, or is too old. Ask for a new one.',
        });
      if (byEmail(json.email)) taken();
      checkPassword(json.password);
      const user = add(
        person(json.name, json.email.toLowerCase(), invitation?.role ?? 'member', {
          created_at: new Date().toISOString(),
        }),
        json.password,
      );
      if (invitation) invitations.delete(invitation.id);
      note(user, 'user.registered');
      return enter(user, agent);
    },
    setUp({ json, agent }) {
      if (json.token === 'used')
        refuse(409, 'setup_done', 'This workspace has an owner already.', {
          detail: 'The set-up link can be used once.',
        });
      if (json.owner_name === 'Nobody') invalid(['/owner_name', 'This name is reserved.']);
      checkPassword(json.owner_password, '/owner_password');
      setUp = true;
      const known = byEmail(json.owner_email);
      const owner =
        known ?? add(person(json.owner_name, json.owner_email, 'owner'), json.owner_password);
      return enter(owner, agent);
    },
  };

  const view = (session, current) => {
    const { user: _, ...rest } = session;
    return { ...rest, current: session.id === current.id };
  };
  const mine = ({ session }) => [...sessions.values()].filter((one) => one.user === session.user);
  const proven = ({ session, json }) => {
    if (passwords.get(session.user.id) !== json.password)
      invalid(['/password', 'is not your password']);
  };

  const filtered = (query) =>
    events
      .filter(
        (one) =>
          `${one.actor}`.toLowerCase().includes((query.get('actor') ?? '').toLowerCase()) &&
          (!query.get('action') || one.action === query.get('action')) &&
          one.target.includes(query.get('target') ?? '') &&
          (!query.get('from') || one.at >= query.get('from')) &&
          (!query.get('to') || one.at < query.get('to')),
      )
      .reverse();

  function page(query) {
    const limit = Number(query.get('limit') ?? 50);
    const before = Number(query.get('before') ?? Number.POSITIVE_INFINITY);
    const all = filtered(query).filter((one) => one.seq < before);
    const shown = all.slice(0, limit);
    return { events: shown, ...(all.length > limit && { next: shown.at(-1).seq }) };
  }

  const cell = (text) => `"${String(text).replaceAll('"', '""')}"`;
  const csv = (query) =>
    [
      'seq,at,actor,action,target,address',
      ...filtered(query).map((one) =>
        [one.seq, one.at, one.actor, one.action, one.target, one.address].map(cell).join(','),
      ),
    ].join('\n');

  const found = (map, id) => map.get(id) ?? refuse(404, 'not_found', 'It is not there.');

  /** Operations that only need an answer; those that sign in are in `account`. */
  const routes = [
    ['GET', /^\/api\/v1\/auth\/me$/, me],
    ['PATCH', /^\/api\/v1\/auth\/me$/, (it) => Object.assign(me(it), { name: it.json.name })],
    [
      'POST',
      /^\/api\/v1\/auth\/password$/,
      (it) => {
        const { user } = it.session;
        if (passwords.get(user.id) !== it.json.current)
          invalid(['/current', 'is not your password']);
        checkPassword(it.json.password);
        passwords.set(user.id, it.json.password);
        for (const one of mine(it)) if (one !== it.session) sessions.delete(one.id);
        note(user, 'password.changed');
        return [204];
      },
    ],
    [
      'GET',
      /^\/api\/v1\/auth\/sessions$/,
      (it) => ({
        sessions: mine(it)
          .map((one) => view(one, it.session))
          .reverse(),
      }),
    ],
    [
      'DELETE',
      /^\/api\/v1\/auth\/sessions$/,
      (it) => {
        for (const one of mine(it)) sessions.delete(one.id);
        return [204];
      },
    ],
    [
      'DELETE',
      /^\/api\/v1\/auth\/sessions\/([^/]+)$/,
      ({ id }) => {
        sessions.delete(id);
        return [204];
      },
    ],
    [
      'POST',
      /^\/api\/v1\/auth\/totp$/,
      (it) => {
        proven(it);
        const seed = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
        const label = encodeURIComponent(`Parley:${it.session.user.email}`);
        return { secret: seed, uri: `otpauth://totp/${label}?secret=${seed}&issuer=Parley` };
      },
    ],
    [
      'POST',
      /^\/api\/v1\/auth\/totp\/remove$/,
      (it) => {
        proven(it);
        it.session.user.totp = false;
        return [204];
      },
    ],
    [
      'POST',
      /^\/api\/v1\/auth\/totp\/confirm$/,
      (it) => {
        if (it.json.code !== CODE) invalid(['/code', 'is wrong, or was used before']);
        it.session.user.totp = true;
        const word = () => randomBytes(5).toString('hex').slice(0, 5);
        return { recovery_codes: Array.from({ length: 10 }, () => `${word()}-${word()}`) };
      },
    ],
    ['GET', /^\/api\/v1\/keys$/, () => ({ keys: [...keys.values()].reverse() })],
    [
      'POST',
      /^\/api\/v1\/keys$/,
      ({ json, session }) => {
        if (json.name === 'reserved') invalid(['/name', 'This name is reserved.']);
        const id = randomBytes(4).toString('hex');
        const kind = json.kind ?? 'secret';
        const prefix = `${kind === 'secret' ? 'sk' : 'pk'}_live_${id}`;
        const key = {
          id,
          kind,
          name: json.name,
          hint: prefix,
          scopes: kind === 'publishable' ? ['ask'] : (json.scopes ?? []),
          ...(json.origins && { origins: json.origins }),
          owner: session?.user.name ?? 'Nobody',
          created_at: new Date().toISOString(),
          ...(json.expires_in_days && { expires_at: ago(-json.expires_in_days) }),
        };
        keys.set(id, key);
        note(session?.user, 'key.created', `key:${id}`, { name: json.name });
        return [201, { key, text: `${prefix}_${secret()}${secret()}` }];
      },
    ],
    [
      'DELETE',
      /^\/api\/v1\/keys\/([^/]+)$/,
      ({ id, session }) => {
        found(keys, id);
        keys.delete(id);
        note(session?.user, 'key.revoked', `key:${id}`);
        return [204];
      },
    ],
    [
      'GET',
      /^\/api\/v1\/admin\/users$/,
      () => ({
        users: [...users.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
        invitations: [...invitations.values()].map(({ token: _, ...rest }) => rest),
      }),
    ],
    [
      'PATCH',
      /^\/api\/v1\/admin\/users\/([^/]+)$/,
      ({ id, json, session }) => {
        const user = found(users, id);
        if (json.role === 'agent' && user.name === 'Bo Lindqvist')
          refuse(409, 'last_owner', 'This is the last administrator.', {
            detail: 'One administrator must stay.',
          });
        Object.assign(user, json);
        if (json.enabled === false) {
          for (const one of [...sessions.values()]) if (one.user === user) sessions.delete(one.id);
        }
        note(session?.user, json.role ? 'user.role_changed' : 'user.disabled', `user:${id}`, json);
        return user;
      },
    ],
    [
      'POST',
      /^\/api\/v1\/admin\/invitations$/,
      ({ json, session, origin }) => {
        if (byEmail(json.email)) taken();
        for (const one of invitations.values())
          if (one.email === json.email) invitations.delete(one.id);
        const invitation = {
          id: randomUUID(),
          email: json.email,
          role: json.role,
          created_at: new Date().toISOString(),
          expires_at: ago(-7),
        };
        const token = secret();
        invitations.set(invitation.id, { ...invitation, token });
        note(session?.user, 'invitation.made', '', { email: json.email });
        return [201, { invitation, link: `${origin}/register#${token}`, sent: false }];
      },
    ],
    [
      'DELETE',
      /^\/api\/v1\/admin\/invitations\/([^/]+)$/,
      ({ id }) => {
        found(invitations, id);
        invitations.delete(id);
        return [204];
      },
    ],
    ['GET', /^\/api\/v1\/admin\/audit$/, ({ query }) => page(query)],
    ['GET', /^\/api\/v1\/admin\/audit\/export$/, ({ query }) => [200, csv(query), 'text/csv']],
    [
      'POST',
      /^\/api\/v1\/admin\/audit\/verify$/,
      () => ({
        ok: !tampered,
        checked: tampered ? 41 : events.length,
        ...(tampered && { fault: { seq: 42, reason: 'edited' } }),
      }),
    ],
    [
      'POST',
      /^\/fake\/people$/,
      ({ json }) => {
        Object.assign(rules, json.rules);
        if (json.tampered !== undefined) tampered = json.tampered;
        if (json.forgetTokens) accessTokens.clear();
        if (json.endSessions) sessions.clear();
        if (json.forgetFailures) failures.clear();
        if (json.emptyKeys) keys.clear();
        if (json.reset) {
          Object.assign(rules, {
            signInNeeded: false,
            registration: 'invitation',
            oidc: false,
            lifeSeconds: 600,
          });
          tampered = false;
          ada.totp = false;
          ada.name = 'Ada Moreau';
          passwords.set(ada.id, PASSWORD);
          failures.clear();
          keys.clear();
          invitations.clear();
        }
        return [204];
      },
    ],
  ];

  const open = [
    [
      'GET',
      /^\/api\/v1\/auth\/methods$/,
      () => ({
        password: true,
        registration: rules.registration,
        setup_needed: false,
        ...(rules.oidc && { oidc: { name: 'Northwind SSO', start: '/api/v1/auth/oidc/start' } }),
      }),
    ],
    ['POST', /^\/api\/v1\/auth\/password\/forgot$/, () => [202]],
    [
      'POST',
      /^\/api\/v1\/auth\/password\/reset$/,
      ({ json }) => {
        if (json.token === 'old')
          refuse(403, 'link_gone', 'This link does not work any more.', {
            detail: 'This link was used or withdrawn, or is too old. Ask for a new one.',
          });
        checkPassword(json.password);
        return [204];
      },
    ],
  ];

  const signing = {
    'POST /api/v1/auth/login': [200, account.login],
    'POST /api/v1/auth/register': [201, account.register],
    'POST /api/v1/auth/refresh': [200, account.refresh],
    'POST /api/v1/setup': [201, account.setUp],
  };

  const caller = (session) =>
    session
      ? {
          kind: 'person',
          name: session.user.name,
          role: session.user.role,
          permissions: PERMISSIONS[session.user.role],
        }
      : { kind: 'anonymous', permissions: OF_ADMINS.filter((name) => name !== 'account') };

  return {
    routes,
    users: () => [...users.values()],
    open,
    signing,
    logout: account.logout,
    sessionOf,
    caller,
    needsSignIn: () => rules.signInNeeded,
    setUpNeeded: () => !setUp,
    cookieIn: (header) => new RegExp(`(?:^|; )${COOKIE}=([^;]+)`).exec(header ?? '')?.[1],
    cookieFor: (text) =>
      `${COOKIE}=${text ?? ''}; HttpOnly; SameSite=Strict; Path=/${text === undefined ? '; Max-Age=0' : ''}`,
  };
}
