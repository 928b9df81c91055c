import {
  Bot,
  ChartColumn,
  type LucideIcon,
  ScrollText,
  ShieldCheck,
  SlidersHorizontal,
  Tags,
  UsersRound,
  Wallet,
  Waypoints,
  Wrench,
} from 'lucide-react';
import { type Catalogue, useText } from '../platform/i18n';
import { useSession } from '../platform/session';
import { NavLink } from './nav-link';

export type AdminSection =
  | 'usage'
  | 'budgets'
  | 'prices'
  | 'models'
  | 'people'
  | 'policies'
  | 'assistants'
  | 'tools'
  | 'settings'
  | 'audit';

interface Place {
  section: AdminSection;
  permission: string;
  Icon: LucideIcon;
  title: (t: Catalogue) => string;
}

const PLACES: readonly Place[] = [
  { section: 'usage', permission: 'usage', Icon: ChartColumn, title: (t) => t.usage.title },
  { section: 'budgets', permission: 'budgets', Icon: Wallet, title: (t) => t.budgets.title },
  { section: 'prices', permission: 'budgets', Icon: Tags, title: (t) => t.prices.title },
  { section: 'models', permission: 'models.manage', Icon: Waypoints, title: (t) => t.models.title },
  { section: 'assistants', permission: 'assistants', Icon: Bot, title: (t) => t.assistants.title },
  { section: 'people', permission: 'people', Icon: UsersRound, title: (t) => t.people.title },
  {
    section: 'policies',
    permission: 'policies',
    Icon: ShieldCheck,
    title: (t) => t.policies.title,
  },
  { section: 'tools', permission: 'tools', Icon: Wrench, title: (t) => t.tools.title },
  {
    section: 'settings',
    permission: 'settings',
    Icon: SlidersHorizontal,
    title: (t) => t.settings.title,
  },
  { section: 'audit', permission: 'audit', Icon: ScrollText, title: (t) => t.audit.title },
];

interface AdministrationProps {
  section: string | null;
  onPicked: () => void;
}

/** Only for those who may. */
export function Administration({ section, onPicked }: AdministrationProps) {
  const t = useText();
  const may = useSession().data?.caller.permissions ?? [];
  const places = PLACES.filter(({ permission }) => may.includes(permission));
  if (places.length === 0) return null;
  return (
    <nav
      aria-label={t.people.navigation}
      className="mx-2 mt-2 flex flex-col gap-px border-t border-line pt-2"
    >
      {places.map(({ section: name, Icon, title }) => (
        <NavLink key={name} to={`/admin/${name}`} current={section === name} onClick={onPicked}>
          <Icon size={16} aria-hidden="true" />
          {title(t)}
        </NavLink>
      ))}
    </nav>
  );
}
