import { type FormEvent, useState } from 'react';
import { call } from '../platform/http';
import { type Catalogue, useText } from '../platform/i18n';
import { fieldError } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { ProblemNote } from '../ui/notes';
import type { Problem, SetupAnswer, SetupRequest } from '../wire/types';

type Values = Omit<SetupRequest, 'token'>;
type Errors = Partial<Record<keyof Values, string>>;

const EMPTY: Values = { workspace_name: '', owner_name: '', owner_email: '' };

export function SetupForm({
  token,
  onDone,
}: {
  token: string;
  onDone: (answer: SetupAnswer) => void;
}) {
  const t = useText();
  const [values, setValues] = useState(EMPTY);
  const [errors, setErrors] = useState<Errors>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = check(t, values);
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    setBusy(true);
    setProblem(null);
    try {
      const body: SetupRequest = { token, ...trimmed(values) };
      onDone(await call<SetupAnswer>('/api/v1/setup', { method: 'POST', body }));
    } catch (error) {
      setProblem(problemIn(error));
      setBusy(false);
    }
  };

  const field = (name: keyof Values, label: string, max: number) => ({
    label,
    name,
    maxLength: max,
    value: values[name],
    error: errors[name] ?? fieldError(problem, name),
    onChange: (event: { target: { value: string } }) =>
      setValues({ ...values, [name]: event.target.value }),
  });

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-5">
      <Field
        {...field('workspace_name', t.setup.workspace, 100)}
        hint={t.setup.workspaceHint}
        autoComplete="organization"
        autoFocus
      />
      <Field {...field('owner_name', t.setup.owner, 100)} autoComplete="name" />
      <Field
        {...field('owner_email', t.setup.email, 200)}
        type="email"
        inputMode="email"
        autoComplete="email"
      />
      {problem && !problem.errors?.length && <ProblemNote problem={problem} />}
      <Button look="primary" type="submit" disabled={busy} className="mt-2 h-10">
        {t.setup.create}
      </Button>
    </form>
  );
}

const trimmed = (values: Values): Values => ({
  workspace_name: values.workspace_name.trim(),
  owner_name: values.owner_name.trim(),
  owner_email: values.owner_email.trim(),
});

function check(t: Catalogue, values: Values): Errors {
  const { workspace_name, owner_name, owner_email } = trimmed(values);
  return {
    ...(workspace_name === '' && { workspace_name: t.setup.required }),
    ...(owner_name === '' && { owner_name: t.setup.required }),
    ...(!/^[^@\s]+@[^@\s]+$/.test(owner_email) && { owner_email: t.setup.emailBad }),
  };
}
