import { useQuery } from '@tanstack/react-query';
import { BOOK, getBook } from '../models/api';
import { useLanguage, useText } from '../platform/i18n';
import { useMay } from '../platform/session';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import { LIMITS } from './draft';
import { languages } from './languages';
import type { Editing } from './use-editing';

/** The model that answers, in which language, and how much. */
export function ModelFields({ editing }: { editing: Editing }) {
  const t = useText();
  const language = useLanguage();
  const { draft, set, faults } = editing;
  const routes = useRoutes(draft.route);
  const number = (name: 'maxTokens' | 'passages') => {
    const [least, most] = LIMITS[name];
    return {
      value: draft[name],
      inputMode: 'numeric' as const,
      autoComplete: 'off',
      placeholder: t.assistants.usual,
      error: faults.has(name) ? t.assistants.numberBad(least, most) : undefined,
      onChange: (event: { target: { value: string } }) => set(name, event.target.value.trim()),
    };
  };
  return (
    <div className="grid gap-5 p-4 sm:grid-cols-2 sm:p-5">
      <Select
        label={t.assistants.route}
        value={draft.route}
        choices={[
          { value: '', label: t.assistants.usualRoute },
          ...routes.map((name) => ({ value: name, label: name })),
        ]}
        onChoose={(route) => set('route', route)}
      />
      <Select
        label={t.assistants.language}
        value={draft.language}
        choices={[{ value: '', label: t.assistants.usualLanguage }, ...languages(language)]}
        onChoose={(chosen) => set('language', chosen)}
      />
      <Field {...number('passages')} label={t.assistants.passages} />
      <Field {...number('maxTokens')} label={t.assistants.maxTokens} />
    </div>
  );
}

/** Models that answer; the one that is chosen too, whatever became of it. */
function useRoutes(chosen: string): string[] {
  const may = useMay('models.manage');
  const book = useQuery({
    queryKey: BOOK,
    queryFn: ({ signal }) => getBook(signal),
    enabled: may,
  });
  const names = (book.data?.routes ?? [])
    .filter((route) => !route.embeddings)
    .map((route) => route.name);
  return chosen === '' || names.includes(chosen) ? names : [...names, chosen];
}
