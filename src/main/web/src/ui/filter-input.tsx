import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../platform/i18n';
import { IconButton } from './button';

const TYPING_MS = 200;

interface FilterInputProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  className?: string;
}

/** A filter that is typed; tells what was typed when the reader pauses. */
export function FilterInput({ label, value, onChange, className }: FilterInputProps) {
  const t = useText();
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  const tell = useRef(onChange);
  tell.current = onChange;
  useEffect(() => {
    // It changed by other means than typing here.
    if (value !== sent.current) {
      sent.current = value;
      setTyped(value);
    }
  }, [value]);
  useEffect(() => {
    if (typed === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed;
      tell.current(typed);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <search className={`relative ${className ?? 'w-full sm:w-64'}`}>
      <Search
        size={15}
        className="pointer-events-none absolute left-3 top-1/2 -translate-y-1/2 text-faint"
        aria-hidden="true"
      />
      <input
        type="text"
        value={typed}
        aria-label={label}
        placeholder={label}
        onChange={(event) => setTyped(event.target.value)}
        className="h-9 coarse:h-11 w-full rounded-lg border border-line bg-surface pl-8.5 pr-9 text-sm focus:border-accent focus:outline-2 focus:-outline-offset-1 focus:outline-accent"
      />
      {typed !== '' && (
        <IconButton
          label={t.common.clear}
          className="absolute right-0.5 top-1/2 -translate-y-1/2"
          onClick={() => setTyped('')}
        >
          <X size={15} />
        </IconButton>
      )}
    </search>
  );
}
