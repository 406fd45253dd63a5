import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { Forward } from 'lucide-react';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { useQualityTexts } from '../quality/use-quality-texts.ts';

/** On a person's page: hand their customers over, before or after the account is disabled (CU-52). */
export default function HandoverAction({ record }: RecordSlotProps) {
  const t = useQualityTexts();
  const navigate = useNavigate();
  const go = () => void navigate({ to: '/handovers/new', search: { from: record.id } });
  return <Button icon={<Forward size={15} aria-hidden />} onClick={go}>{t('handover.title')}</Button>;
}
