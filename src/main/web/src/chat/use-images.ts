import { useCallback, useState } from 'react';

export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];
export const MOST_IMAGES = 4;
const MOST_BYTES = 5 * 1024 * 1024;

export type ImageFault = 'kind' | 'size' | 'count';

/** An image that is to be shown with the next question. */
export interface DraftImage {
  file: File;
  /** Of the browser's own; to be given back. */
  url: string;
}

/** The images of the next question, and why the last one was not taken. */
export function useImages() {
  const [images, setImages] = useState<readonly DraftImage[]>([]);
  const [fault, setFault] = useState<ImageFault | null>(null);
  const add = useCallback(
    (files: readonly File[]) => {
      const next = [...images];
      let wrong: ImageFault | null = null;
      for (const file of files) {
        if (!IMAGE_TYPES.includes(file.type)) wrong = 'kind';
        else if (file.size > MOST_BYTES) wrong = 'size';
        else if (next.length >= MOST_IMAGES) wrong = 'count';
        else next.push({ file, url: URL.createObjectURL(file) });
      }
      setImages(next);
      setFault(wrong);
    },
    [images],
  );
  const remove = useCallback((image: DraftImage) => {
    URL.revokeObjectURL(image.url);
    setImages((all) => all.filter((one) => one !== image));
    setFault(null);
  }, []);
  /** Takes them out. */
  const take = useCallback((): File[] => {
    for (const { url } of images) URL.revokeObjectURL(url);
    setImages([]);
    setFault(null);
    return images.map(({ file }) => file);
  }, [images]);
  return { images, fault, add, remove, take };
}

export type Images = ReturnType<typeof useImages>;
