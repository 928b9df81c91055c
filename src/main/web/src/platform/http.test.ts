import { beforeEach, describe, expect, it, vi } from 'vitest';

const USER = { id: 'ada' };
const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });

/** A server that takes one token at a time, and hands out the next one for the cookie. */
class Server {
  good = 'none';
  refreshStatus = 200;
  alwaysRefuses = false;
  readonly asked: string[] = [];

  answer = async (input: string, init: RequestInit): Promise<Response> => {
    const token = new Headers(init.headers).get('authorization')?.replace('Bearer ', '') ?? '';
    this.asked.push(token === '' ? input : `${input} ${token}`);
    if (input.endsWith('/auth/refresh')) {
      if (this.refreshStatus !== 200) return json(this.refreshStatus, {});
      this.good = `t${this.asked.length}`;
      return json(200, { access_token: this.good, expires_in: 600, user: USER });
    }
    if (input.endsWith('/login')) return json(401, { code: 'unauthenticated' });
    return token === this.good && !this.alwaysRefuses ? json(200, { token }) : json(401, {});
  };
}

let server: Server;
let http: typeof import('./http');
let tokens: typeof import('./sign-in').tokens;

beforeEach(async () => {
  server = new Server();
  vi.stubGlobal('fetch', server.answer);
  vi.stubGlobal('navigator', {});
  vi.resetModules();
  http = await import('./http');
  tokens = (await import('./sign-in')).tokens;
});

describe('a call', () => {
  it('gets a token first', async () => {
    expect(await http.call('/x')).toEqual({ token: 't1' });
    expect(server.asked).toEqual(['/api/v1/auth/refresh', '/x t1']);
  });

  it('is sent once more with the next token', async () => {
    await http.call('/x');
    server.good = 'another';
    server.asked.length = 0;

    expect(await http.call('/y')).toEqual({ token: 't2' });
    expect(server.asked).toEqual(['/y t1', '/api/v1/auth/refresh', '/y t2']);
  });

  it('is not sent a third time, and nobody is signed out for it', async () => {
    await http.call('/x');
    server.alwaysRefuses = true;
    server.asked.length = 0;

    await expect(http.call('/y')).rejects.toMatchObject({ status: 401 });
    expect(server.asked).toEqual(['/y t1', '/api/v1/auth/refresh', '/y t2']);
    expect(tokens.store.get().refused).toBe(false);
  });

  it('asks for a sign-in when there is no token to be had', async () => {
    server.refreshStatus = 401;

    await expect(http.call('/x')).rejects.toMatchObject({ status: 401 });
    expect(server.asked).toEqual(['/api/v1/auth/refresh', '/x']);
    expect(tokens.store.get()).toEqual({ token: null, refused: true });
  });

  it('fails, and signs nobody out, while the server cannot renew', async () => {
    server.refreshStatus = 503;

    await expect(http.call('/x')).rejects.toMatchObject({ status: 503 });
    expect(server.asked).toEqual(['/api/v1/auth/refresh']);
    expect(tokens.store.get().refused).toBe(false);
  });

  it('takes a wrong password for an answer', async () => {
    await expect(
      http.call('/api/v1/auth/login', { method: 'POST', body: {}, open: true }),
    ).rejects.toMatchObject({ status: 401 });
    expect(server.asked).toEqual(['/api/v1/auth/login']);
    expect(tokens.store.get().refused).toBe(false);
  });
});
