import { ArrowUpRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../platform/i18n';
import { useSession } from '../platform/session';
import { AssistantChoice } from './assistant-choice';
import { DEFAULT, useAssistants } from './use-assistants';

interface WelcomeProps {
  /** Slug of the assistant; absent for the default one. */
  chosen: string | undefined;
  onChoose: (slug: string) => void;
  firstDocuments: ReactNode;
  onAsk: (text: string) => void;
}

const MOST = 3;

/** An empty conversation: what can be asked, and where documents go. */
export function Welcome({ chosen, onChoose, firstDocuments, onAsk }: WelcomeProps) {
  const t = useText();
  const session = useSession();
  const assistants = useAssistants();
  const own = assistants.find(({ slug }) => slug === (chosen ?? DEFAULT));
  const suggestions = own?.suggestions ?? session.data?.suggestions?.slice(0, MOST) ?? [];
  return (
    <div className="min-h-0 flex-1 relative overflow-y-auto">
      <div className="mx-auto flex min-h-full max-w-[46rem] flex-col justify-center px-4 py-10 sm:px-6">
        <AssistantChoice
          assistants={assistants}
          chosen={own ? own.slug : DEFAULT}
          onChoose={onChoose}
        />
        <h2 className="text-2xl font-semibold tracking-[-0.02em] text-balance [overflow-wrap:anywhere] sm:text-3xl">
          {own ? own.name : t.chat.welcome}
        </h2>
        <p className="mt-2 whitespace-pre-line text-muted [overflow-wrap:anywhere] sm:text-lg">
          {own?.greeting || t.chat.welcomeText}
        </p>
        {suggestions.length > 0 && (
          <ul aria-label={t.chat.suggestions} className="mt-8 flex flex-col">
            {suggestions.map((suggestion) => (
              <li key={suggestion} className="border-t border-line last:border-b">
                <button
                  type="button"
                  onClick={() => onAsk(suggestion)}
                  className="group flex w-full items-center justify-between gap-4 px-1 py-3.5 text-left transition-colors hover:text-accent"
                >
                  {suggestion}
                  <ArrowUpRight
                    size={17}
                    className="shrink-0 text-faint transition-colors group-hover:text-accent"
                    aria-hidden="true"
                  />
                </button>
              </li>
            ))}
          </ul>
        )}
        <div className="mt-8">{firstDocuments}</div>
      </div>
    </div>
  );
}
