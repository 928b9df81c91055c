import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../platform/i18n';
import { problemText } from '../platform/i18n/problem-text';
import { Link } from '../platform/router';
import { useRefusalText } from '../reader/refusal-text';
import { RowState } from '../reader/row-state';
import { IconButton } from '../ui/button';
import { Progress } from '../ui/progress';
import type { Given, Going } from './use-given';

/** The documents of a conversation, and those on their way to it. */
export function GivenDocuments({ given }: { given: Given }) {
  const t = useText();
  const { documents, going, drop, remove, busy } = given;
  if (documents.length === 0 && going.length === 0) return null;
  return (
    <div className="px-3 pt-3">
      <ul aria-label={t.chat.given} className="flex max-h-40 flex-wrap gap-2 overflow-y-auto">
        {documents.map((document) => (
          <Chip
            key={document.id}
            name={
              <Link to={`/documents/${document.id}`} className="hover:text-accent">
                {document.name}
              </Link>
            }
            label={document.name}
            onRemove={() => void remove(document)}
          >
            <RowState document={document} />
          </Chip>
        ))}
        {going.map((one) => (
          <Chip key={one.key} name={one.name} label={one.name} onRemove={() => drop(one.key)}>
            <GoingState going={one} />
          </Chip>
        ))}
      </ul>
      <p role="status" className="mt-1 text-xs text-muted empty:mt-0">
        {busy && t.chat.givenBusy}
      </p>
    </div>
  );
}

interface ChipProps {
  name: ReactNode;
  label: string;
  onRemove: () => void;
  children: ReactNode;
}

function Chip({ name, label, onRemove, children }: ChipProps) {
  const t = useText();
  return (
    <li className="flex min-w-0 max-w-full items-center gap-2 rounded-lg border border-line bg-canvas py-1 pl-3 pr-1 sm:max-w-64">
      <div className="min-w-0 flex-1">
        <p className="truncate text-sm font-medium">{name}</p>
        {children}
      </div>
      <IconButton label={t.chat.removeGiven(label)} onClick={onRemove}>
        <X size={15} />
      </IconButton>
    </li>
  );
}

function GoingState({ going }: { going: Going }) {
  const t = useText();
  const refusalText = useRefusalText();
  const why = going.refusal
    ? refusalText(going.refusal)
    : going.problem && problemText(t, going.problem);
  if (why) {
    return (
      <p role="alert" className="text-xs text-danger">
        {why}
      </p>
    );
  }
  const share = going.size > 0 ? going.sent / going.size : undefined;
  return <Progress label={t.chat.givenSending} share={share} className="my-1.5 w-32" />;
}
