import { Button, Popover } from 'antd';
import { CalendarPlus, ChevronDown, HandHeart, Merge, PencilLine, RotateCcw, Shapes, Split, Undo2, Zap } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useSession } from '#kit/api/session.ts';
import { call } from '#kit/api/typed-client.ts';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { usePageKeys } from '#kit/palette/use-global-keys.ts';
import { type RecordData, refId } from '#kit/records/record-types.ts';
import { type CaseProcess, useCaseProcess, useCaseTexts, useMessages, useOnce, useRefreshCase } from '../use-case.ts';
import { ExtensionDialog, HandOnDialog, ReasonDialog, useTake } from './reason-dialogs.tsx';

const MergeDialog = lazy(() => import('./merge-dialog.tsx'));
const SplitDialog = lazy(() => import('./split-dialog.tsx'));
const RemedyDialog = lazy(() => import('./remedy-dialog.tsx'));
const MacroDialog = lazy(() => import('./macro-dialog.tsx'));
const RetypeDialog = lazy(() => import('./retype-dialog.tsx'));
const CorrectDialog = lazy(() => import('./case-correct-dialog.tsx'));

const more = ['remedy', 'extend', 'correct', 'retype', 'merge', 'split', 'withdraw', 'reopen'] as const;
type More = (typeof more)[number];
type Opened = More | 'handOn' | 'wait' | 'macro';
const icons = { correct: PencilLine, retype: Shapes, extend: CalendarPlus, remedy: HandHeart, merge: Merge, split: Split, withdraw: Undo2, reopen: RotateCcw } as const;

/** What can be done in the state of the case; nothing is offered that the server would refuse by it. */
function possible(state: string, process: CaseProcess, messages: number): Readonly<Record<More, boolean>> {
  const isOver = state === 'closed' || state === 'merged' || state === 'withdrawn';
  return {
    extend: !isOver && process.extension !== null && process.extension.left > 0 && process.extension.asked === null,
    remedy: state !== 'merged', correct: state !== 'merged', retype: process.mayRetype, merge: !isOver, split: state !== 'merged' && messages > 0, withdraw: !isOver, reopen: state === 'closed',
  };
}

function Opening({ object, record, opened, process, onClose }: RecordSlotProps & { opened: Opened; process: CaseProcess; onClose: () => void }) {
  const owner = refId(record['owner']);
  if (opened === 'handOn') return <HandOnDialog record={record} without={owner === undefined ? [] : [owner]} onClose={onClose} />;
  if (opened === 'wait' || opened === 'withdraw' || opened === 'reopen') return <ReasonDialog record={record} kind={opened} onClose={onClose} />;
  if (opened === 'extend') return process.extension && <ExtensionDialog record={record} left={process.extension.left} most={process.extension.most} onClose={onClose} />;
  if (opened === 'macro') return <MacroDialog record={record} onClose={onClose} />;
  if (opened === 'retype') return <RetypeDialog record={record} onClose={onClose} />;
  if (opened === 'correct') return <CorrectDialog object={object} record={record} onClose={onClose} />;
  if (opened === 'merge') return <MergeDialog object={object} record={record} onClose={onClose} />;
  return opened === 'split' ? <SplitDialog record={record} onClose={onClose} /> : <RemedyDialog record={record} onClose={onClose} />;
}

/** One press without a dialog: taking a case, going on. */
function useAtOnce(record: RecordData) {
  const once = useOnce();
  const refresh = useRefreshCase(record.id);
  const isRunning = useRef(false);
  return async (act: (key: string) => Promise<string>) => {
    if (isRunning.current) return;
    isRunning.current = true;
    await once(act).then(showToast, reportProblem);
    isRunning.current = false;
    await refresh();
  };
}

const noKeys = {};

/** What is done often, by one letter each (UX-5). */
const keysOf = (state: string, open: (opened: Opened) => void, take: (() => void) | undefined) =>
  ({ m: () => open('macro'), h: () => open('handOn'), t: take, w: state === 'waiting' ? undefined : () => open('wait') });

/** Take, hand on, wait, and the rarer ones in a menu (SE-10). */
export default function CaseActions({ object, record }: RecordSlotProps) {
  const t = useCaseTexts();
  const me = useSession().user.id;
  const process = useCaseProcess(record.id).data;
  const messages = useMessages(record.id).data?.data.length ?? 0;
  const [opened, setOpened] = useState<Opened>();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const atOnce = useAtOnce(record);
  const take = useTake(record);
  const state = String(record['state']);
  const isOver = state === 'closed' || state === 'merged' || state === 'withdrawn';
  const isMine = refId(record['owner']) === me;
  usePageKeys(process?.mayWrite === true && !isOver ? keysOf(state, setOpened, isMine ? undefined : () => void atOnce(take)) : noKeys);
  if (!process?.mayWrite) return null;
  const may = possible(state, process, messages);
  const goOn = async (idempotencyKey: string) => {
    await call('POST /service/cases/{id}/go-on', { params: { id: record.id }, idempotencyKey });
    return t('act.done.goOn');
  };
  const choose = (next: More) => {
    setMenuOpen(false);
    setOpened(next);
  };
  const menu = (
    <div className="stack case-menu">
      {more.filter((each) => may[each]).map((each) => {
        const Icon = icons[each];
        return <button key={each} type="button" className="plain-button" onClick={() => choose(each)}><Icon size={15} aria-hidden />{t(`act.${each}`)}</button>;
      })}
    </div>
  );
  return (
    <>
      {!isOver && !isMine && <Button onClick={() => void atOnce(take)}>{t('act.take')}</Button>}
      {!isOver && <Button onClick={() => setOpened('handOn')}>{t('act.handOn')}</Button>}
      {state === 'waiting' && <Button onClick={() => void atOnce(goOn)}>{t('act.goOn')}</Button>}
      {(state === 'open' || state === 'answered') && <Button onClick={() => setOpened('wait')}>{t('act.wait')}</Button>}
      {!isOver && <Button icon={<Zap size={14} aria-hidden />} onClick={() => setOpened('macro')}>{t('macro.title')}</Button>}
      {more.some((each) => may[each]) && <Popover open={isMenuOpen} onOpenChange={setMenuOpen} trigger="click" placement="bottomRight" arrow={false} content={menu}><Button aria-expanded={isMenuOpen}>{t('act.more')}<ChevronDown size={14} aria-hidden /></Button></Popover>}
      {opened && <Suspense fallback={null}><Opening object={object} record={record} opened={opened} process={process} onClose={() => setOpened(undefined)} /></Suspense>}
    </>
  );
}
