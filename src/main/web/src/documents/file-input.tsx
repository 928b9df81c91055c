import { type ReactNode, useRef } from 'react';
import { ACCEPT } from '../reader/file-kinds';

interface FileInputProps {
  label: string;
  folder?: boolean;
  onFiles: (files: FileList | null) => void;
  children: (open: () => void) => ReactNode;
}

/** A hidden file input and whatever opens it. */
export function FileInput({ label, folder = false, onFiles, children }: FileInputProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={label}
        accept={folder ? undefined : ACCEPT}
        {...(folder && { webkitdirectory: '' })}
        onChange={(event) => {
          onFiles(event.target.files);
          event.target.value = '';
        }}
      />
      {children(() => input.current?.click())}
    </>
  );
}
