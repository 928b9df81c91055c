import { useText } from '../platform/i18n';
import type { InboxConversation } from '../wire/types';
import { myself } from './whose';

/** Who else is here, and who types. */
export function HereLine({ one }: { one: InboxConversation }) {
  const t = useText();
  const me = myself();
  const nameOf = (id: string): string =>
    one.people.find((person) => person.id === id)?.name || t.inbox.somebody;
  const visitorTypes = one.presence.some(({ side, typing }) => side === 'user' && typing);
  const others = one.presence.filter(({ side, person }) => side === 'agent' && person !== me);
  const typing = others.find((other) => other.typing);
  const known = me === undefined ? [] : others.map(({ person }) => nameOf(person));
  const words = visitorTypes
    ? t.inbox.visitorTyping
    : me !== undefined && typing
      ? t.inbox.colleagueTyping(nameOf(typing.person))
      : known.length > 0
        ? t.inbox.looking(known.join(', '))
        : '';
  return (
    <p role="status" className="min-h-6 px-4 text-center text-xs text-muted sm:px-6">
      {words}
    </p>
  );
}
