import { TriangleAlert } from 'lucide-react';
import { useText } from '../platform/i18n';
import { Link } from '../platform/router';
import { lastOf, useCases, useRuns } from './use-runs';

/** A warning before a version goes live that its cases do not pass, or were not asked. */
export function CasesNote({ id, version }: { id: string; version: number }) {
  const t = useText();
  const cases = useCases(id).data?.cases ?? [];
  const runs = useRuns(id).data?.runs;
  if (cases.length === 0 || runs === undefined) return null;
  const last = lastOf(runs, version);
  const failed = last ? last.total - last.passed : 0;
  if (last && failed === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-warn">
      <TriangleAlert size={15} className="shrink-0" aria-hidden="true" />
      {last ? t.cases.someFail(failed, last.total, version) : t.cases.notAsked(version)}
      <Link to={`/admin/assistants/${id}/cases`} className="font-medium underline">
        {t.cases.look}
      </Link>
    </p>
  );
}
