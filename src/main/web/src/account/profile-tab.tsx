import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { problemIn } from '../platform/problem';
import { SESSION } from '../platform/session';
import { toast } from '../platform/toasts';
import { Field } from '../ui/field';
import { filled, wrong } from '../ui/form-checks';
import { FormEnd } from '../ui/form-end';
import { ProblemNote, Skeleton } from '../ui/notes';
import { Section } from '../ui/section';
import { useForm } from '../ui/use-form';
import type { Person } from '../wire/types';
import { changeName, getMe, keys } from './api';

export function ProfileTab() {
  const t = useText();
  const me = useQuery({ queryKey: keys.me, queryFn: ({ signal }) => getMe(signal) });
  if (me.isError) {
    return (
      <ProblemNote className="mt-6" problem={problemIn(me.error)} retry={() => void me.refetch()} />
    );
  }
  return (
    <Section title={t.account.profile}>
      {me.data ? <Profile me={me.data} /> : <Skeleton lines={5} className="p-5" />}
    </Section>
  );
}

function Profile({ me }: { me: Person }) {
  const t = useText();
  const formats = useFormats();
  const client = useQueryClient();
  const { form, field, values, problem, busy, wait } = useForm({
    initial: { name: me.name },
    check: ({ name }) => wrong({ name: filled(t, name) }),
    async send({ name }) {
      client.setQueryData(keys.me, await changeName(name.trim()));
      void client.invalidateQueries({ queryKey: SESSION });
      toast(t.account.saved);
    },
  });
  const facts: [string, string][] = [
    [t.account.email, me.email],
    [t.account.role, t.roles[me.role]],
    [t.account.since, formats.date(me.created_at)],
  ];
  return (
    <>
      <form {...form} className="flex flex-col gap-4 p-5">
        <Field {...field('name')} label={t.account.name} maxLength={100} autoComplete="name" />
        <FormEnd
          problem={problem}
          busy={busy}
          wait={wait}
          disabled={values.name.trim() === me.name}
        >
          {t.common.save}
        </FormEnd>
      </form>
      <dl className="grid gap-x-6 gap-y-4 border-t border-line p-5 sm:grid-cols-3">
        {facts.map(([name, value]) => (
          <div key={name} className="min-w-0">
            <dt className="text-xs text-muted">{name}</dt>
            <dd className="mt-0.5 text-sm [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
