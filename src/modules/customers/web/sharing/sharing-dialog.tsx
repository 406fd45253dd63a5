import { useQueryClient } from '@tanstack/react-query';
import { Button, Segmented, Select } from 'antd';
import { X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { textOf } from '#kit/field/field-props.ts';
import { api } from '#kit/api/api-client.ts';
import { isProblem } from '#kit/api/api-problem.ts';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { RecordPicker } from '#modules/identity/web/identity.public.tsx';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useKitTexts } from '#kit/texts/use-texts.ts';
import { useCustomersTexts } from '../use-customers-texts.ts';
import { type Collaborator, type Sharing, toInput, whoOf, withCollaborator } from './sharing-model.ts';
import './sharing.css';

const EndDate = lazy(() => import('./end-date.tsx'));

interface LineProps {
  readonly collaborator: Collaborator;
  readonly mayEdit: boolean;
  onChange(next: Collaborator): void;
  onRemove(): void;
}

function CollaboratorLine({ collaborator, mayEdit, onChange, onRemove }: LineProps) {
  const t = useCustomersTexts();
  const name = whoOf(collaborator)?.name ?? '';
  return (
    <li className="collaborator">
      <span className="avatar" aria-hidden>{name.slice(0, 1)}</span>
      <span className="grow"><b>{name}</b> <span className="small faint">{t(collaborator.unit ? 'sharing.unit' : 'sharing.person')}</span></span>
      <Select
        aria-label={t('sharing.level', { name })} value={collaborator.level} disabled={!mayEdit} className="collaborator-level"
        options={[{ value: 'read', label: t('sharing.read') }, { value: 'write', label: t('sharing.write') }]} onChange={(level: Collaborator['level']) => onChange({ ...collaborator, level })}
      />
      <Suspense fallback={<span className="skeleton collaborator-until" />}>
        <EndDate label={t('sharing.untilOf', { name })} placeholder={t('sharing.forever')} value={collaborator.until} isDisabled={!mayEdit} onChange={(until) => onChange({ ...collaborator, until })} />
      </Suspense>
      {mayEdit && <button type="button" className="plain-button" aria-label={t('sharing.remove', { name })} onClick={onRemove}><X size={15} aria-hidden /></button>}
    </li>
  );
}

function AddCollaborator({ list, onChange }: { list: readonly Collaborator[]; onChange: (list: readonly Collaborator[]) => void }) {
  const t = useCustomersTexts();
  const [kind, setKind] = useState<'user' | 'unit'>('user');
  return (
    <div className="collaborator-add">
      <Segmented aria-label={t('sharing.kind')} value={kind} onChange={(v) => setKind(v === 'unit' ? 'unit' : 'user')} options={[{ value: 'user', label: t('sharing.person') }, { value: 'unit', label: t('sharing.unit') }]} />
      <div className="grow">
        <RecordPicker
          key={`${kind} ${list.length}`} target={kind === 'user' ? 'user' : 'orgUnit'} value={undefined} label={t('sharing.add')} placeholder={t('sharing.pick')} without={list.flatMap((one) => whoOf(one)?.id ?? [])}
          onChange={(who) => { if (who) onChange(withCollaborator(list, kind, who)); }}
        />
      </div>
    </div>
  );
}

/** Who else sees this customer, how far and until when; saved at once for all (UX-10). */
export default function SharingDialog({ object, record, sharing, onClose }: RecordSlotProps & { sharing: Sharing; onClose: () => void }) {
  const t = useCustomersTexts();
  const kit = useKitTexts();
  const client = useQueryClient();
  const [list, setList] = useState<readonly Collaborator[]>(sharing.collaborators);
  const [failure, setFailure] = useState('');
  const [isBusy, setBusy] = useState(false);
  const mayEdit = sharing.canShare;
  const save = async () => {
    setBusy(true);
    try {
      await api.put(`/${object.plural}/${record.id}/sharing`, { collaborators: list.map(toInput) });
      await client.invalidateQueries({ queryKey: ['record', object.key, record.id] });
      showToast(t('sharing.saved'));
      onClose();
    } catch (problem) {
      setFailure(isProblem(problem) ? problem.errors[0]?.message || problem.detail : String(problem));
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t('sharing.title', { name: textOf(record[object.title]) })} width={620} onClose={onClose}
      footer={mayEdit ? <><span className="grow small danger" role="alert">{failure}</span><Button onClick={onClose}>{kit('action.cancel')}</Button><Button type="primary" loading={isBusy} onClick={() => void save()}>{kit('action.save')}</Button></> : <Button onClick={onClose}>{kit('action.close')}</Button>}
    >
      <div className="sharing">
        <p className="muted">{t(mayEdit ? 'sharing.hint' : 'sharing.denied')}</p>
        {mayEdit && <AddCollaborator list={list} onChange={setList} />}
        {list.length === 0 ? <p className="faint">{t('sharing.none')}</p> : (
          <ul>{list.map((one, at) => <CollaboratorLine key={whoOf(one)?.id ?? at} collaborator={one} mayEdit={mayEdit} onChange={(next) => setList(list.map((c, i) => (i === at ? next : c)))} onRemove={() => setList(list.filter((_, i) => i !== at))} />)}</ul>
        )}
      </div>
    </Dialog>
  );
}
