import { Button } from 'antd';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { useCaseTexts, useOnce, useRefreshCase } from '../use-case.ts';

interface ActionProps {
  readonly caseId: string;
  readonly title: string;
  /** Of the button that does it. */
  readonly label: string;
  readonly isReady: boolean;
  readonly isWide?: boolean;
  readonly children: ReactNode;
  /** Does it; the answer is the sentence that says so. */
  run(idempotencyKey: string): Promise<string>;
  onClose(): void;
}

/** The frame of one action on a case: its fields, what the server says against it, and one effect however often it is pressed. */
export function ActionDialog({ caseId, title, label, isReady, isWide = false, children, run, onClose }: ActionProps) {
  const t = useCaseTexts();
  const refresh = useRefreshCase(caseId);
  const once = useOnce();
  const { isBusy, error, issues, run: submit } = useSubmit();
  const isRunning = useRef(false);
  const send = async () => {
    if (!isReady || isRunning.current) return;
    isRunning.current = true;
    const made = await submit(() => once(run));
    isRunning.current = false;
    if (!made) return;
    showToast(made.done);
    onClose();
    await refresh();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void send();
  };
  const said = [error, ...Object.values(issues).filter((issue) => issue !== error)].filter(Boolean).join(' ');
  return (
    <Dialog title={title} onClose={onClose} width={isWide ? 620 : 480} footer={<><Button onClick={onClose}>{t('cancel')}</Button><Button type="primary" disabled={!isReady} loading={isBusy} onClick={() => void send()}>{label}</Button></>}>
      <div role="presentation" onKeyDown={onKeyDown}>
        <form className="stack case-action" onSubmit={(event) => { event.preventDefault(); void send(); }}>
          {children}
          {said !== '' && <p className="small danger" role="alert">{said}</p>}
        </form>
      </div>
    </Dialog>
  );
}
