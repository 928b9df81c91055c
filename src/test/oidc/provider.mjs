// A real OpenID provider for tests: the names that people enter say what it knows of them.
//
//   node provider.mjs PORT REDIRECT_URI
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const [port, redirectUri] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;

// Addresses that people have taken since: name → address.
const moved = new Map();

const person = (name) => ({
  accountId: name,
  claims: () => ({
    sub: name,
    email: moved.get(name) ?? name.replace(/^unproven-/, ''),
    email_verified: !name.startsWith('unproven-'),
    name: name.split('@')[0],
    groups: name.includes('admin') ? ['staff', 'parley-admins'] : ['staff'],
  }),
});

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = randomBytes(8).toString('hex');
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid };
}

// A provider with a signing key of its own; what an earlier one handed out is forgotten.
function fresh() {
  return new Provider(issuer, {
    clients: [
      {
        client_id: 'parley',
        client_secret: 'a secret: of the client & 100% its own',
        redirect_uris: [redirectUri],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
    scopes: ['openid', 'email', 'profile', 'groups'],
    cookies: { keys: ['a key of a test'] },
    jwks: { keys: [signingKey()] },
    findAccount: (_, name) => person(name),
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  }).callback();
}

let serve = fresh();
createServer((request, response) => {
  const url = new URL(request.url, issuer);
  if (url.pathname === '/test/rotate') {
    serve = fresh();
    response.end('rotated');
  } else if (url.pathname === '/test/move') {
    moved.set(url.searchParams.get('name'), url.searchParams.get('to'));
    response.end('moved');
  } else {
    serve(request, response);
  }
}).listen(Number(port), '127.0.0.1', () => console.log('ready'));
