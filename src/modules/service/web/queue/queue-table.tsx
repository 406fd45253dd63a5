import { PageLink } from '#kit/shell/page-link.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { DueWords } from './due-words.tsx';
import { type QueueRow, useCaseChoice, useClock, useQueueTexts } from './use-queue.ts';

interface QueueTableProps {
  readonly rows: readonly QueueRow[];
  readonly chosen: ReadonlySet<string>;
  onChoose(ids: ReadonlySet<string>): void;
}

const kindTone: Readonly<Record<QueueRow['kind'], string>> = { complaint: 'tag tag-zhu', repair: 'tag tag-hu', service: 'tag tag-qing', enquiry: 'tag tag-qing', suggestion: 'tag', praise: 'tag tag-green' };

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

function Subject({ row }: { row: QueueRow }) {
  const t = useQueueTexts();
  return (
    <>
      <PageLink to={`/cases/${row.id}`} className="queue-link">{row.subject}</PageLink>
      <span className="queue-marks small muted">
        <span className="queue-number">{row.number}</span>
        {(row.priority === 'urgent' || row.priority === 'high') && <b className={row.priority === 'urgent' ? 'danger' : ''}>{t(row.priority)}</b>}
        {row.severity === 'major' && <b className="danger">{t('major')}</b>}
      </span>
    </>
  );
}

function Row({ row, now, isChosen, onToggle }: { row: QueueRow; now: number; isChosen: boolean; onToggle: () => void }) {
  const t = useQueueTexts();
  const pick = usePick();
  const choice = useCaseChoice();
  const kind = choice('kind', row.kind);
  return (
    <tr data-case={row.id} className={isChosen ? 'is-chosen' : undefined}>
      <td className="queue-check"><label className="queue-box"><input type="checkbox" aria-label={t('choose', { number: row.number })} checked={isChosen} onChange={onToggle} /></label></td>
      <td className="queue-due"><DueWords row={row} now={now} /></td>
      <th scope="row"><Subject row={row} /></th>
      <td><span className={kindTone[row.kind]}>{kind}</span>{row.type !== kind && <span className="queue-type small muted">{row.type}</span>}</td>
      <td data-label={t('column.customer')}>{row.customer?.name ?? row.reporter ?? <span className="faint">{t('noCustomer')}</span>}</td>
      <td data-label={t('column.step')}>{row.stepLabel ? pick(row.stepLabel) : <span className="faint">{t('noStep')}</span>}</td>
      <td data-label={t('column.owner')}>{row.owner?.name ?? <b className="queue-nobody">{t('noOwner')}</b>}</td>
    </tr>
  );
}

/** The rows of a box: a table, cards on the phone. The focus stands on a row's link; J and K move it. */
export function QueueTable({ rows, chosen, onChoose }: QueueTableProps) {
  const t = useQueueTexts();
  const now = useClock();
  const isAll = rows.length > 0 && rows.every((row) => chosen.has(row.id));
  return (
    <table className="queue-table">
      <caption className="visually-hidden">{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col" className="queue-check"><label className="queue-box"><input type="checkbox" aria-label={t('chooseAll')} checked={isAll} onChange={() => onChoose(isAll ? new Set() : new Set(rows.map((row) => row.id)))} /></label></th>
          {(['due', 'subject', 'kind', 'customer', 'step', 'owner'] as const).map((key) => <th key={key} scope="col">{t(`column.${key}`)}</th>)}
        </tr>
      </thead>
      <tbody>{rows.map((row) => <Row key={row.id} row={row} now={now} isChosen={chosen.has(row.id)} onToggle={() => onChoose(toggled(chosen, row.id))} />)}</tbody>
    </table>
  );
}

const links = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.queue-table .queue-link')];

/** The case whose row has the focus. */
export const focusedCase = (): string | undefined => document.activeElement?.closest<HTMLElement>('tr[data-case]')?.dataset['case'];

/** Moves the focus to the next row, or to the one before. */
export function moveFocus(step: 1 | -1): void {
  const all = links();
  const at = all.findIndex((link) => link.closest('tr') === document.activeElement?.closest('tr'));
  const next = all[at === -1 ? (step === 1 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
