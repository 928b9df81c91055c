import { useQueries } from '@tanstack/react-query';
import { useBases } from '../documents/use-bases';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { Dialog } from '../ui/dialog';
import { ProblemNote, Skeleton } from '../ui/notes';
import { getVersion, keys } from './api';
import { changes } from './changes';
import { DiffView } from './diff-view';

interface CompareDialogProps {
  id: string;
  before: number;
  after: number;
  onClose: () => void;
}

/** What changed from one version to a later one. */
export function CompareDialog({ id, before, after, onClose }: CompareDialogProps) {
  const t = useText();
  const [one, other] = useQueries({
    queries: [before, after].map((version) => ({
      queryKey: keys.version(id, version),
      queryFn: ({ signal }: { signal: AbortSignal }) => getVersion(id, version, signal),
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  const { bases, query } = useBases();
  const nameOf = (id: string) => bases.find((base) => base.id === id)?.name ?? t.bases.gone;
  const failed = one?.error ?? other?.error;
  const found =
    one?.data && other?.data && query.isFetched
      ? changes(t, one.data.definition, other.data.definition, nameOf)
      : null;
  return (
    <Dialog title={t.assistants.compareTitle(before, after)} onClose={onClose} at="right">
      <div className="flex min-h-0 flex-col gap-6 overflow-y-auto px-5 pb-6" tabIndex={-1}>
        {failed && <ProblemNote problem={problemIn(failed)} />}
        {!failed && found === null && <Skeleton lines={6} />}
        {found?.length === 0 && <p className="text-muted">{t.assistants.same}</p>}
        {found?.map(({ name, before: was, after: is }) => (
          <section key={name} aria-label={name}>
            <h3 className="mb-1.5 text-sm font-medium">{name}</h3>
            <DiffView before={was} after={is} />
          </section>
        ))}
      </div>
    </Dialog>
  );
}
