import { FileUp } from 'lucide-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useText } from '../platform/i18n';
import { classes } from '../ui/classes';

interface DropAreaProps {
  /** Absent where nothing is taken. */
  onDrop: ((transfer: DataTransfer) => void) | undefined;
  className?: string;
  children: ReactNode;
}

/** Takes files and folders anywhere on it, and shows that it does while they hang over it. */
export function DropArea({ onDrop, className, children }: DropAreaProps) {
  const t = useText();
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const hasFiles = (event: DragEvent): boolean =>
    onDrop !== undefined && event.dataTransfer.types.includes('Files');
  const move = (by: number) => {
    depth.current = Math.max(0, depth.current + by);
    setOver(depth.current > 0);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same can be done with the buttons inside
    <div
      className={classes('relative', className)}
      onDragEnter={(event) => hasFiles(event) && move(1)}
      onDragLeave={(event) => hasFiles(event) && move(-1)}
      onDragOver={(event) => hasFiles(event) && event.preventDefault()}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        move(-depth.current);
        onDrop?.(event.dataTransfer);
      }}
    >
      {children}
      {over && (
        <div className="enter pointer-events-none absolute inset-2 z-20 flex items-center justify-center rounded-2xl border-2 border-dashed border-accent bg-accent-soft/90">
          <p className="flex items-center gap-2.5 text-lg font-medium text-accent">
            <FileUp size={22} aria-hidden="true" />
            {t.documents.dropRelease}
          </p>
        </div>
      )}
    </div>
  );
}
