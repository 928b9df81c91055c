import { ArrowRight } from 'lucide-react';
import { useText } from '../platform/i18n';
import type { SettingChange } from '../wire/types';
import { nameOf, valueText } from './words';

/** What was, and what is or would be. */
export function ChangeList({ changes }: { changes: readonly SettingChange[] }) {
  const t = useText();
  return (
    <dl className="flex flex-col gap-2.5 text-sm">
      {changes.map(({ key, before, after }) => (
        <div key={key} className="min-w-0">
          <dt className="text-xs text-muted">{nameOf(t, key)}</dt>
          <dd className="mt-0.5 flex flex-wrap items-baseline gap-x-2 [overflow-wrap:anywhere]">
            <del className="text-muted decoration-line-strong">
              <span className="sr-only">{t.settings.before} </span>
              {valueText(t, key, before)}
            </del>
            <ArrowRight
              size={13}
              aria-hidden="true"
              className="self-center text-faint rtl:rotate-180"
            />
            <ins className="no-underline">
              <span className="sr-only">{t.settings.after} </span>
              {valueText(t, key, after)}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
