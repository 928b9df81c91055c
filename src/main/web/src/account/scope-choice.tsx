import { useId } from 'react';
import { useText } from '../platform/i18n';
import { useSession } from '../platform/session';
import { RadioCards } from '../ui/radio-cards';
import type { KeyScope } from '../wire/types';

/** Each scope with the permission that its maker must have. */
const SCOPES: readonly [KeyScope, string][] = [
  ['read', 'read'],
  ['ask', 'ask'],
  ['models', 'models'],
  ['knowledge', 'knowledge.write'],
  ['people', 'people'],
  ['audit', 'audit'],
  ['usage', 'usage'],
  ['budgets', 'budgets'],
  ['inbox', 'inbox'],
];

interface ScopeChoiceProps {
  /** Null: everything its maker may. */
  scopes: readonly KeyScope[] | null;
  error: string | undefined;
  onChange: (scopes: readonly KeyScope[] | null) => void;
}

export function ScopeChoice({ scopes, error, onChange }: ScopeChoiceProps) {
  const t = useText();
  const id = useId();
  const permissions = useSession().data?.caller.permissions;
  const offered = SCOPES.filter(
    ([, permission]) => permissions === undefined || permissions.includes(permission),
  ).map(([scope]) => scope);
  return (
    <div>
      <RadioCards
        label={t.apiKeys.scopes}
        value={scopes === null ? 'all' : 'some'}
        onChoose={(value) => onChange(value === 'all' ? null : ['read', 'ask'])}
        choices={[
          { value: 'all', label: t.apiKeys.allScopes },
          { value: 'some', label: t.apiKeys.someScopes },
        ]}
      />
      {scopes !== null && (
        <div
          role="group"
          aria-label={t.apiKeys.scopes}
          aria-describedby={`${id}-note`}
          className="mt-2 grid gap-x-4 sm:grid-cols-2"
        >
          {offered.map((scope, at) => (
            <label
              key={scope}
              className="flex min-h-9 coarse:min-h-11 items-center gap-2.5 text-sm"
            >
              <input
                type="checkbox"
                checked={scopes.includes(scope)}
                aria-invalid={at === 0 && error !== undefined}
                onChange={(event) =>
                  onChange(
                    event.target.checked
                      ? [...scopes, scope]
                      : scopes.filter((one) => one !== scope),
                  )
                }
                className="size-4 accent-accent"
              />
              {t.apiKeys.scope[scope]}
            </label>
          ))}
        </div>
      )}
      {error && (
        <p id={`${id}-note`} className="mt-1.5 text-sm text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
