import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Users } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { api } from '#kit/api/api-client.ts';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { useCustomersTexts } from '../use-customers-texts.ts';
import type { Sharing } from './sharing-model.ts';

const SharingDialog = lazy(() => import('./sharing-dialog.tsx'));

/** How many others see this customer; opens who they are (UX-10). */
export default function SharingAction({ object, record }: RecordSlotProps) {
  const t = useCustomersTexts();
  const [isOpen, setOpen] = useState(false);
  const sharing = useQuery({
    queryKey: ['record', object.key, record.id, 'sharing'],
    queryFn: ({ signal }) => api.get<Sharing>(`/${object.plural}/${record.id}/sharing`, { signal }),
  });
  const count = sharing.data?.collaborators.length ?? 0;
  return (
    <>
      <Button icon={<Users size={15} aria-hidden />} onClick={() => setOpen(true)}>{count > 0 ? t('sharing.count', { count }) : t('sharing.open')}</Button>
      {isOpen && sharing.data && <Suspense fallback={null}><SharingDialog object={object} record={record} sharing={sharing.data} onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}
