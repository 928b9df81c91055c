import { useQuery } from '@tanstack/react-query';
import { problemIn } from '../platform/problem';
import { ProblemNote, Skeleton } from '../ui/notes';
import { getMe, keys } from './api';
import { PasswordSection } from './password-section';
import { SessionsSection } from './sessions-section';
import { TotpSection } from './totp-section';

export function SecurityTab() {
  const me = useQuery({ queryKey: keys.me, queryFn: ({ signal }) => getMe(signal) });
  if (me.isError) {
    return (
      <ProblemNote className="mt-6" problem={problemIn(me.error)} retry={() => void me.refetch()} />
    );
  }
  if (!me.data) return <Skeleton lines={8} className="mt-8" />;
  return (
    <>
      <PasswordSection email={me.data.email} />
      <TotpSection on={me.data.totp} />
      <SessionsSection />
    </>
  );
}
