import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFieldworkTexts } from '../use-fieldwork.ts';

/** From the record of an order to its page with checklist and report. */
export default function OrderLink({ record }: RecordSlotProps) {
  const t = useFieldworkTexts();
  return <PageLink to={`/fieldwork/order/${record.id}`}>{t('mine.open')}</PageLink>;
}
