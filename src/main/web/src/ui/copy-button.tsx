import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { copyText } from '../platform/clipboard';
import { useText } from '../platform/i18n';
import { IconButton } from './button';

export function CopyButton({ text, label }: { text: () => string; label?: string }) {
  const t = useText();
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(false), 1_600);
    return () => clearTimeout(timer);
  }, [done]);
  return (
    <>
      <IconButton
        label={done ? t.common.copied : (label ?? t.common.copy)}
        onClick={() => void copyText(text()).then(setDone)}
      >
        {done ? <Check size={16} className="text-accent" /> : <Copy size={16} />}
      </IconButton>
      <span role="status" className="sr-only">
        {done ? t.common.copied : ''}
      </span>
    </>
  );
}
