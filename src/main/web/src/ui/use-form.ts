import { type FormEvent, useEffect, useRef, useState } from 'react';
import { fieldError } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import type { Problem } from '../wire/types';

type Values = Record<string, string>;

interface FormOptions<V extends Values> {
  initial: V;
  /** What is wrong before the server is asked, by field. */
  check?: (values: V) => { [name in keyof V]?: string };
  send: (values: V) => Promise<unknown>;
  /** The words for a problem that belongs to one field though the server names none. */
  fieldOf?: (problem: Problem) => { [name in keyof V]?: string };
}

/** A form of texts: sends once, and puts what the server finds wrong at its fields. */
export function useForm<V extends Values>(options: FormOptions<V>) {
  const [values, setValues] = useState(options.initial);
  const [errors, setErrors] = useState<{ [name in keyof V]?: string }>({});
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const wait = useWait(problem);
  useEffect(() => {
    if (problem !== null || Object.keys(errors).length > 0) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  }, [problem, errors]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || wait > 0) return;
    const wrong = options.check?.(values) ?? {};
    setErrors(wrong);
    setProblem(null);
    if (Object.keys(wrong).length > 0) return;
    setBusy(true);
    try {
      await options.send(values);
    } catch (error) {
      const found = problemIn(error);
      setProblem(found);
      setErrors(options.fieldOf?.(found) ?? {});
    }
    setBusy(false);
  };

  const set = (name: keyof V, value: string) => {
    setValues((before) => ({ ...before, [name]: value }));
    setErrors(({ [name]: _, ...rest }) => rest as { [name in keyof V]?: string });
  };
  const errorOf = (name: keyof V & string) => errors[name] ?? fieldError(problem, name);
  const atFields = Object.keys(values).some((name) => errorOf(name) !== undefined);
  return {
    form: { ref: form, noValidate: true, onSubmit: (event: FormEvent) => void submit(event) },
    values,
    set,
    field: (name: keyof V & string) => ({
      name,
      value: values[name] ?? '',
      error: errorOf(name),
      onChange: (event: { target: { value: string } }) => set(name, event.target.value),
    }),
    errorOf,
    /** What belongs to no field. */
    problem: atFields ? null : problem,
    reset: () => {
      setValues(options.initial);
      setErrors({});
      setProblem(null);
    },
    busy,
    wait,
  };
}

/** Seconds until it may be tried again; counts down. */
function useWait(problem: Problem | null): number {
  const [wait, setWait] = useState(0);
  useEffect(() => {
    const until = Date.now() + (problem?.retry_after_ms ?? 0);
    const left = () => Math.max(0, Math.ceil((until - Date.now()) / 1000));
    setWait(left());
    if (left() === 0) return;
    const timer = setInterval(() => {
      setWait(left());
      if (left() === 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [problem]);
  return wait;
}
