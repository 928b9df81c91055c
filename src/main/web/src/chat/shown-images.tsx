import { useQuery } from '@tanstack/react-query';
import { ImageOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '../platform/i18n';
import type { AttachedFile, Attachment } from '../wire/types';

interface ShownImagesProps {
  images: readonly Attachment[];
  /** Gets the file of one. */
  get: (id: string, signal: AbortSignal) => Promise<AttachedFile>;
  className: string;
}

/** What a question shows. */
export function ShownImages({ images, get, className }: ShownImagesProps) {
  const t = useText();
  return (
    <ul aria-label={t.chat.images} className={`flex flex-wrap gap-2 ${className}`}>
      {images.map((image) => (
        <li key={image.id}>
          <ShownImage image={image} get={get} />
        </li>
      ))}
    </ul>
  );
}

function ShownImage({ image, get }: { image: Attachment; get: ShownImagesProps['get'] }) {
  const { data, isError } = useQuery({
    queryKey: ['image', image.id],
    queryFn: ({ signal }) => get(image.id, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const url = useBlobUrl(data?.base64, image.media_type);
  const box = 'flex size-32 items-center justify-center rounded-xl border border-line bg-surface';
  if (isError) {
    return (
      <span role="img" aria-label={image.name} className={`${box} text-muted`}>
        <ImageOff size={20} aria-hidden="true" />
      </span>
    );
  }
  if (url === null) return <span className={`${box} skeleton`} />;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      <img
        src={url}
        alt={image.name}
        className="max-h-64 min-h-12 min-w-12 max-w-full rounded-xl border border-line object-contain"
      />
    </a>
  );
}

function useBlobUrl(base64: string | undefined, type: string): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (base64 === undefined) return;
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const made = URL.createObjectURL(new Blob([bytes], { type }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [base64, type]);
  return url;
}
