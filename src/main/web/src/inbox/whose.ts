import { tokens } from '../platform/sign-in';
import type { InboxItem } from '../wire/types';

/** Who looks at the page; undefined for the person at the machine, who has no account. */
export const myself = (): string | undefined => tokens.store.get().token?.userId;

/** Whether the conversation is with who looks at the page. */
export const isMine = ({ handover }: InboxItem): boolean =>
  handover.state === 'claimed' && handover.agent_id === myself();
