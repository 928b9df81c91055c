import { useText } from '../platform/i18n';
import { useFormats } from '../platform/i18n/formats';
import { Badge } from '../ui/badge';
import { Button } from '../ui/button';
import { classes } from '../ui/classes';
import type { Price } from '../wire/types';
import { type Listed, priceOf } from './in-force';

interface PriceTableProps {
  listed: readonly Listed[];
  onChange: (price: Price) => void;
}

const CELL = 'px-3 py-2.5 align-top';
const MONEY = `${CELL} text-right whitespace-nowrap`;

export function PriceTable({ listed, onChange }: PriceTableProps) {
  const t = useText();
  return (
    <div className="mt-4 rounded-2xl border border-line bg-surface shadow-low">
      <table className="w-full text-left text-sm tabular-nums">
        <caption className="sr-only">{t.prices.title}</caption>
        <thead className="text-xs text-muted">
          <tr className="h-10 border-b border-line">
            <th scope="col" className="px-4 font-medium">
              {t.prices.model}
            </th>
            <th scope="col" className="whitespace-nowrap px-3 text-right font-medium">
              {t.prices.input}
            </th>
            <th
              scope="col"
              className="hidden whitespace-nowrap px-3 text-right font-medium md:table-cell"
            >
              {t.prices.cached}
            </th>
            <th scope="col" className="whitespace-nowrap px-3 text-right font-medium">
              {t.prices.output}
            </th>
            <th scope="col" className="hidden px-3 font-medium lg:table-cell">
              {t.prices.holds}
            </th>
            <th scope="col" className="hidden w-0 md:table-cell">
              <span className="sr-only">{t.prices.change}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {listed.map((one) => (
            <Row key={one.price.id} {...one} onChange={onChange} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ price, standing, onChange }: Listed & Pick<PriceTableProps, 'onChange'>) {
  const t = useText();
  const formats = useFormats();
  const { provider, model, per_million: tokens, per_request: request } = price;
  const over = standing === 'over' || standing === 'replaced';
  return (
    <tr
      data-standing={standing}
      className={classes('group border-b border-line last:border-b-0', over && 'text-muted')}
    >
      <th scope="row" className="w-full max-w-0 px-4 py-2.5 text-left font-normal">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <button
            type="button"
            aria-label={t.prices.changeOf(model)}
            onClick={() => onChange(price)}
            className={classes('max-w-full truncate coarse:py-2 md:hidden', !over && 'font-medium')}
          >
            {model}
          </button>
          <span className={classes('max-w-full truncate max-md:hidden', !over && 'font-medium')}>
            {model}
          </span>
          {price.recorded_at !== undefined && <Badge tone="good">{t.prices.ownBadge}</Badge>}
          {standing !== 'now' && <Badge>{t.prices.standing[standing]}</Badge>}
        </span>
        <span className="block truncate text-xs text-muted">
          {provider}
          {request > 0 && ` · ${t.prices.perCall(formats.price(request))}`}
        </span>
        <span className="block truncate text-xs text-muted lg:hidden">
          <Holds price={price} />
        </span>
      </th>
      <td className={MONEY}>{formats.price(tokens.input)}</td>
      <td className={`${MONEY} hidden text-muted md:table-cell`}>
        {formats.price(priceOf(tokens, 'cache_read'))}
      </td>
      <td className={MONEY}>{formats.price(tokens.output)}</td>
      <td className={`${CELL} hidden whitespace-nowrap text-muted lg:table-cell`}>
        <Holds price={price} />
        {price.source !== '' && (
          <span title={price.source} className="block max-w-44 truncate text-xs">
            {price.source.replace(/^https?:\/\//, '')}
          </span>
        )}
      </td>
      <td className="hidden py-1.5 pr-3 text-right align-top md:table-cell">
        <Button
          small
          look="quiet"
          aria-label={t.prices.changeOf(model)}
          onClick={() => onChange(price)}
        >
          {t.prices.change}
        </Button>
      </td>
    </tr>
  );
}

function Holds({ price }: { price: Price }) {
  const t = useText();
  const formats = useFormats();
  const from = formats.utcDate(price.from);
  return price.to === undefined
    ? t.prices.since(from)
    : t.prices.fromTo(from, formats.utcDate(price.to));
}
