import type { Catalogue } from '../platform/i18n';

/** What is wrong with the name of a tool or a server. */
export const nameFault = (t: Catalogue, name: string): string | undefined =>
  /^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(name.trim()) ? undefined : t.tools.nameBad;

/** A JSON object, or null for a text that is none; nothing stands for an empty one. */
export function objectIn(text: string): Record<string, unknown> | null {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
