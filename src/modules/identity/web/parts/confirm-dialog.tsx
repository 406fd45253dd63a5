import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { useKitTexts } from '#kit/texts/use-texts.ts';
import { useSubmit } from './use-submit.ts';
import './admin-page.css';

interface ConfirmProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly ok: string;
  readonly isDanger?: boolean;
  readonly width?: number;
  onConfirm(): Promise<unknown>;
  onClose(): void;
}

/** Says what will happen before something that cannot be taken back; the server's refusal stays readable inside. */
export function ConfirmDialog({ title, children, ok, isDanger = false, width = 440, onConfirm, onClose }: ConfirmProps) {
  const t = useKitTexts();
  const { isBusy, error, issues, run } = useSubmit();
  const confirm = async () => {
    if (await run(onConfirm)) onClose();
  };
  const foot = (
    <>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button type="primary" danger={isDanger} loading={isBusy} onClick={() => void confirm()}>{ok}</Button>
    </>
  );
  return (
    <Dialog title={title} width={width} onClose={onClose} footer={foot}>
      <div className="stack">
        {children}
        {error && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
      </div>
    </Dialog>
  );
}
