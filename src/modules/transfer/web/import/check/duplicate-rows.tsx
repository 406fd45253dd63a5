import { Button } from 'antd';
import { useState } from 'react';
import type { ObjectMeta } from '#meta/view-model.ts';
import { api } from '#kit/api/api-client.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { transferTexts } from '../../../transfer.texts.ts';
import type { DuplicateChoice, ImportHandle, ImportInfo, ImportRowInfo } from '../use-imports.ts';
import { DuplicateCard } from './duplicate-card.tsx';
import { useRows } from './use-rows.ts';

interface Props { readonly info: ImportInfo; readonly object: ObjectMeta; readonly handle: ImportHandle }

/** Rows that repeat what exists, each beside it, decided one by one or all at once (UX-9). */
export function DuplicateRows({ info, object, handle }: Props) {
  const t = useTexts(transferTexts);
  const found = useRows(info, 'matched');
  const [isBusy, setBusy] = useState(false);
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const choices: readonly DuplicateChoice[] = ['skip', ...(object.grants.update === undefined ? [] : ['update' as const]), 'create'];
  const decideAll = (choice: DuplicateChoice) => {
    setBusy(true);
    handle.decideAll(choice).catch(reportProblem).finally(() => setBusy(false));
  };
  const decide = (row: ImportRowInfo, choice: DuplicateChoice, record?: string) =>
    api.patch<ImportRowInfo>(`/imports/${info.id}/rows/${row.row}`, { decision: { do: choice, ...(record !== undefined && { record }) } }).then((judged) => {
      found.put(judged);
      void handle.refetch();
    }, reportProblem);
  const isAlone = found.rows.every((row) => row.decision === null);
  return (
    <>
      <div className="row wrap small">
        <span>{t('check.forAll')}</span>
        {choices.map((choice) => (
          <Button key={choice} disabled={isBusy} aria-pressed={isAlone && info.options.duplicates === choice}
            {...(isAlone && info.options.duplicates === choice && { type: 'primary' as const, ghost: true })} onClick={() => decideAll(choice)}>{t(`check.all.${choice}`)}</Button>
        ))}
      </div>
      {found.isPending ? <SkeletonLines count={5} /> : found.rows.map((row) => (
        <DuplicateCard key={row.row} info={info} object={object} row={row} onDecide={(choice, record) => decide(row, choice, record)} />
      ))}
      {found.hasNextPage && <div><Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('check.more')}</Button></div>}
    </>
  );
}
