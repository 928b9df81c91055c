import { useEffect } from 'react';
import { go, useSearch } from '../platform/router';
import { acceptSignIn, tokens } from '../platform/sign-in';
import { useStore } from '../platform/store';
import { safePlace } from '../platform/wanted';
import type { SignedIn } from '../wire/types';

/** Where the reader wanted to go before being asked to sign in. */
export const useWantedPlace = (): string => safePlace(new URLSearchParams(useSearch()).get('to'));

/** Goes to the wanted place as soon as somebody is signed in, also in another tab. */
export function useEntry(): (answer: SignedIn) => void {
  const { token } = useStore(tokens.store);
  const place = useWantedPlace();
  useEffect(() => {
    if (token !== null) go(place, { replace: true });
  }, [token, place]);
  return acceptSignIn;
}
