import { useText } from '../platform/i18n';
import { CheckLine } from '../ui/check-line';
import { Field } from '../ui/field';
import { TextArea } from '../ui/text-area';
import type { useForm } from '../ui/use-form';
import type { SourceKind } from '../wire/types';
import { onTheWeb, type SourceValues } from './form';

interface LimitFieldsProps {
  kind: SourceKind;
  field: ReturnType<typeof useForm<SourceValues>>['field'];
  allVersions: boolean;
  onAllVersions: (on: boolean) => void;
}

/** How far a run goes, and which paths it takes. */
export function LimitFields({ kind, field, allVersions, onAllVersions }: LimitFieldsProps) {
  const t = useText();
  return (
    <details className="rounded-xl border border-line px-4 py-3">
      <summary className="cursor-pointer text-sm font-medium coarse:min-h-11">
        {t.sources.limits}
      </summary>
      <div className="mt-3 flex flex-col gap-4">
        <div className="grid grid-cols-2 items-end gap-3">
          <Field {...field('pages')} label={t.sources.mostPages} inputMode="numeric" />
          <Field {...field('megabytes')} label={t.sources.mostMegabytes} inputMode="numeric" />
          <Field {...field('minutes')} label={t.sources.mostMinutes} inputMode="numeric" />
          {kind === 'site' && (
            <Field {...field('depth')} label={t.sources.mostDepth} inputMode="numeric" />
          )}
        </div>
        {onTheWeb(kind) && (
          <Field
            {...field('pause_ms')}
            label={t.sources.pause}
            hint={t.sources.pauseHint}
            inputMode="numeric"
          />
        )}
        <TextArea
          {...field('include')}
          label={t.sources.include}
          hint={t.sources.patternHint}
          rows={2}
          mono
        />
        <TextArea {...field('exclude')} label={t.sources.exclude} rows={2} mono />
        {kind === 'site' && (
          <CheckLine
            label={t.sources.allVersions}
            hint={t.sources.allVersionsHint}
            checked={allVersions}
            onChange={onAllVersions}
          />
        )}
      </div>
    </details>
  );
}
