import type { RowOf } from '#kit/api/typed-client.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useFollowUpTexts } from './use-follow-up.ts';

export type Sheet = RowOf<'GET /follow-ups'>;

const DAY_MS = 86_400_000;

export const classTone: Readonly<Record<Sheet['class'], string>> = { A: 'tag tag-zhu', B: 'tag tag-hu', C: 'tag tag-qing', D: 'tag' };

/** When it is due, in words and colour. */
export function DueWords({ sheet }: { sheet: Sheet }) {
  const t = useFollowUpTexts();
  const days = Math.round((Date.parse(sheet.dueOn) - Date.parse(useFormat().today())) / DAY_MS);
  if (days < 0) return <span className="danger">{t('late', { days: -days })}</span>;
  return <span className={sheet.state === 'due' ? 'follow-due' : 'muted'}>{days === 0 ? t('today') : t('inDays', { days })}</span>;
}
