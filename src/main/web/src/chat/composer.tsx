import { ArrowUp, Square } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useText } from '../platform/i18n';
import { useShortcut } from '../platform/shortcuts';
import { classes } from '../ui/classes';
import { AddFiles, DraftImages } from './draft-images';
import { GivenDocuments } from './given-documents';
import type { Given } from './use-given';
import type { Images } from './use-images';

const MAX_CHARS = 32_000;
const MAX_HEIGHT = 240;

interface ComposerProps {
  draft: string;
  onDraft: (draft: string) => void;
  onSend: () => void;
  /** An answer is being written; the button stops it. */
  running: boolean;
  stopping: boolean;
  onStop: () => void;
  followUp: boolean;
  busy: boolean;
  /** Changes when the box should take the focus. */
  focusOn: string;
  /** Absent where none can be shown. */
  images?: Images | undefined;
  /** Absent where none are read. */
  given?: Given | undefined;
  /** Whether a person reads what is sent. */
  toPerson?: boolean;
}

export function Composer(props: ComposerProps) {
  const { draft, onDraft, onSend, running, stopping, onStop, followUp, busy, focusOn } = props;
  const { toPerson = false, images, given } = props;
  const t = useText();
  const input = useRef<HTMLTextAreaElement>(null);
  const length = [...draft].length;
  const tooLong = length > MAX_CHARS;
  const reading = given?.busy ?? false;
  const canSend = draft.trim() !== '' && !tooLong && !running && !busy && !reading;
  const take = (files: readonly File[]) => {
    const shown = given ? files.filter((file) => file.type.startsWith('image/')) : files;
    if (shown.length > 0) images?.add(shown);
    given?.add(files.filter((file) => !shown.includes(file)));
  };
  useGrowing(input, draft);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves with the conversation
  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches) input.current?.focus({ preventScroll: true });
  }, [focusOn]);
  const focus = useRef(() => {
    input.current?.focus();
    return undefined;
  });
  useShortcut('input', focus.current);

  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    if (!matchMedia('(pointer: fine)').matches) return;
    event.preventDefault();
    if (canSend) onSend();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (canSend) onSend();
      }}
      onDragOver={(event) => {
        if (images && event.dataTransfer.types.includes('Files')) event.preventDefault();
      }}
      onDrop={(event) => {
        if (!images || event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        take([...event.dataTransfer.files]);
      }}
      className="rounded-2xl border border-line-strong bg-surface shadow-low transition-[border-color,box-shadow] focus-within:border-accent focus-within:shadow-card"
    >
      {given && <GivenDocuments given={given} />}
      {images && <DraftImages images={images} />}
      <div className="flex items-end gap-2 p-2 pl-4">
        {images && <AddFiles onFiles={take} />}
        <textarea
          ref={input}
          rows={1}
          value={draft}
          aria-label={t.chat.ask}
          aria-invalid={tooLong}
          placeholder={
            toPerson
              ? t.handover.placeholder
              : followUp
                ? t.chat.placeholderMore
                : t.chat.placeholder
          }
          onChange={(event) => onDraft(event.target.value)}
          onKeyDown={onKey}
          onPaste={(event) => {
            const files = [...event.clipboardData.files];
            if (!images || files.length === 0) return;
            event.preventDefault();
            take(files);
          }}
          className="min-h-9 coarse:min-h-11 flex-1 resize-none self-center bg-transparent py-1.5 coarse:py-2.5 text-base leading-6 focus:outline-none"
        />
        {running ? (
          <RoundButton
            label={stopping ? t.chat.stopping : t.chat.stop}
            disabled={stopping}
            onClick={onStop}
          >
            <Square size={14} fill="currentColor" strokeWidth={0} />
          </RoundButton>
        ) : (
          <RoundButton label={t.chat.send} disabled={!canSend} submit>
            <ArrowUp size={18} strokeWidth={2.25} />
          </RoundButton>
        )}
      </div>
      {tooLong && (
        <p role="alert" className="px-4 pb-3 text-sm text-danger">
          {t.chat.tooLong(length, MAX_CHARS)}
        </p>
      )}
    </form>
  );
}

interface RoundButtonProps {
  label: string;
  disabled: boolean;
  submit?: boolean;
  onClick?: () => void;
  children: React.ReactNode;
}

function RoundButton({ label, disabled, submit = false, onClick, children }: RoundButtonProps) {
  return (
    <button
      type={submit ? 'submit' : 'button'}
      title={label}
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
      className={classes(
        'inline-flex size-9 coarse:size-11 shrink-0 items-center justify-center rounded-xl transition-colors',
        'bg-accent text-on-accent hover:bg-accent-hover disabled:bg-hover disabled:text-faint disabled:cursor-not-allowed',
      )}
    >
      {children}
    </button>
  );
}

function useGrowing(input: RefObject<HTMLTextAreaElement | null>, text: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const area = input.current;
    if (area === null) return;
    area.style.height = 'auto';
    area.style.height = `${Math.min(MAX_HEIGHT, area.scrollHeight)}px`;
    area.style.overflowY = area.scrollHeight > MAX_HEIGHT ? 'auto' : 'hidden';
  }, [text]);
}
