import { Library, Lock, Plus, Settings2, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../platform/i18n';
import { goWithQuery } from '../platform/router';
import { useMay } from '../platform/session';
import { Button, IconButton } from '../ui/button';
import { Select } from '../ui/select';
import { BaseDialog } from './base-dialog';
import { DeleteBase } from './delete-base';
import { useBases } from './use-bases';

type Doing = 'add' | 'edit' | 'delete' | null;

/** Chooses a base; for administrators, makes and changes them. */
export function BaseBar({ chosen }: { chosen: string }) {
  const t = useText();
  const mayManage = useMay('knowledge.manage');
  const { bases } = useBases();
  const [doing, setDoing] = useState<Doing>(null);
  const base = bases.find((one) => one.id === chosen);
  const close = () => setDoing(null);
  const show = (id: string) => {
    close();
    goWithQuery({ base: id });
  };
  if (bases.length < 2 && !mayManage) return null;
  return (
    <div className="mt-6 flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Library size={18} aria-hidden="true" className="hidden text-faint sm:block" />
        <Select
          bare
          label={t.bases.choose}
          className="min-w-0 basis-full sm:w-72 sm:basis-auto"
          value={base?.id ?? ''}
          choices={[
            { value: '', label: t.bases.all },
            ...bases.map((one) => ({ value: one.id, label: one.name })),
          ]}
          onChoose={(id) => goWithQuery({ base: id })}
        />
        {mayManage && base && (
          <>
            <IconButton label={t.bases.edit(base.name)} onClick={() => setDoing('edit')}>
              <Settings2 size={17} />
            </IconButton>
            <IconButton label={t.bases.remove(base.name)} onClick={() => setDoing('delete')}>
              <Trash2 size={17} />
            </IconButton>
          </>
        )}
        {mayManage && (
          <Button onClick={() => setDoing('add')}>
            <Plus size={16} aria-hidden="true" />
            {t.bases.add}
          </Button>
        )}
      </div>
      {base &&
        (base.description !== '' || base.everybody === 'none' || base.level === 'reader') && (
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
            {base.everybody === 'none' && (
              <span className="inline-flex items-center gap-1.5">
                <Lock size={14} aria-hidden="true" />
                {t.bases.closed}
              </span>
            )}
            {base.level === 'reader' && <span>{t.bases.readOnly}</span>}
            {base.description !== '' && <span className="text-pretty">{base.description}</span>}
          </p>
        )}
      {doing === 'add' && <BaseDialog id={null} onDone={show} onClose={close} />}
      {doing === 'edit' && base && <BaseDialog id={base.id} onDone={close} onClose={close} />}
      {doing === 'delete' && base && (
        <DeleteBase base={base} onDone={() => show('')} onClose={close} />
      )}
    </div>
  );
}
