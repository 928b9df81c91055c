import { useText } from '../platform/i18n';
import { MEASURES } from './view';

/** As high as what will stand there. */
export function UsageSkeleton() {
  const t = useText();
  return (
    <div role="status" aria-label={t.common.loading} className="mt-5">
      <div className="grid grid-cols-2 gap-2.5 lg:grid-cols-4">
        {MEASURES.map((measure) => (
          <div key={measure} className="skeleton h-[5.75rem] rounded-2xl!" />
        ))}
      </div>
      <div className="skeleton mt-3 h-96 rounded-2xl!" />
    </div>
  );
}
