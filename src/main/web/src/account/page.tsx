import type { ReactNode } from 'react';
import { useText } from '../platform/i18n';
import { Link } from '../platform/router';
import { useMay } from '../platform/session';
import { useTitle } from '../platform/title';
import { classes } from '../ui/classes';
import { PageBody, PageHead } from '../ui/page-head';
import { KeysTab } from './keys-tab';
import { ProfileTab } from './profile-tab';
import { SecurityTab } from './security-tab';

export type AccountTab = 'profile' | 'security' | 'keys';

const PLACES: Record<AccountTab, string> = {
  profile: '/account',
  security: '/account/security',
  keys: '/account/keys',
};

const TABS: Record<AccountTab, () => ReactNode> = {
  profile: ProfileTab,
  security: SecurityTab,
  keys: KeysTab,
};

export function AccountPage({ tab }: { tab: AccountTab }) {
  const t = useText();
  const mayKeys = useMay('keys');
  useTitle(t.account[tab]);
  const Tab = TABS[tab];
  return (
    <PageBody narrow>
      <PageHead title={t.account.title} />
      <nav
        aria-label={t.account.sections}
        className="relative -mx-1 mt-4 flex gap-1 overflow-x-auto border-b border-line px-1"
      >
        {(Object.keys(PLACES) as AccountTab[])
          .filter((name) => name !== 'keys' || mayKeys || tab === 'keys')
          .map((name) => (
            <Link
              key={name}
              to={PLACES[name]}
              aria-current={name === tab ? 'page' : undefined}
              className={classes(
                '-mb-px flex h-10 coarse:h-11 items-center whitespace-nowrap border-b-2 px-3 text-sm transition-colors -outline-offset-2',
                name === tab
                  ? 'border-accent font-medium text-ink'
                  : 'border-transparent text-muted hover:text-ink',
              )}
            >
              {t.account[name]}
            </Link>
          ))}
      </nav>
      <div>
        <Tab />
      </div>
    </PageBody>
  );
}
