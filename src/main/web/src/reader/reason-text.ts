import type { Catalogue } from '../platform/i18n';
import type { Document } from '../wire/types';

/** Why a document failed: in the reader's language where the code is known. */
export function reasonText(t: Catalogue, document: Document): string {
  const { error } = document;
  if (error === undefined) return t.documents.failed;
  const said = t.reasons[error.code] ?? error.message;
  return document.version > 0 ? `${said} ${t.documents.earlierAnswers}` : said;
}
