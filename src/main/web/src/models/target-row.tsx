import { X } from 'lucide-react';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { IconButton } from '../ui/button';
import { inputClass } from '../ui/field';
import { Select } from '../ui/select';
import type { ModelProvider } from '../wire/types';
import type { DraftTarget } from './draft';
import { exampleModel } from './kinds';

interface TargetRowProps {
  target: DraftTarget;
  providers: readonly ModelProvider[];
  /** Of the calls of its tier; null where it is alone. */
  share: number | null;
  onChange: (target: DraftTarget) => void;
  onRemove: (() => void) | undefined;
}

const MOST_WEIGHT = 1000;

export function TargetRow({ target, providers, share, onChange, onRemove }: TargetRowProps) {
  const t = useText();
  const formats = useFormats();
  const kind = providers.find(({ id }) => id === target.providerId)?.kind ?? '';
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-1.5">
      <div className="grid grid-cols-1 gap-1.5 sm:grid-cols-[8.5rem_minmax(0,1fr)]">
        <Select
          bare
          label={t.models.provider}
          value={target.providerId}
          choices={providers.map(({ id = '', name }) => ({ value: id, label: name }))}
          onChoose={(providerId) => onChange({ ...target, providerId })}
        />
        <input
          value={target.model}
          aria-label={t.models.model}
          placeholder={exampleModel(kind)}
          maxLength={200}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => onChange({ ...target, model: event.target.value })}
          className={`${inputClass} h-9! px-2.5! text-sm! coarse:h-11!`}
        />
        {share !== null && (
          <label className="flex items-center gap-2 text-xs text-muted sm:col-span-2">
            {t.models.weight}
            <input
              type="number"
              min={1}
              max={MOST_WEIGHT}
              value={target.weight}
              onChange={(event) => {
                const weight = Math.round(event.target.valueAsNumber);
                if (weight >= 1 && weight <= MOST_WEIGHT) onChange({ ...target, weight });
              }}
              className={`${inputClass} h-8! w-20! px-2! text-sm! tabular-nums coarse:h-11!`}
            />
            <span className="tabular-nums">{t.models.share(formats.percent(share))}</span>
          </label>
        )}
      </div>
      {onRemove ? (
        <IconButton label={t.models.removeTarget(target.model)} onClick={onRemove}>
          <X size={16} />
        </IconButton>
      ) : (
        <span className="size-8" />
      )}
    </div>
  );
}
