import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, InputNumber } from 'antd';
import { X } from 'lucide-react';
import { useState } from 'react';
import type { ObjectMeta } from '#meta/view-model.ts';
import { call, type RowOf } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { isNamedRef, type RecordData } from '#kit/records/record-types.ts';
import { useRecords } from '#kit/records/use-records.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { AdminCard, RecordPicker, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { useSetupTexts } from './setup-web.texts.ts';

type Member = RowOf<'GET /service/queues/{id}/members'>;

const membersKey = (queue: string) => ['records', 'serviceQueue', queue, 'members'];
const useMembers = (queue: string) => useQuery({ queryKey: membersKey(queue), queryFn: ({ signal }) => call('GET /service/queues/{id}/members', { signal, params: { id: queue } }) });

function MembersForm({ queue, name, given, onClose }: { queue: string; name: string; given: readonly Member[]; onClose: () => void }) {
  const t = useSetupTexts();
  const client = useQueryClient();
  const submit = useSubmit();
  const [members, setMembers] = useState(given);
  const save = async () => {
    const done = await submit.run(() => call('PUT /service/queues/{id}/members', { params: { id: queue }, body: { members: members.map(({ id, maxOpen }) => ({ id, maxOpen })) } }));
    if (!done) return;
    showToast(t('queues.saved'));
    await client.invalidateQueries({ queryKey: membersKey(queue) });
    onClose();
  };
  return (
    <Dialog title={t('queues.editTitle', { name })} onClose={onClose} footer={<><Button onClick={onClose}>{t('queues.cancel')}</Button><Button type="primary" loading={submit.isBusy} onClick={() => void save()}>{t('queues.save')}</Button></>}>
      <div className="stack">
        {submit.error && <p className="danger" role="alert">{submit.error}</p>}
        {members.length === 0 && <p className="muted">{t('queues.nobody')}</p>}
        <ul className="setup-members">
          {members.map((member) => (
            <li key={member.id}>
              <span className="grow">{member.name} <span className="small muted">{t('queues.open', { n: member.open })}</span></span>
              <label className="row small"><span className="muted">{t('queues.max')}</span><InputNumber size="small" min={1} max={999} precision={0} placeholder={t('queues.maxHint')} value={member.maxOpen} onChange={(maxOpen) => setMembers(members.map((each) => (each.id === member.id ? { ...each, maxOpen } : each)))} /></label>
              <button type="button" className="plain-button" aria-label={t('queues.remove', { name: member.name })} onClick={() => setMembers(members.filter((each) => each.id !== member.id))}><X size={15} aria-hidden /></button>
            </li>
          ))}
        </ul>
        <RecordPicker key={members.length} target="user" label={t('queues.add')} placeholder={t('queues.add')} value={undefined} without={members.map((each) => each.id)} onChange={(person) => person && setMembers([...members, { ...person, maxOpen: null, open: 0 }])} />
      </div>
    </Dialog>
  );
}

function Queue({ record, mayChange }: { record: RecordData; mayChange: boolean }) {
  const t = useSetupTexts();
  const [isEditing, setEditing] = useState(false);
  const members = useMembers(record.id);
  const name = String(record['name']);
  const unit = record['unit'];
  const list = members.data?.data ?? [];
  return (
    <li>
      <div className="grow">
        <div className="row wrap"><PageLink to={`/o/service-queues/${record.id}`}>{name}</PageLink><span className="tag">{t(record['assignment'] === 'load' ? 'queues.load' : 'queues.manual')}</span>{record['isActive'] === false && <span className="tag">{t('queues.off')}</span>}</div>
        <p className="small muted">{isNamedRef(unit) ? unit.name : t('queues.company')} · {members.data ? list.length === 0 ? t('queues.nobody') : t('queues.people', { n: list.length, names: list.map((each) => each.name).join(t('queues.and')) }) : ''}</p>
      </div>
      {mayChange && members.data && <Button size="small" onClick={() => setEditing(true)}>{t('queues.edit')}</Button>}
      {isEditing && <MembersForm queue={record.id} name={name} given={list} onClose={() => setEditing(false)} />}
    </li>
  );
}

/** The queues with who works on them. */
export function QueuePeople({ object }: { readonly object: ObjectMeta }) {
  const t = useSetupTexts();
  const found = useRecords(object, { sort: 'name' });
  return (
    <AdminCard title={t('queues.title')} note={t('queues.note')} isFlush>
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <div className="card-body"><SkeletonLines count={2} /></div>}
      {found.data && found.records.length === 0 && <EmptyState title={t('queues.none')} />}
      <ul className="admin-lines">{found.records.map((record) => <Queue key={record.id} record={record} mayChange={object.grants.update !== undefined} />)}</ul>
    </AdminCard>
  );
}
