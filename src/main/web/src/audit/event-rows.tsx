import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import type { AuditEvent } from '../wire/types';
import { actionName } from './action-name';
import { useNames } from './use-names';

interface EventRowsProps {
  events: readonly AuditEvent[];
  onOpen: (event: AuditEvent) => void;
}

const CELL = 'py-2.5 pr-4 align-top';
const WIDE = `${CELL} hidden md:table-cell`;

export function EventRows({ events, onOpen }: EventRowsProps) {
  const t = useText();
  const formats = useFormats();
  const nameOf = useNames();
  return (
    <table className="mt-4 w-full table-fixed text-left text-sm">
      <thead className="border-b border-line text-xs font-medium text-muted">
        <tr className="h-9">
          <th scope="col" className="hidden w-44 font-medium md:table-cell">
            {t.audit.at}
          </th>
          <th scope="col" className="font-medium">
            {t.audit.action}
          </th>
          <th scope="col" className="hidden font-medium md:table-cell">
            {t.audit.actor}
          </th>
          <th scope="col" className="hidden font-medium lg:table-cell">
            {t.audit.target}
          </th>
          <th scope="col" className="hidden w-32 font-medium md:table-cell">
            {t.audit.address}
          </th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => {
          const when = formats.dateTime(event.at);
          const what = event.target === '' ? '' : nameOf(event.target);
          const who = nameOf(event.actor);
          return (
            <tr
              key={event.seq}
              onClick={() => onOpen(event)}
              className="cursor-pointer border-b border-line hover:bg-hover/60"
            >
              <td className={`${WIDE} whitespace-nowrap tabular-nums text-muted`}>{when}</td>
              <td className={CELL}>
                <button
                  type="button"
                  aria-label={t.audit.open(actionName(t, event.action), when)}
                  onClick={(click) => {
                    click.stopPropagation();
                    onOpen(event);
                  }}
                  className="coarse:py-1 text-left font-medium hover:text-accent"
                >
                  {actionName(t, event.action)}
                </button>
                <span className="block truncate text-xs text-muted md:hidden">
                  {who} · {when}
                </span>
              </td>
              <td className={`${WIDE} truncate`} title={who}>
                {who}
              </td>
              <td className={`${CELL} hidden truncate text-muted lg:table-cell`} title={what}>
                {what}
              </td>
              <td className={`${WIDE} truncate tabular-nums text-muted`}>{event.address}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
