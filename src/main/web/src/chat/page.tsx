import { useQueryClient } from '@tanstack/react-query';
import { MessageSquareOff } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useMemo } from 'react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { Link } from '../platform/router';
import { useShortcut } from '../platform/shortcuts';
import { onOtherTab } from '../platform/tabs';
import { useTitle } from '../platform/title';
import { buttonClass } from '../ui/button';
import { Empty, ProblemNote, Skeleton } from '../ui/notes';
import { keys } from './api';
import { AssistantLine } from './assistant-line';
import { Composer } from './composer';
import { ComposerNote } from './composer-note';
import { ConnectionBar } from './connection-bar';
import { HandoverLine } from './handover-line';
import { JudgedAnswers } from './judging';
import { SourcePanel } from './source-panel';
import { Spoken } from './spoken';
import { Thread } from './thread';
import { shownBy, threadItems } from './thread-items';
import { stopTurn, useAsking } from './use-asking';
import { useChosen } from './use-assistants';
import { useBranches } from './use-branches';
import { useConversation, useLiveTurn } from './use-conversation';
import { useDraft } from './use-draft';
import { useGiven } from './use-given';
import { useHandover } from './use-handover';
import { useImages } from './use-images';
import { useSource } from './use-source';
import { Welcome } from './welcome';

interface ChatPageProps {
  id: string | null;
  /** Where the first documents can be dropped; chat knows nothing of how. */
  firstDocuments: ReactNode;
}

export function ChatPage({ id, firstDocuments }: ChatPageProps) {
  const t = useText();
  const query = useConversation(id);
  const { chosen, choose } = useChosen();
  const { ask, retry, giveUp, sending } = useAsking(id, chosen);
  const [draft, setDraft] = useDraft(id);
  const images = useImages();
  const given = useGiven(id, chosen);
  const source = useSource();
  const detail = query.data;
  const live = useLiveTurn(detail?.running_turn?.id);
  const running = detail?.running_turn !== undefined && live?.state.end == null;
  useTitle(detail?.conversation.title || (id === null ? '' : t.list.untitled));
  useFreshWhenOthersWrite();

  const stop = useCallback(() => {
    if (source.open !== null) {
      source.close();
      return true;
    }
    if (!running || live === null) return false;
    void stopTurn(live.id);
    return true;
  }, [running, live, source]);
  useShortcut('stop', stop);

  const judged = useMemo(
    () => (id === null ? null : { id, all: detail?.feedback ?? [] }),
    [id, detail?.feedback],
  );
  const items = detail ? threadItems(detail, live) : [];
  const last = items.at(-1);
  const end = last?.kind === 'answer' ? last.id : undefined;
  const problem = sending?.problem ?? null;
  const gone = query.isError && [404, 422].includes(problemIn(query.error).status);
  const send = useCallback(
    (text: string) => {
      setDraft('');
      const shown = images.take();
      ask({ kind: 'ask', text: text.trim(), images: shown, ...(end && { parent: end }) });
    },
    [ask, setDraft, end, images],
  );
  const edit = useCallback(
    (question: string, text: string) => {
      const shown = detail ? shownBy(detail, question).map((one) => one.id) : [];
      ask({ kind: 'edit', question, text: text.trim(), shown });
    },
    [ask, detail],
  );
  const again = useCallback((question: string) => ask({ kind: 'again', question }), [ask]);
  const show = useBranches(id);
  const handover = useHandover(id, detail);

  return (
    <div className="flex h-full min-w-0">
      <div className="flex min-w-0 flex-1 flex-col">
        <h1 className="sr-only">{detail?.conversation.title || t.chat.title}</h1>
        <AssistantLine slug={detail?.conversation.assistant} />
        <ConnectionBar state={running ? live?.connection : undefined} />
        {gone ? (
          <Gone />
        ) : id === null && sending === null ? (
          <Welcome chosen={chosen} onChoose={choose} firstDocuments={firstDocuments} onAsk={send} />
        ) : id !== null && detail === undefined ? (
          <div className="mx-auto w-full max-w-[46rem] flex-1 px-6 pt-10">
            {query.isError ? (
              <ProblemNote problem={problemIn(query.error)} retry={() => void query.refetch()} />
            ) : (
              <Skeleton lines={7} />
            )}
          </div>
        ) : (
          <JudgedAnswers value={judged}>
            <Thread
              key={id ?? 'new'}
              conversation={id ?? ''}
              items={items}
              pending={sending?.asking.kind === 'ask' ? sending.asking.text : null}
              openSource={source.key}
              onOpen={source.show}
              onEdit={edit}
              onAgain={again}
              onShow={show}
              canAsk={!running && sending === null && detail?.handover === undefined}
              footer={
                problem && (
                  <ProblemNote
                    title={t.chat.notSent}
                    problem={problem}
                    retry={problem.status === 422 ? undefined : retry}
                  />
                )
              }
            />
          </JudgedAnswers>
        )}
        {!gone && (
          <div className="mx-auto w-full max-w-[46rem] px-3 pb-[max(0.5rem,env(safe-area-inset-bottom))] sm:px-6">
            {detail?.handover && (
              <HandoverLine
                handover={detail.handover}
                typing={handover.typing}
                onBack={handover.back}
              />
            )}
            <Composer
              draft={draft}
              onDraft={(next) => {
                setDraft(next);
                handover.onTyping();
                if (problem) giveUp();
              }}
              onSend={() => send(draft)}
              running={running && detail?.handover === undefined}
              stopping={live?.stopping ?? false}
              onStop={stop}
              followUp={id !== null}
              busy={sending !== null && problem === null}
              focusOn={id ?? ''}
              toPerson={detail?.handover !== undefined}
              images={detail?.handover === undefined ? images : undefined}
              given={detail?.handover === undefined ? given : undefined}
            />
            <ComposerNote
              onPerson={detail && detail.handover === undefined ? handover.ask : undefined}
            />
          </div>
        )}
        <Spoken live={live} />
      </div>
      <SourcePanel source={source} items={items} />
    </div>
  );
}

function Gone() {
  const t = useText();
  return (
    <div className="flex-1">
      <Empty
        icon={<MessageSquareOff size={22} />}
        title={t.chat.gone}
        actions={
          <Link to="/" className={buttonClass('primary')}>
            {t.list.newChat}
          </Link>
        }
      >
        {t.chat.goneText}
      </Empty>
    </div>
  );
}

function useFreshWhenOthersWrite(): void {
  const client = useQueryClient();
  useEffect(
    () =>
      onOtherTab((conversation) => {
        void client.invalidateQueries({ queryKey: keys.one(conversation) });
        void client.invalidateQueries({ queryKey: keys.lists });
      }),
    [client],
  );
}
