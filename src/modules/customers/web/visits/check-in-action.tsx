import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { MapPinCheck } from 'lucide-react';
import { useSession } from '#kit/api/session.ts';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { titleOf } from '#kit/records/record-types.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { checkInHref } from './check-in-href.ts';
import { useVisitsTexts } from './use-visits-texts.ts';

/** On the customer's page: to the check-in. */
export default function CheckInAction({ object, record }: RecordSlotProps) {
  const t = useVisitsTexts();
  const navigate = useNavigate();
  const { viewing } = useSession();
  const mayVisit = useFindObject()('activity')?.grants.create !== undefined && !viewing;
  if (!mayVisit) return null;
  const to = checkInHref({ id: record.id, name: titleOf(object, record) }, null);
  return <Button icon={<MapPinCheck size={15} aria-hidden />} onClick={() => void navigate({ to })}>{t('checkIn.open')}</Button>;
}
