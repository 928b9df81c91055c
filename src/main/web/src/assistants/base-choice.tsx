import { useBases } from '../documents/use-bases';
import { useText } from '../platform/i18n';
import { CheckLine } from '../ui/check-line';
import { RadioCards } from '../ui/radio-cards';

interface BaseChoiceProps {
  /** Null for all. */
  chosen: readonly string[] | null;
  onChoose: (ids: readonly string[] | null) => void;
}

/** Which knowledge bases an assistant looks into. */
export function BaseChoice({ chosen, onChoose }: BaseChoiceProps) {
  const t = useText();
  const { bases, query } = useBases();
  const known = bases.map(({ id, name, description }) => ({ id, name, text: description }));
  const gone = (chosen ?? [])
    .filter((id) => query.isSuccess && !bases.some((one) => one.id === id))
    .map((id) => ({ id, name: t.bases.gone, text: '' }));
  const all = [...known, ...gone];
  return (
    <div className="flex flex-col gap-4 p-4 sm:p-5">
      <RadioCards
        label={t.bases.ofAssistant}
        value={chosen === null ? 'all' : 'some'}
        choices={[
          { value: 'all', label: t.bases.allBases, text: t.bases.allBasesHint },
          { value: 'some', label: t.bases.someBases },
        ]}
        onChoose={(value) => onChoose(value === 'all' ? null : [])}
      />
      {chosen !== null && query.isSuccess && all.length === 0 && (
        <p className="text-sm text-muted">{t.bases.noBases}</p>
      )}
      {chosen !== null && all.length > 0 && (
        <div className="flex flex-col gap-2">
          {all.map(({ id, name, text }) => (
            <CheckLine
              key={id}
              label={name}
              hint={text}
              checked={chosen.includes(id)}
              onChange={(on) => onChoose(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
            />
          ))}
        </div>
      )}
    </div>
  );
}
