import { useQueryClient } from '@tanstack/react-query';
import { ThumbsDown, ThumbsUp } from 'lucide-react';
import { createContext, useContext, useState } from 'react';
import { useText } from '../platform/i18n';
import { problemText } from '../platform/i18n/problem-text';
import { problemIn } from '../platform/problem';
import { toast } from '../platform/toasts';
import { IconButton } from '../ui/button';
import type { ConversationDetail, Feedback, Rating } from '../wire/types';
import { deleteFeedback, type Judgement, keys, putFeedback } from './api';
import { WhyDialog } from './why-dialog';

const Judged = createContext<{ id: string; all: readonly Feedback[] } | null>(null);

/** Tells the answers inside what was said of them. */
export const JudgedAnswers = Judged.Provider;

/** Whether an answer is good, changeable at any time; a bad one is asked why. */
export function Judging({ answerId }: { answerId: string }) {
  const t = useText();
  const judged = useContext(Judged);
  const [asking, setAsking] = useState(false);
  const put = useJudge(judged?.id ?? '', answerId);
  if (judged === null) return null;
  const mine = judged.all.find((one) => one.message_id === answerId);
  const press = (rating: Rating) => {
    if (mine?.rating === rating) void put(null);
    else void put({ rating });
    setAsking(rating === 'down' && mine?.rating !== 'down');
  };
  return (
    <>
      <IconButton
        label={t.chat.good}
        aria-pressed={mine?.rating === 'up'}
        onClick={() => press('up')}
      >
        <ThumbsUp size={15} fill={mine?.rating === 'up' ? 'currentColor' : 'none'} />
      </IconButton>
      <IconButton
        label={t.chat.bad}
        aria-pressed={mine?.rating === 'down'}
        onClick={() => press('down')}
      >
        <ThumbsDown size={15} fill={mine?.rating === 'down' ? 'currentColor' : 'none'} />
      </IconButton>
      {asking && (
        <WhyDialog
          onClose={() => setAsking(false)}
          onSend={(reason, text) => {
            setAsking(false);
            void put({ rating: 'down', ...(reason && { reason }), ...(text && { text }) }).then(
              () => toast(t.chat.thanks),
            );
          }}
        />
      )}
    </>
  );
}

function useJudge(id: string, answer: string): (wish: Judgement | null) => Promise<void> {
  const client = useQueryClient();
  const t = useText();
  return async (wish) => {
    try {
      const given = wish && (await putFeedback(id, answer, wish));
      if (wish === null) await deleteFeedback(id, answer);
      client.setQueryData<ConversationDetail>(
        keys.one(id),
        (detail) =>
          detail && {
            ...detail,
            feedback: [
              ...detail.feedback.filter((one) => one.message_id !== answer),
              ...(given ? [given] : []),
            ],
          },
      );
    } catch (error) {
      toast(problemText(t, problemIn(error)));
    }
  };
}
