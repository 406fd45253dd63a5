import { Button } from 'antd';
import { useState } from 'react';
import type { PolicyModel } from '#meta/decisions/decision-model.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { policiesTexts } from '../../policies.texts.ts';
import { DiffView } from '../compare/diff-view.tsx';

interface ConflictProps {
  readonly mine: PolicyModel;
  readonly theirs: PolicyModel;
  onSettle(choice: 'mine' | 'theirs'): void;
}

/** Somebody else saved the draft meanwhile: both are shown, one is chosen, neither is lost (412 of PL-20). */
export function ConflictView({ mine, theirs, onSettle }: ConflictProps) {
  const t = useTexts(policiesTexts);
  const [isOpen, setOpen] = useState(true);
  if (!isOpen) return <div className="policy-banner" role="alert"><span className="grow">{t('conflict.title')}</span><Button size="small" onClick={() => setOpen(true)}>{t('conflict.show')}</Button></div>;
  const foot = <><Button onClick={() => onSettle('theirs')}>{t('conflict.theirs')}</Button><Button type="primary" onClick={() => onSettle('mine')}>{t('conflict.mine')}</Button></>;
  return (
    <Dialog title={t('conflict.title')} width={900} onClose={() => setOpen(false)} footer={foot}>
      <p className="muted">{t('conflict.hint')}</p>
      <DiffView before={theirs} after={mine} />
    </Dialog>
  );
}
