// What the server reads, by the endings it knows: documents, then text as it is.
const READABLE: ReadonlySet<string> = new Set(
  (
    'pdf docx docm dotx pptx pptm ppsx potx xlsx xlsm xltx epub eml md markdown mdx mdown mkd html htm xhtml txt text log rst adoc asciidoc org srt vtt ' +
    'csv tsv json jsonl ndjson yaml yml toml xml ini conf properties sql sh java py js ts tsx jsx go rs c h ' +
    'cpp hpp cs rb php kt swift scala css proto tf'
  ).split(' '),
);

export const ACCEPT = [...READABLE].map((ending) => `.${ending}`).join(',');

export const SHOWN_KINDS = 'PDF, Word, PowerPoint, Excel, EPUB, e-mail, Markdown, HTML, text, code';

export type Refusal =
  | { kind: 'tooLarge'; bytes: number; limit: number }
  | { kind: 'unsupported'; ending: string }
  | { kind: 'empty' };

export function endingOf(name: string): string {
  const file = name.slice(name.lastIndexOf('/') + 1);
  const dot = file.lastIndexOf('.');
  return dot < 1 ? '' : file.slice(dot + 1).toLowerCase();
}

/** Why a file is not worth sending, or null when the server should see it. */
export function refusalOf(name: string, bytes: number, limit: number): Refusal | null {
  const ending = endingOf(name);
  if (!READABLE.has(ending)) return { kind: 'unsupported', ending };
  if (bytes === 0) return { kind: 'empty' };
  if (bytes > limit) return { kind: 'tooLarge', bytes, limit };
  return null;
}

// What systems leave in folders and nobody means to add.
const LITTER = /(^|\/)(\.[^/]*|Thumbs\.db|desktop\.ini|__MACOSX|node_modules)(\/|$)/i;

export const isLitter = (path: string): boolean => LITTER.test(path);
