import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useStandardsTexts } from '../use-standards.ts';

/** From the record of an audit to its report. */
export default function ReportLink({ record }: RecordSlotProps) {
  const t = useStandardsTexts();
  return <PageLink to={`/audits/report/${record.id}`}>{t('report.title')}</PageLink>;
}
