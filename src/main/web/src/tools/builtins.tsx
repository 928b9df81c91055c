import { useText } from '../platform/i18n';
import { CheckLine } from '../ui/check-line';
import { Section } from '../ui/section';
import type { BuiltinTool } from '../wire/types';
import { switchBuiltin } from './api';
import { Effect } from './effect';
import { useQuietly } from './use-quietly';

export function Builtins({ builtins, manages }: { builtins: BuiltinTool[]; manages: boolean }) {
  const t = useText();
  const quietly = useQuietly();
  return (
    <Section title={t.tools.builtins} text={t.tools.builtinsText}>
      <ul>
        {builtins.map(({ name, side_effect: effect, enabled }) => (
          <li
            key={name}
            className="flex items-start justify-between gap-3 border-b border-line px-4 py-2.5 last:border-b-0 sm:px-5"
          >
            {manages ? (
              <CheckLine
                label={t.tools.builtinNames[name]}
                hint={t.tools.builtinTexts[name]}
                checked={enabled}
                onChange={(on) => quietly(switchBuiltin(name, on))}
              />
            ) : (
              <div className="py-1">
                <p className="text-sm font-medium">{t.tools.builtinNames[name]}</p>
                <p className="text-sm text-muted">
                  {enabled ? t.tools.builtinTexts[name] : t.tools.off}
                </p>
              </div>
            )}
            <span className="pt-1">
              <Effect effect={effect} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
