const SIGN_IN = '/sign-in';
const ENTRANCES = [SIGN_IN, '/register', '/forgot', '/reset', '/setup'];

/** A place of this site to go to; the start page for anything else that an address may carry. */
export function safePlace(to: string | null, origin: string = location.origin): string {
  if (to === null || !to.startsWith('/')) return '/';
  let url: URL;
  try {
    url = new URL(to, origin);
  } catch {
    return '/';
  }
  if (url.origin !== origin || ENTRANCES.includes(url.pathname)) return '/';
  return url.pathname + url.search + url.hash;
}

/** The sign-in page that leads back to `place` afterwards. */
export const signInFor = (place: string): string =>
  place === '/' ? SIGN_IN : `${SIGN_IN}?to=${encodeURIComponent(place)}`;
