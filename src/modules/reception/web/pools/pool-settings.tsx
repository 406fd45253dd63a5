import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { call, type RowOf } from '#kit/api/typed-client.ts';
import { PlainSelect } from '#kit/field/choice-bar.tsx';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import type { NamedRef } from '#kit/records/record-types.ts';
import { fieldOf, useFindObject } from '#kit/records/use-meta.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { RecordPicker } from '#modules/identity/web/identity.public.tsx';
import { useFollowUpTexts, useRefresh } from '../follow-up/use-follow-up.ts';

type Pool = RowOf<'GET /pools'>;

interface Draft {
  readonly name: string; readonly unit: NamedRef | undefined; readonly grades: readonly string[]; readonly lines: string;
  readonly pack: string; readonly position: number; readonly isActive: boolean;
}

const draftOf = (pool: Pool | undefined, count: number): Draft => ({
  name: pool?.name ?? '', unit: pool?.unit ?? undefined, grades: pool?.grades ?? [], lines: (pool?.productLines ?? []).join('，'), pack: pool?.pack ?? '',
  position: pool?.position ?? (count + 1) * 10, isActive: pool?.isActive ?? true,
});

const Field = ({ id, label, children }: { id: string; label: string; children: ReactNode }) => <div className="admin-field"><label htmlFor={id}>{label}</label>{children}</div>;

function useGrades() {
  const pick = usePick();
  const customer = useFindObject()('customer');
  const field = customer && fieldOf(customer, 'grade');
  return (field?.choices ?? []).map((choice) => ({ value: choice.value, label: pick(choice.label) }));
}

function PoolForm({ pool, count, onDone }: { pool: Pool | undefined; count: number; onDone: () => void }) {
  const t = useFollowUpTexts();
  const pick = usePick();
  const refresh = useRefresh();
  const grades = useGrades();
  const packs = useQuery({ queryKey: ['pool-packs'], queryFn: ({ signal }) => call('GET /pool-packs', { signal }) }).data?.data ?? [];
  const [draft, setDraft] = useState(() => draftOf(pool, count));
  const put = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const pack = draft.pack || packs[0]?.key || '';
  const body = {
    name: draft.name.trim(), unit: draft.unit?.id ?? null, grades: [...draft.grades], productLines: draft.lines.split(/[,，]/).map((each) => each.trim()).filter(Boolean),
    pack, position: draft.position, isActive: draft.isActive, ...(pool && { version: pool.version }),
  };
  const save = () => void (pool ? call('PUT /pools/{id}', { params: { id: pool.id }, body }) : call('POST /pools', { body })).then(() => { showToast(t('pool.saved')); refresh(); onDone(); }, reportProblem);
  const remove = () => pool && void call('DELETE /pools/{id}', { params: { id: pool.id } }).then(() => { showToast(t('pool.removed')); refresh(); onDone(); }, reportProblem);
  return (
    <div className="stack pool-form">
      <Field id="pool-name" label={t('pool.name')}><Input id="pool-name" value={draft.name} maxLength={60} onChange={(e) => put({ name: e.target.value })} /></Field>
      <Field id="pool-unit" label={t('pool.unit')}><RecordPicker id="pool-unit" target="orgUnit" value={draft.unit} placeholder={t('pool.wholeCompany')} onChange={(unit) => put({ unit })} /></Field>
      <Field id="pool-grades" label={t('pool.grades')}><Select id="pool-grades" mode="multiple" value={[...draft.grades]} options={grades} placeholder={t('pool.anyGrade')} onChange={(value: string[]) => put({ grades: value })} /></Field>
      <Field id="pool-lines" label={t('pool.lines')}><Input id="pool-lines" value={draft.lines} placeholder={`${t('pool.anyLine')}（${t('pool.linesHint')}）`} onChange={(e) => put({ lines: e.target.value })} /></Field>
      <div className="admin-two">
        <Field id="pool-pack" label={t('pool.pack')}><PlainSelect label={t('pool.pack')} value={pack} options={packs.map((each) => ({ value: each.key, label: pick(each.label) }))} onChange={(value) => put({ pack: value })} /></Field>
        <Field id="pool-position" label={t('pool.position')}><InputNumber id="pool-position" min={0} max={1000} value={draft.position} onChange={(value) => put({ position: value ?? 0 })} /></Field>
      </div>
      <p className="small muted">{t('pool.positionHint')}</p>
      <Checkbox checked={draft.isActive} onChange={(e) => put({ isActive: e.target.checked })}>{t('pool.active')}</Checkbox>
      <div className="admin-foot">
        {pool && pool.count === 0 && <Button danger onClick={remove}>{t('pool.remove')}</Button>}
        <Button onClick={onDone}>{t('cancel')}</Button>
        <Button type="primary" disabled={body.name === '' || pack === ''} onClick={save}>{t('pool.save')}</Button>
      </div>
    </div>
  );
}

/** The pools that the reader may set up: unit, grades, product lines, policy, order. */
export default function PoolSettings({ pools, onClose }: { pools: readonly Pool[]; onClose: () => void }) {
  const t = useFollowUpTexts();
  const [editing, setEditing] = useState<Pool | 'new' | undefined>(pools.length === 0 ? 'new' : undefined);
  const mine = pools.filter((pool) => pool.mayManage);
  if (editing !== undefined) {
    return (
      <Dialog title={t(editing === 'new' ? 'pool.add' : 'pool.edit')} onClose={onClose}>
        <PoolForm pool={editing === 'new' ? undefined : editing} count={pools.length} onDone={() => (pools.length === 0 ? onClose() : setEditing(undefined))} />
      </Dialog>
    );
  }
  return (
    <Dialog title={t('pool.settings')} onClose={onClose} footer={<Button type="primary" onClick={() => setEditing('new')}>{t('pool.add')}</Button>}>
      <ul className="admin-lines">
        {mine.map((pool) => (
          <li key={pool.id}>
            <div className="grow">
              <button type="button" className="link-button" onClick={() => setEditing(pool)}>{pool.name}</button>
              <p className="small muted">{[pool.unit?.name ?? t('pool.wholeCompany'), t('pool.order', { position: pool.position }), t('pool.waiting', { count: pool.count }), ...(pool.isActive ? [] : [t('pool.off')])].join(' · ')}</p>
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
