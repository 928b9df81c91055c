import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { classes } from './classes';

export interface MenuItem {
  label: string;
  icon?: ReactNode;
  danger?: boolean;
  checked?: boolean;
  /** Choices of one group stand side by side under its name, set off from the rest. */
  group?: string;
  act: () => void;
}

interface MenuProps {
  label: string;
  trigger: ReactNode;
  items: MenuItem[];
  className?: string;
}

const WIDTH = 256;
const ROW_PX = 44;

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
    const below = window.innerHeight - box.bottom > partsOf(items).length * ROW_PX + 24;
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
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
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
            {partsOf(items).map((part) =>
              Array.isArray(part) ? (
                <div
                  key={part[0]?.group}
                  role="group"
                  aria-label={part[0]?.group}
                  className="my-1 border-y border-line px-1 py-2 [&+&]:-mt-2 [&+&]:border-t-0 [&+&]:pt-0"
                >
                  <div className="flex gap-0.5 rounded-lg bg-panel p-0.5">
                    {part.map((item) => (
                      <Choice key={item.label} item={item} close={close} />
                    ))}
                  </div>
                </div>
              ) : (
                <Item key={part.label} item={part} close={close} />
              ),
            )}
          </div>,
          // Whatever stands outside an open modal dialog cannot be used.
          button.current?.closest('dialog') ?? document.body,
        )}
    </>
  );
}

type Part = MenuItem | MenuItem[];

/** Items one by one, those of a group together. */
function partsOf(items: readonly MenuItem[]): Part[] {
  const parts: Part[] = [];
  for (const item of items) {
    const last = parts.at(-1);
    if (item.group === undefined) parts.push(item);
    else if (Array.isArray(last) && last[0]?.group === item.group) last.push(item);
    else parts.push([item]);
  }
  return parts;
}

interface ItemProps {
  item: MenuItem;
  close: () => void;
}

function Item({ item, close }: ItemProps) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      onClick={() => {
        close();
        item.act();
      }}
      className={classes(
        'flex w-full items-center gap-2.5 rounded-lg px-2.5 h-9 coarse:h-11 text-sm text-left',
        'hover:bg-hover focus:bg-hover focus:outline-none',
        item.danger ? 'text-danger' : 'text-ink',
      )}
    >
      {item.icon}
      {item.label}
    </button>
  );
}

function Choice({ item, close }: ItemProps) {
  return (
    <button
      type="button"
      role="menuitemradio"
      aria-checked={item.checked ?? false}
      tabIndex={-1}
      onClick={() => {
        close();
        item.act();
      }}
      className={classes(
        'flex min-w-0 flex-1 items-center justify-center gap-1 rounded-md px-0.5 h-8 coarse:h-11 text-xs',
        'focus-visible:outline-2 focus-visible:outline-accent',
        item.checked
          ? 'bg-surface font-medium text-accent shadow-low'
          : 'text-muted hover:text-ink',
      )}
    >
      {item.icon}
      <span className="truncate">{item.label}</span>
    </button>
  );
}
