import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from '../platform/http';
import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { CallFailed, problemIn } from '../platform/problem';
import { Link } from '../platform/router';
import { tokens } from '../platform/sign-in';
import { useTitle } from '../platform/title';
import { buttonClass } from '../ui/button';
import { Empty, ProblemNote, Skeleton } from '../ui/notes';
import type { SharedConversation } from '../wire/types';

/** A conversation as somebody shared it, for whoever has the link. */
export function SharedPage({ token }: { token: string }) {
  const t = useText();
  const formats = useFormats();
  useNoIndex();
  const query = useQuery({ queryKey: ['shared', token], queryFn: () => read(token) });
  useTitle(query.data?.title || t.share.page);
  const gone = query.isError && [400, 401, 404].includes(problemIn(query.error).status);
  return (
    <main className="mx-auto min-h-dvh max-w-[46rem] px-4 py-8 sm:px-6">
      {query.isPending && <Skeleton lines={8} />}
      {gone && (
        <Empty
          title={t.share.gone}
          actions={
            <Link to="/sign-in" className={buttonClass('primary')}>
              {t.share.signIn}
            </Link>
          }
        >
          {t.share.goneText}
        </Empty>
      )}
      {query.isError && !gone && (
        <ProblemNote problem={problemIn(query.error)} retry={() => void query.refetch()} />
      )}
      {query.data && (
        <>
          <h1 className="text-xl font-semibold [overflow-wrap:anywhere]">{query.data.title}</h1>
          <p className="mb-8 mt-1 text-sm text-muted">
            {t.share.sharedOn(formats.dateTime(query.data.created_at))}
            {query.data.assistant && ` · ${t.assistants.answeredBy(query.data.assistant)}`}
          </p>
          <Said conversation={query.data} />
        </>
      )}
    </main>
  );
}

function Said({ conversation }: { conversation: SharedConversation }) {
  const t = useText();
  return (
    <div className="flex flex-col gap-7">
      {conversation.messages.map((message, at) =>
        message.role === 'user' ? (
          <article
            // biome-ignore lint/suspicious/noArrayIndexKey: a snapshot never changes
            key={at}
            aria-label={t.chat.you}
            className="ml-auto max-w-[88%] whitespace-pre-wrap rounded-2xl rounded-br-md bg-hover px-4 py-2.5 [overflow-wrap:anywhere]"
          >
            {message.text}
          </article>
        ) : (
          <article
            // biome-ignore lint/suspicious/noArrayIndexKey: a snapshot never changes
            key={at}
            aria-label={message.role === 'agent' ? t.handover.somebody : t.chat.answer}
            className="leading-[1.75]"
          >
            {message.role === 'agent' && (
              <p className="text-sm font-medium">{t.handover.somebody}</p>
            )}
            <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{message.text}</p>
            {message.citations.length > 0 && (
              <ol className="mt-3 flex flex-col gap-2 border-l-2 border-line pl-3 text-sm text-muted">
                {message.citations.map((one) => (
                  <li key={one.number}>
                    [{one.number}] “{one.quote}”
                  </li>
                ))}
              </ol>
            )}
          </article>
        ),
      )}
    </div>
  );
}

/** Everybody's first; where the workspace keeps it to its people, as one of them. */
async function read(token: string): Promise<SharedConversation> {
  const name = encodeURIComponent(token);
  try {
    return await call<SharedConversation>(`/api/v1/shared/${name}`, { open: true });
  } catch (error) {
    if (!(error instanceof CallFailed) || error.problem.status !== 404) throw error;
    if (tokens.store.get().refused) throw error;
    return call<SharedConversation>(`/api/v1/chat/shared/${name}`);
  }
}

/** A link is for those who were given it and for no search engine. */
function useNoIndex(): void {
  useEffect(() => {
    const meta = document.createElement('meta');
    meta.name = 'robots';
    meta.content = 'noindex, nofollow';
    document.head.append(meta);
    return () => meta.remove();
  }, []);
}
