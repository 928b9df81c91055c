import { useQuery } from '@tanstack/react-query';
import { Plus, Waypoints } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { problemIn } from '../platform/problem';
import { useStore } from '../platform/store';
import { useTitle } from '../platform/title';
import { hiddenStore } from '../platform/undo';
import { Button } from '../ui/button';
import { Empty, ProblemNote, Skeleton } from '../ui/notes';
import { PageBody, PageHead } from '../ui/page-head';
import { Section } from '../ui/section';
import type { ModelBook, ModelProvider, ModelRoute } from '../wire/types';
import { BOOK, getBook } from './api';
import { doingOf } from './health';
import { NewProvider } from './new-provider';
import { ProviderPanel } from './provider-panel';
import { ProviderRow } from './provider-row';
import { RouteEditor } from './route-editor';
import { RouteRow } from './route-row';
import { providerPlace, routePlace } from './use-removing';

const LOOK_AGAIN_MS = 5_000;

export function ModelsPage() {
  const t = useText();
  const book = useQuery({
    queryKey: BOOK,
    queryFn: ({ signal }) => getBook(signal),
    refetchInterval: LOOK_AGAIN_MS,
  });
  useTitle(t.models.title);
  return (
    <PageBody>
      <PageHead title={t.models.title} lead={t.models.lead} />
      {book.isPending && <Skeleton lines={8} className="mt-8" />}
      {book.isError && (
        <ProblemNote
          className="mt-6"
          problem={problemIn(book.error)}
          retry={() => void book.refetch()}
        />
      )}
      {book.data && <Book book={book.data} />}
    </PageBody>
  );
}

function Book({ book }: { book: ModelBook }) {
  const hidden = useStore(hiddenStore);
  const providers = book.providers.filter(({ id }) => !hidden.has(providerPlace(id ?? '')));
  const routes = book.routes.filter(({ name }) => !hidden.has(routePlace(name)));
  return (
    <>
      <Providers providers={providers} routes={routes} />
      <Routes providers={providers} routes={routes} />
    </>
  );
}

interface BookProps {
  providers: readonly ModelProvider[];
  routes: readonly ModelRoute[];
}

function Providers({ providers, routes }: BookProps) {
  const t = useText();
  const [adding, setAdding] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  const open = openId === null ? undefined : providers.find(({ id }) => id === openId);
  return (
    <Section
      title={t.models.providers}
      text={t.models.providersText}
      action={
        <Button look="primary" onClick={() => setAdding(true)}>
          <Plus size={16} aria-hidden="true" />
          {t.models.add}
        </Button>
      }
    >
      <ul className="divide-y divide-line">
        {providers.map((provider) => (
          <ProviderRow
            key={provider.id ?? provider.name}
            provider={provider}
            doing={doingOf(provider, routes)}
            onOpen={() => setOpenId(provider.id ?? null)}
          />
        ))}
      </ul>
      {adding && (
        <NewProvider
          onClose={() => setAdding(false)}
          onAdded={({ id }) => {
            setAdding(false);
            setOpenId(id ?? null);
          }}
        />
      )}
      {open && (
        <ProviderPanel
          provider={open}
          doing={doingOf(open, routes)}
          onClose={() => setOpenId(null)}
        />
      )}
    </Section>
  );
}

function Routes({ providers, routes }: BookProps) {
  const t = useText();
  const [edited, setEdited] = useState<ModelRoute | 'new' | null>(null);
  const stored = providers.filter(({ id }) => id !== undefined);
  return (
    <Section
      title={t.models.routes}
      text={t.models.routesText}
      action={
        <Button disabled={stored.length === 0} onClick={() => setEdited('new')}>
          <Plus size={16} aria-hidden="true" />
          {t.models.addRoute}
        </Button>
      }
    >
      {routes.length === 0 ? (
        <Empty icon={<Waypoints size={22} />} title={t.models.noRoutes}>
          {t.models.noRoutesText}
        </Empty>
      ) : (
        <ul className="divide-y divide-line">
          {routes.map((route) => (
            <RouteRow
              key={route.name}
              route={route}
              onEdit={stored.length === 0 ? undefined : () => setEdited(route)}
            />
          ))}
        </ul>
      )}
      {edited !== null && (
        <RouteEditor
          route={edited === 'new' ? null : edited}
          taken={routes.map(({ name }) => name)}
          providers={stored}
          onClose={() => setEdited(null)}
        />
      )}
    </Section>
  );
}
