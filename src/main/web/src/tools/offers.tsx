import { useText } from '../platform/i18n';
import { CheckLine } from '../ui/check-line';
import { Effect } from './effect';

/** Something that could become a tool. */
export interface Offer {
  id: string;
  name: string;
  description: string;
  effect: boolean;
  refused?: string | undefined;
}

interface OffersProps {
  offers: readonly Offer[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}

export function Offers({ offers, chosen, onChoose }: OffersProps) {
  const t = useText();
  const put = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    onChoose(next);
  };
  return (
    <fieldset>
      <legend className="text-sm font-medium">{t.tools.offers(offers.length)}</legend>
      <ul className="mt-2 max-h-96 overflow-y-auto rounded-lg border border-line">
        {offers.map((offer) => (
          <li
            key={offer.id}
            className="flex items-start justify-between gap-3 border-b border-line px-3 py-1.5 last:border-b-0"
          >
            {offer.refused === undefined ? (
              <CheckLine
                label={offer.name}
                hint={offer.description}
                checked={chosen.has(offer.id)}
                onChange={(on) => put(offer.id, on)}
              />
            ) : (
              <div className="py-1 text-sm text-muted">
                <p className="font-medium [overflow-wrap:anywhere]">{offer.name}</p>
                <p>{offer.refused}</p>
              </div>
            )}
            <span className="shrink-0 pt-1">
              <Effect effect={offer.effect} />
            </span>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
