const FIRST_MS = 400;
const LONGEST_MS = 15_000;

/** Full jitter over an exponential bound, in milliseconds. */
export const backoffMs = (failures: number, random: () => number = Math.random): number => {
  const bound = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
  return bound / 2 + (random() * bound) / 2;
};

/** Waits; shorter when the network comes back or the page is looked at again. */
export function backoff(failures: number, left: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      window.removeEventListener('online', over);
      document.removeEventListener('visibilitychange', looked);
      left.removeEventListener('abort', over);
      resolve();
    };
    const looked = () => {
      if (document.visibilityState === 'visible') over();
    };
    const timer = setTimeout(over, backoffMs(failures));
    window.addEventListener('online', over);
    document.addEventListener('visibilitychange', looked);
    left.addEventListener('abort', over);
  });
}
