import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import type { Refusal } from './file-kinds';

export function useRefusalText(): (refusal: Refusal) => string {
  const t = useText();
  const formats = useFormats();
  return (refusal) => {
    switch (refusal.kind) {
      case 'tooLarge':
        return t.uploads.tooLarge(formats.bytes(refusal.bytes), formats.bytes(refusal.limit));
      case 'unsupported':
        return t.uploads.unsupported(refusal.ending);
      case 'empty':
        return t.uploads.empty;
    }
  };
}
