import { Compass } from 'lucide-react';
import { useText } from '../platform/i18n';
import { Link } from '../platform/router';
import { useTitle } from '../platform/title';
import { buttonClass } from '../ui/button';
import { Empty } from '../ui/notes';

export function NotFound() {
  const t = useText();
  useTitle(t.notFound.title);
  return (
    <div className="flex h-full items-center relative overflow-y-auto">
      <Empty
        level={1}
        icon={<Compass size={22} />}
        title={t.notFound.title}
        actions={
          <Link to="/" className={buttonClass('primary')}>
            {t.notFound.home}
          </Link>
        }
      >
        {t.notFound.text}
      </Empty>
    </div>
  );
}
