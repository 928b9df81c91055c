import { useSyncExternalStore } from 'react';

const WIDE = '(min-width: 1024px)';
const DESK = '(min-width: 768px)';

const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );

/** Room for a panel beside the conversation. */
export const useWide = (): boolean => useMedia(WIDE);
/** Room for the side bar. */
export const useDesk = (): boolean => useMedia(DESK);
