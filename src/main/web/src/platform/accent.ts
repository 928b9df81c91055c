import type { Session } from '../wire/types';

export type Accent = Session['workspace']['accent'];

const NAME = 'parley.accent';

/** Gives the pages the colour of the workspace; theme.js does it before the next first paint. */
export function showAccent(accent: Accent): void {
  document.documentElement.dataset['accent'] = accent;
  try {
    localStorage.setItem(NAME, accent);
  } catch {
    // The next page begins with the usual colour then.
  }
}
