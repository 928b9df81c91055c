export interface SafeLink {
  href: string;
  host: string;
}

/** A link a model may have written: web and mail addresses only, with the host to show. */
export function safeLink(url: string): SafeLink | null {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return null;
  }
  switch (parsed.protocol) {
    case 'http:':
    case 'https:':
      if (parsed.username !== '' || parsed.password !== '') return null;
      return { href: parsed.href, host: parsed.host };
    case 'mailto:':
      return { href: parsed.href, host: '' };
    default:
      return null;
  }
}

/** A document's address where it is one of the web. */
export function webLink(url: string | undefined): SafeLink | null {
  const link = url === undefined ? null : safeLink(url);
  return link && link.host !== '' ? link : null;
}
