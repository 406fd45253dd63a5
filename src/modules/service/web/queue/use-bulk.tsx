import { Button } from 'antd';
import { useState } from 'react';
import { useSession } from '#kit/api/session.ts';
import { call } from '#kit/api/typed-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { HandOnDialog, MacrosDialog, PriorityDialog, ResultDialog } from './bulk-hand-on.tsx';
import { BulkDialog } from './bulk-work.tsx';
import { focusedCase } from './queue-table.tsx';
import { type EachResult, type QueueRow, useEach, useQueueTexts } from './use-queue.ts';

type Work = 'take' | 'handOn' | 'priority' | 'macro';

interface Opened {
  readonly work: Work;
  readonly rows: readonly QueueRow[];
}

const words = { take: 'result.taken', handOn: 'result.handed', priority: 'result.set', macro: 'result.ran' } as const;

/** More than this is worth being asked about, and seen as it goes. */
const FEW = 5;

/** Taking, handing on, setting a priority and running a macro, of what is chosen or of the row with the focus (SE-10). */
export function useBulk(rows: readonly QueueRow[]) {
  const t = useQueueTexts();
  const me = useSession().user;
  const each = useEach();
  const macros = useFindObject()('caseMacro');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<Opened>();
  const [results, setResults] = useState<readonly EachResult[]>();
  const picked = rows.filter((row) => chosen.has(row.id));
  const meant = (): readonly QueueRow[] => (picked.length > 0 ? picked : rows.filter((row) => row.id === focusedCase()));
  const report = (work: Work, list: readonly EachResult[] | null) => {
    setOpened(undefined);
    if (!list) return;
    setChosen(new Set());
    if (list.some((result) => result.reason !== undefined)) setResults(list);
    else showToast(t(words[work], { n: list.length }));
  };
  const takeOne = (row: QueueRow) => call('POST /service/cases/{id}/hand-on', { params: { id: row.id }, body: { to: me.id, seenOwner: row.owner?.id ?? null } });
  const open = (work: Work) => {
    const list = meant();
    if (list.length > 0) setOpened({ work, rows: list });
  };
  const take = async () => {
    const list = meant();
    if (list.length > FEW) open('take');
    else if (list.length > 0) report('take', await each(list, takeOne));
  };
  const close = (work: Work) => (list: readonly EachResult[] | null) => report(work, list);
  const dialogs = (
    <>
      {opened?.work === 'take' && <BulkDialog title={t('bulk.takeTitle', { n: opened.rows.length })} label={t('take')} rows={opened.rows} isReady act={takeOne} onClose={close('take')}><p className="muted">{t('bulk.takeHint')}</p></BulkDialog>}
      {opened?.work === 'handOn' && <HandOnDialog rows={opened.rows} onClose={close('handOn')} />}
      {opened?.work === 'priority' && <PriorityDialog rows={opened.rows} onClose={close('priority')} />}
      {opened?.work === 'macro' && macros && <MacrosDialog macros={macros} rows={opened.rows} onClose={close('macro')} />}
      {results && <ResultDialog results={results} onClose={() => setResults(undefined)} onAgain={(list) => { setResults(undefined); setChosen(new Set(list.map((row) => row.id))); }} />}
    </>
  );
  const toggle = () => {
    const id = focusedCase();
    if (id !== undefined) setChosen((old) => new Set(old.has(id) ? [...old].filter((one) => one !== id) : [...old, id]));
  };
  return { chosen, setChosen, picked, take, open, toggle, dialogs };
}

/** What can be done to all that is chosen. */
export function BulkBar({ bulk }: { bulk: ReturnType<typeof useBulk> }) {
  const t = useQueueTexts();
  if (bulk.picked.length === 0) return null;
  return (
    <div className="queue-bulk no-print" role="group" aria-label={t('chosen', { n: bulk.picked.length })}>
      <b>{t('chosen', { n: bulk.picked.length })}</b>
      <Button onClick={() => void bulk.take()}>{t('take')}</Button>
      <Button onClick={() => bulk.open('handOn')}>{t('handOn')}</Button>
      <Button onClick={() => bulk.open('priority')}>{t('intake.priority')}</Button>
      <Button onClick={() => bulk.open('macro')}>{t('bulk.macro')}</Button>
      <button type="button" className="plain-button" onClick={() => bulk.setChosen(new Set())}>{t('clear')}</button>
    </div>
  );
}
