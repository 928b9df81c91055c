import { Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { useText } from '../platform/i18n';
import { IconButton } from './button';
import { Field } from './field';

type PasswordFieldProps = Omit<ComponentProps<typeof Field>, 'type' | 'end'> & {
  autoComplete: 'current-password' | 'new-password';
};

/** A password that can be looked at while it is typed. */
export function PasswordField(props: PasswordFieldProps) {
  const t = useText();
  const [shown, setShown] = useState(false);
  return (
    <Field
      {...props}
      type={shown ? 'text' : 'password'}
      spellCheck={false}
      autoCapitalize="none"
      end={
        <IconButton
          label={shown ? t.form.hidePassword : t.form.showPassword}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
          className="coarse:size-10"
        >
          {shown ? <EyeOff size={17} /> : <Eye size={17} />}
        </IconButton>
      }
    />
  );
}
