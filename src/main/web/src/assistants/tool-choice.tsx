import { useQuery } from '@tanstack/react-query';
import { useText } from '../platform/i18n';
import { listTools, TOOLS } from '../tools/api';
import { CheckLine } from '../ui/check-line';
import { RadioCards } from '../ui/radio-cards';

interface ToolChoiceProps {
  /** Null for all. */
  chosen: readonly string[] | null;
  onChoose: (names: readonly string[] | null) => void;
}

/** Which tools an assistant may call. */
export function ToolChoice({ chosen, onChoose }: ToolChoiceProps) {
  const t = useText();
  const tools = useQuery({ queryKey: TOOLS, queryFn: ({ signal }) => listTools(signal) });
  const known = [
    ...(tools.data?.builtins ?? []).filter((one) => one.enabled),
    ...(tools.data?.tools ?? []).filter((one) => one.enabled),
  ].map((one) => ({ name: one.name, text: one.description }));
  const gone = (chosen ?? [])
    .filter((name) => !known.some((one) => one.name === name))
    .map((name) => ({ name, text: '' }));
  const all = [...known, ...gone];
  return (
    <div className="flex flex-col gap-4 p-4 sm:p-5">
      <RadioCards
        label={t.assistants.tools}
        value={chosen === null ? 'all' : 'some'}
        choices={[
          { value: 'all', label: t.assistants.allTools, text: t.assistants.allToolsHint },
          { value: 'some', label: t.assistants.someTools },
        ]}
        onChoose={(value) => onChoose(value === 'all' ? null : [])}
      />
      {chosen !== null && all.length === 0 && (
        <p className="text-sm text-muted">{t.assistants.noTools}</p>
      )}
      {chosen !== null && all.length > 0 && (
        <div className="flex flex-col gap-2">
          {all.map(({ name, text }) => (
            <CheckLine
              key={name}
              label={name}
              hint={text}
              checked={chosen.includes(name)}
              onChange={(on) =>
                onChoose(on ? [...chosen, name] : chosen.filter((one) => one !== name))
              }
            />
          ))}
        </div>
      )}
    </div>
  );
}
