import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { useSession } from '../platform/session';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { emailLike, wrong } from '../ui/form-checks';
import { FormEnd } from '../ui/form-end';
import { SecretBox } from '../ui/secret-box';
import { Select } from '../ui/select';
import { useForm } from '../ui/use-form';
import type { Invited, Role } from '../wire/types';
import { EVERYBODY, invite } from './api';
import { rolesFor } from './roles';

/** Invites, then shows the link this once. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const [invited, setInvited] = useState<Invited | null>(null);
  if (invited === null) {
    return (
      <Dialog title={t.people.inviteTitle} onClose={onClose}>
        <InviteForm onInvited={setInvited} onCancel={onClose} />
      </Dialog>
    );
  }
  const { email } = invited.invitation;
  return (
    <Dialog key="invited" title={t.people.invitedTitle} onClose={onClose}>
      <div className="flex flex-col gap-4 px-5 pb-5">
        <p className="text-sm text-muted [overflow-wrap:anywhere]">
          {invited.sent ? t.people.invitedSent(email) : t.people.invitedText(email)}
        </p>
        <SecretBox label={t.people.link} text={invited.link} testId="invitation-link" />
        <Button look="primary" className="self-end" onClick={onClose}>
          {t.people.done}
        </Button>
      </div>
    </Dialog>
  );
}

interface InviteFormProps {
  onInvited: (invited: Invited) => void;
  onCancel: () => void;
}

function InviteForm({ onInvited, onCancel }: InviteFormProps) {
  const t = useText();
  const client = useQueryClient();
  const roles = rolesFor(useSession().data?.caller);
  const { form, field, values, set, errorOf, problem, busy, wait } = useForm({
    initial: { email: '', role: 'member' },
    check: ({ email }) => wrong({ email: emailLike(t, email) }),
    async send({ email, role }) {
      onInvited(await invite(email.trim(), role as Role));
      void client.invalidateQueries({ queryKey: EVERYBODY });
    },
    fieldOf: (problem) => (problem.code === 'email_taken' ? { email: t.people.hereAlready } : {}),
  });
  return (
    <form {...form} className="flex flex-col gap-4 px-5 pb-5">
      <p className="text-sm text-muted">{t.people.inviteText}</p>
      <Field
        {...field('email')}
        label={t.people.email}
        type="email"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
        autoFocus
      />
      <Select
        label={t.people.role}
        value={values.role}
        error={errorOf('role')}
        hint={t.people.roleText[values.role as Role]}
        choices={roles.map((role) => ({ value: role, label: t.roles[role] }))}
        onChoose={(role) => set('role', role)}
      />
      <FormEnd problem={problem} busy={busy} wait={wait} onCancel={onCancel}>
        {t.people.send}
      </FormEnd>
    </form>
  );
}
