import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { problemIn } from '../platform/problem';
import { go } from '../platform/router';
import { useSession } from '../platform/session';
import { type Refusal, refusalOf } from '../reader/file-kinds';
import { sendFile } from '../reader/send-file';
import { isPending } from '../reader/states';
import type { Document, Problem } from '../wire/types';
import {
  createConversation,
  deleteGiven,
  givenAt,
  keys,
  listGiven,
  newIdempotencyKey,
} from './api';
import { moveDraft } from './use-draft';

const POLL_MS = 1_000;
const LIMIT_UNTIL_KNOWN = 50 * 1024 * 1024;

/** A file on its way to the server, or what kept it from going. */
export interface Going {
  key: string;
  name: string;
  size: number;
  sent: number;
  refusal?: Refusal;
  problem?: Problem;
}

/**
 * The documents of a conversation. Those of one that has not begun begin it, because they are read
 * while the question is typed.
 */
export function useGiven(id: string | null, assistant: string | undefined) {
  const client = useQueryClient();
  const session = useSession();
  const limit = session.data?.upload_limit_bytes ?? LIMIT_UNTIL_KNOWN;
  const [going, setGoing] = useState<readonly Going[]>([]);
  const begun = useRef<Promise<string> | null>(null);
  const query = useQuery<Document[]>({
    queryKey: keys.given(id ?? ''),
    queryFn: ({ signal }) => listGiven(id ?? '', signal),
    enabled: id !== null,
    refetchInterval: ({ state }) =>
      state.data?.some((one) => isPending(one.state)) ? POLL_MS : false,
  });
  const change = useCallback(
    (key: string, next: Partial<Going>) =>
      setGoing((all) => all.map((one) => (one.key === key ? { ...one, ...next } : one))),
    [],
  );
  const drop = useCallback(
    (key: string) => setGoing((all) => all.filter((one) => one.key !== key)),
    [],
  );

  const begin = useCallback(async (): Promise<string> => {
    if (id !== null) return id;
    begun.current ??= createConversation(assistant, newIdempotencyKey()).then((made) => made.id);
    try {
      return await begun.current;
    } catch (error) {
      begun.current = null;
      throw error;
    }
  }, [id, assistant]);

  const send = useCallback(
    async (file: File, key: string) => {
      try {
        const conversation = await begin();
        await sendFile(
          { name: file.name, file, to: givenAt(conversation), base: '' },
          (sent) => change(key, { sent }),
          new AbortController().signal,
        );
        await client.invalidateQueries({ queryKey: keys.given(conversation) });
        drop(key);
        if (location.pathname === '/') {
          moveDraft(conversation);
          begun.current = null;
          void client.invalidateQueries({ queryKey: keys.lists });
          go(`/c/${conversation}`, { replace: true });
        }
      } catch (error) {
        change(key, { problem: problemIn(error) });
      }
    },
    [begin, change, drop, client],
  );
  const add = useCallback(
    (files: readonly File[]) => {
      for (const file of files) {
        const key = newIdempotencyKey();
        const refusal = refusalOf(file.name, file.size, limit);
        const one = { key, name: file.name, size: file.size, sent: 0 };
        setGoing((all) => [...all, refusal ? { ...one, refusal } : one]);
        if (refusal === null) void send(file, key);
      }
    },
    [limit, send],
  );
  const remove = useCallback(
    async (document: Document) => {
      if (id === null) return;
      client.setQueryData<Document[]>(keys.given(id), (all) =>
        all?.filter((one) => one.id !== document.id),
      );
      await deleteGiven(id, document.id).catch(() => undefined);
      await client.invalidateQueries({ queryKey: keys.given(id) });
    },
    [client, id],
  );
  const documents = query.data ?? [];
  const busy =
    going.some((one) => !one.refusal && !one.problem) ||
    documents.some((one) => isPending(one.state));
  return { documents, going, add, drop, remove, busy };
}

export type Given = ReturnType<typeof useGiven>;
