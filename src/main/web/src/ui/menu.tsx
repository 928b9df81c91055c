import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { classes } from './classes';

export interface MenuItem {
  label: string;
  icon?: ReactNode;
  danger?: boolean;
  checked?: boolean;
  act: () => void;
}

interface MenuProps {
  label: string;
  trigger: ReactNode;
  items: MenuItem[];
  className?: string;
}

const WIDTH = 208;

export function Menu({ label, trigger, items, className }: MenuProps) {
  const [place, setPlace] = useState<{ left: number; top?: number; bottom?: number } | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();

  useEffect(() => {
    if (place === null) return;
    list.current?.querySelector<HTMLElement>('button')?.focus();
    const outside = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!list.current?.contains(target) && !button.current?.contains(target)) setPlace(null);
    };
    const away = () => setPlace(null);
    document.addEventListener('pointerdown', outside);
    window.addEventListener('resize', away);
    return () => {
      document.removeEventListener('pointerdown', outside);
      window.removeEventListener('resize', away);
    };
  }, [place]);

  const open = () => {
    const box = button.current?.getBoundingClientRect();
    if (!box) return;
    const left = Math.max(8, Math.min(box.right - WIDTH, window.innerWidth - WIDTH - 8));
    const below = window.innerHeight - box.bottom > items.length * 44 + 24;
    setPlace(
      below ? { left, top: box.bottom + 4 } : { left, bottom: window.innerHeight - box.top + 4 },
    );
  };
  const close = () => {
    setPlace(null);
    button.current?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      close();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        title={label}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={place !== null}
        aria-controls={place ? id : undefined}
        className={className}
        onClick={() => (place ? close() : open())}
      >
        {trigger}
      </button>
      {place !== null &&
        createPortal(
          <div
            ref={list}
            id={id}
            role="menu"
            tabIndex={-1}
            aria-label={label}
            onKeyDown={onKey}
            style={{ ...place, width: WIDTH }}
            className="enter fixed z-50 rounded-xl border border-line bg-surface p-1 shadow-card"
          >
            {items.map((item) => (
              <button
                key={item.label}
                type="button"
                role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
                aria-checked={item.checked}
                tabIndex={-1}
                onClick={() => {
                  close();
                  item.act();
                }}
                className={classes(
                  'flex w-full items-center gap-2.5 rounded-lg px-2.5 h-9 coarse:h-11 text-sm text-left',
                  'hover:bg-hover focus:bg-hover focus:outline-none',
                  item.danger ? 'text-danger' : 'text-ink',
                  item.checked === true && 'font-medium text-accent',
                )}
              >
                {item.icon}
                {item.label}
              </button>
            ))}
          </div>,
          // Whatever stands outside an open modal dialog cannot be used.
          button.current?.closest('dialog') ?? document.body,
        )}
    </>
  );
}
