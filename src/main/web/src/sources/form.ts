import type { Source, SourceKind, SourceRequest } from '../wire/types';

export const KINDS: readonly SourceKind[] = [
  'site',
  'sitemap',
  'page',
  'feed',
  'archive',
  'folder',
  'bucket',
];

export const onTheWeb = (kind: SourceKind): boolean =>
  kind === 'site' || kind === 'sitemap' || kind === 'page' || kind === 'feed';

export type SourceValues = ReturnType<typeof valuesOf>;

/** What is chosen, not written. */
export interface Chosen {
  /** Empty for the first one that is theirs to change. */
  base: string;
  allVersions: boolean;
}

const DEFAULTS = { pages: '500', depth: '5', megabytes: '200', minutes: '60', hours: '24' };

/** What the form shows for a source, or for a new one. */
export function valuesOf(source: Source | null) {
  const limits = source?.limits;
  return {
    name: source?.name ?? '',
    address: source?.address ?? '',
    folder: source?.folder ?? '',
    bucket: source?.bucket ?? '',
    region: source?.region ?? '',
    published: source?.published ?? '',
    include: source?.include.join('\n') ?? '',
    exclude: source?.exclude.join('\n') ?? '',
    pages: limits ? String(limits.pages) : DEFAULTS.pages,
    depth: limits ? String(limits.depth) : DEFAULTS.depth,
    megabytes: limits ? String(limits.megabytes) : DEFAULTS.megabytes,
    minutes: limits ? String(limits.minutes) : DEFAULTS.minutes,
    pause_ms: limits && limits.pause_ms > 0 ? String(limits.pause_ms) : '',
    every_hours: source ? String(source.every_hours ?? '') : DEFAULTS.hours,
    access_key: '',
    secret_key: '',
  };
}

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The whole number of a field; undefined for an empty one, null for anything else. */
export function wholeNumber(text: string): number | null | undefined {
  if (text.trim() === '') return undefined;
  return /^\d{1,6}$/.test(text.trim()) ? Number(text) : null;
}

/** What the server is sent; fields that do not belong to the kind are left out. */
export function requestOf(
  kind: SourceKind,
  values: SourceValues,
  chosen: Chosen,
  before: Source | null,
): SourceRequest {
  const limits = {
    pages: Number(values.pages),
    depth: kind === 'site' ? Number(values.depth) : (before?.limits.depth ?? 5),
    megabytes: Number(values.megabytes),
    minutes: Number(values.minutes),
    pause_ms: wholeNumber(values.pause_ms) ?? 0,
  };
  const hours = wholeNumber(values.every_hours);
  return {
    name: values.name.trim(),
    ...(!before && { kind }),
    ...(!before && chosen.base !== '' && { base: chosen.base }),
    address: values.address.trim(),
    ...(!onTheWeb(kind) && { folder: values.folder.trim(), published: values.published.trim() }),
    ...(kind === 'bucket' && { bucket: values.bucket.trim(), region: values.region.trim() }),
    include: lines(values.include),
    exclude: lines(values.exclude),
    all_versions: chosen.allVersions,
    limits,
    ...(hours ? { every_hours: hours } : {}),
    ...(kind === 'bucket' &&
      values.access_key.trim() !== '' && {
        access_key: values.access_key.trim(),
        secret_key: values.secret_key.trim(),
      }),
  };
}
