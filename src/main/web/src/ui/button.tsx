import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { classes } from './classes';

type Look = 'primary' | 'plain' | 'quiet' | 'danger';

const LOOKS: Record<Look, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover font-medium',
  plain:
    'bg-surface text-ink border border-line hover:border-line-strong hover:bg-hover shadow-low',
  quiet: 'text-muted hover:text-ink hover:bg-hover',
  danger: 'bg-surface text-danger border border-line hover:border-danger hover:bg-danger-soft',
};

export const buttonClass = (look: Look, small = false): string =>
  classes(
    'inline-flex items-center justify-center gap-2 rounded-lg select-none transition-colors',
    'disabled:opacity-50 disabled:cursor-not-allowed whitespace-nowrap',
    small ? 'h-8 px-2.5 text-sm coarse:h-11' : 'h-9 px-3.5 text-sm coarse:h-11',
    LOOKS[look],
  );

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look; small?: boolean };

export function Button({ look = 'plain', small = false, className, type, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      className={classes(buttonClass(look, small), className)}
    />
  );
}

type IconButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  label: string;
  children: ReactNode;
};

export function IconButton({ label, className, children, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={label}
      className={classes(
        'inline-flex size-8 coarse:size-11 shrink-0 items-center justify-center rounded-lg text-muted',
        'hover:bg-hover hover:text-ink transition-colors disabled:opacity-40 disabled:cursor-not-allowed',
        className,
      )}
    >
      {children}
    </button>
  );
}
