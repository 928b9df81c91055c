import type { PhrasingContent } from 'mdast';
import { Fragment, type ReactNode } from 'react';
import { safeLink } from '../../platform/safe-link';
import { showMarkers, splitMarkers } from './cite';

export type RenderCitation = (number: number, key: string) => ReactNode;

/** What stands in a line. HTML and images of the model are never shown as such. */
export function inline(nodes: readonly PhrasingContent[], cite: RenderCitation): ReactNode {
  return nodes.map((node, at) => {
    const key = String(at);
    return <Fragment key={key}>{one(node, cite, key)}</Fragment>;
  });
}

function one(node: PhrasingContent, cite: RenderCitation, key: string): ReactNode {
  switch (node.type) {
    case 'text':
      return splitMarkers(node.value).map((piece, at) =>
        typeof piece === 'number' ? cite(piece, `${key}.${at}`) : piece,
      );
    case 'strong':
      return <strong className="font-semibold">{inline(node.children, cite)}</strong>;
    case 'emphasis':
      return <em>{inline(node.children, cite)}</em>;
    case 'delete':
      return <del>{inline(node.children, cite)}</del>;
    case 'inlineCode':
      return (
        <code className="rounded-[5px] bg-hover px-1.5 py-0.5 font-mono text-[0.875em]">
          {showMarkers(node.value)}
        </code>
      );
    case 'break':
      return <br />;
    case 'link':
      return (
        <ModelLink url={node.url} said={plain(node.children)}>
          {inline(node.children, cite)}
        </ModelLink>
      );
    case 'linkReference':
      return inline(node.children, cite);
    case 'image':
    case 'imageReference':
      return node.alt ? <span className="text-muted">{showMarkers(node.alt)}</span> : null;
    default:
      return null;
  }
}

const plain = (nodes: readonly PhrasingContent[]): string =>
  nodes.map((node) => ('value' in node ? node.value : '')).join('');

interface ModelLinkProps {
  url: string;
  /** The words of the link; an address that is said need not be said again. */
  said: string;
  children: ReactNode;
}

function ModelLink({ url, said, children }: ModelLinkProps) {
  const link = safeLink(showMarkers(url));
  if (link === null) return children;
  return (
    <a
      href={link.href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="text-accent underline decoration-accent/40 underline-offset-3 hover:decoration-accent"
    >
      {children}
      {link.host !== '' && link.host !== safeLink(said)?.host && (
        <span className="ml-1 inline text-[0.8em] text-muted no-underline">({link.host})</span>
      )}
    </a>
  );
}
