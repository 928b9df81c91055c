import { useQueryClient } from '@tanstack/react-query';
import { useText } from '../platform/i18n';
import { problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { toast } from '../platform/toasts';
import { TOOLS } from './api';

/** Does something and shows the tools anew; a failure is told in passing. */
export function useQuietly() {
  const t = useText();
  const client = useQueryClient();
  return (what: Promise<unknown>) =>
    void what
      .catch((error: unknown) => toast(problemText(t, problemIn(error))))
      .then(() => client.invalidateQueries({ queryKey: TOOLS }));
}
