import { ChevronDown, FolderPlus, Globe, Plus, TextSearch } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { Link } from '../platform/router';
import { Button, buttonClass } from '../ui/button';
import { Menu } from '../ui/menu';
import { FileInput } from './file-input';
import { UrlDialog } from './url-dialog';
import { useAdding } from './use-adding';

interface AddButtonsProps {
  /** Where things are added; empty for the first one that is theirs to change. */
  base: string;
  /** Whether the reader may add any. */
  adding: boolean;
}

export function AddButtons({ base, adding }: AddButtonsProps) {
  const t = useText();
  const { addChosen } = useAdding(base);
  const [asking, setAsking] = useState(false);
  return (
    <div className="flex flex-wrap gap-2">
      <Link to="/documents/search" className={buttonClass('plain')}>
        <TextSearch size={16} aria-hidden="true" />
        {t.documents.testSearch}
      </Link>
      {adding && (
        <FileInput label={t.documents.addFolder} folder onFiles={addChosen}>
          {(openFolder) => (
            <FileInput label={t.documents.add} onFiles={addChosen}>
              {(open) => (
                <div className="flex">
                  <Button look="primary" className="rounded-r-none!" onClick={open}>
                    <Plus size={16} aria-hidden="true" />
                    {t.documents.add}
                  </Button>
                  <Menu
                    label={t.documents.addMenu}
                    trigger={<ChevronDown size={16} />}
                    items={[
                      {
                        label: t.documents.addFolder,
                        icon: <FolderPlus size={15} />,
                        act: openFolder,
                      },
                      {
                        label: t.documents.addUrl,
                        icon: <Globe size={15} />,
                        act: () => setAsking(true),
                      },
                    ]}
                    className="ml-px inline-flex h-9 w-9 coarse:size-11 items-center justify-center rounded-r-lg bg-accent text-on-accent hover:bg-accent-hover"
                  />
                </div>
              )}
            </FileInput>
          )}
        </FileInput>
      )}
      {asking && <UrlDialog base={base} onClose={() => setAsking(false)} />}
    </div>
  );
}
