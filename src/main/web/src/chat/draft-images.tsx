import { Paperclip, X } from 'lucide-react';
import { useRef } from 'react';
import { useText } from '../platform/i18n';
import { ACCEPT } from '../reader/file-kinds';
import { IconButton } from '../ui/button';
import { IMAGE_TYPES, type Images } from './use-images';

interface AddFilesProps {
  onFiles: (files: File[]) => void;
}

/** Chooses images for the next question, and documents for the conversation. */
export function AddFiles({ onFiles }: AddFilesProps) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        label={t.chat.addFiles}
        onClick={() => input.current?.click()}
        className="-ml-2 self-end"
      >
        <Paperclip size={18} />
      </IconButton>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={`${IMAGE_TYPES.join(',')},${ACCEPT}`}
        aria-label={t.chat.addFiles}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </>
  );
}

/** The images of the next question, to be looked at and taken away. */
export function DraftImages({ images: { images, fault, remove } }: { images: Images }) {
  const t = useText();
  return (
    <>
      {images.length > 0 && (
        <ul aria-label={t.chat.images} className="flex flex-wrap gap-3 px-3 pt-3">
          {images.map((image) => (
            <li key={image.url} className="relative">
              <img
                src={image.url}
                alt={image.file.name}
                className="size-16 coarse:size-20 rounded-lg border border-line object-cover"
              />
              <IconButton
                label={t.chat.removeImage(image.file.name)}
                onClick={() => remove(image)}
                className="absolute right-0 top-0 rounded-lg border border-line bg-surface"
              >
                <X size={14} />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {fault && (
        <p role="alert" className="px-4 pt-3 text-sm text-danger">
          {t.chat.imageFaults[fault]}
        </p>
      )}
    </>
  );
}
