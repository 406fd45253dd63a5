import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { useHasRight } from '#kit/api/session.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { isNamedRef, type NamedRef, type RecordData } from '#kit/records/record-types.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useKitTexts } from '#kit/texts/use-texts.ts';
import { RecordPicker, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { OrderList } from '../day/order-dialog.tsx';
import { useBoardTexts } from '../use-board.ts';

interface Member {
  readonly userId: string;
  readonly name: string;
}

interface SiteForm {
  readonly name: string;
  readonly manager: NamedRef | undefined;
  readonly deputy: NamedRef | undefined;
  readonly unit: NamedRef | undefined;
  readonly pack: string | undefined;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly lunchFrom: string;
  readonly lunchUntil: string;
  readonly takeUpMinutes: number;
  readonly members: readonly Member[];
}

const text = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);
const named = (value: unknown): NamedRef | undefined => (isNamedRef(value) ? value : undefined);

const formOf = (site: RecordData | undefined, members: readonly Member[]): SiteForm => ({
  name: text(site?.['name'], ''), manager: named(site?.['owner']), deputy: named(site?.['deputy']), unit: named(site?.['unit']), pack: typeof site?.['pack'] === 'string' ? site['pack'] : undefined,
  opensAt: text(site?.['opensAt'], '09:00'), closesAt: text(site?.['closesAt'], '18:00'), lunchFrom: text(site?.['lunchFrom'], '11:30'), lunchUntil: text(site?.['lunchUntil'], '13:30'),
  takeUpMinutes: typeof site?.['takeUpMinutes'] === 'number' ? site['takeUpMinutes'] : 5, members,
});

function Field({ label, error, children }: { label: string; error?: string | undefined; children: ReactNode }) {
  return <label className="stack board-field">{label}{children}{error !== undefined && <span className="danger small">{error}</span>}</label>;
}

type Packs = CallAnswer<'GET /policy-packs'>;

/** Packs in use to choose from; shipped ones that are not in use yet are offered by one press. */
function PackChoice({ value, onChange }: { value: string | undefined; onChange: (pack: string) => void }) {
  const t = useBoardTexts();
  const pick = usePick();
  const client = useQueryClient();
  const id = useId();
  const mayInstall = useHasRight('policies.approve');
  const packs = useQuery({ queryKey: ['policy-packs'], queryFn: ({ signal }): Promise<Packs> => call('GET /policy-packs', { signal }) });
  const offered = mayInstall ? (packs.data?.offered ?? []) : [];
  const install = async (key: string) => {
    try {
      await call('POST /policy-packs/install', { body: { key } });
      await client.invalidateQueries({ queryKey: ['policy-packs'] });
      onChange(key);
    } catch (error) {
      reportProblem(error);
    }
  };
  const options = (packs.data?.data ?? []).filter((pack) => pack.policies.some((policy) => policy.point === 'turn')).map((pack) => ({ value: pack.key, label: pick(pack.label) }));
  return (
    <div className="stack board-field">
      <label htmlFor={id}>{t('sites.pack')}</label>
      <Select id={id} value={value ?? null} options={options} placeholder={t('sites.noPack')} onChange={(key) => { if (key !== null) onChange(key); }} />
      {packs.data && options.length === 0 && !mayInstall && <span className="small muted">{t('sites.packNone')}</span>}
      {offered.length > 0 && <span className="small muted">{t('sites.offeredHint')}</span>}
      {offered.length > 0 && <div className="row wrap">{offered.map((pack) => <Button key={pack.key} size="small" onClick={() => void install(pack.key)}>{t('sites.offered', { name: pick(pack.label) })}</Button>)}</div>}
    </div>
  );
}

function Clocks({ label, from, until, onChange }: { label: string; from: string; until: string; onChange: (from: string, until: string) => void }) {
  const t = useBoardTexts();
  return (
    <fieldset className="board-clocks">
      <legend>{label}</legend>
      <Input type="time" aria-label={`${label} ${t('sites.from')}`} value={from} onChange={(event) => onChange(event.target.value, until)} />
      <span className="muted">{t('sites.until')}</span>
      <Input type="time" aria-label={`${label} ${t('sites.until')}`} value={until} onChange={(event) => onChange(from, event.target.value)} />
    </fieldset>
  );
}

function Members({ members, onChange }: { members: readonly Member[]; onChange: (members: readonly Member[]) => void }) {
  const t = useBoardTexts();
  return (
    <section className="stack">
      <h3 className="board-subhead">{t('sites.members')}</h3>
      <p className="small muted">{t('sites.membersHint')}</p>
      {members.length === 0 ? <p className="muted">{t('sites.noMembers')}</p> : <OrderList people={members} onChange={onChange} onRemove={(id) => onChange(members.filter((each) => each.userId !== id))} />}
      <RecordPicker target="user" value={undefined} label={t('sites.addMember')} placeholder={t('sites.addMember')} without={members.map((each) => each.userId)}
        onChange={(person) => { if (person) onChange([...members, { userId: person.id, name: person.name }]); }} />
    </section>
  );
}

interface DialogProps {
  /** Absent for a new one. */
  readonly site?: RecordData | undefined;
  readonly members: readonly Member[];
  onClose(): void;
}

/** Everything of a site that its managers set (RE-1). */
export function SiteDialog({ site, members, onClose }: DialogProps) {
  const t = useBoardTexts();
  const kit = useKitTexts();
  const client = useQueryClient();
  const { isBusy, error, issues, run } = useSubmit();
  const [form, setForm] = useState(() => formOf(site, members));
  const [isMissing, setMissing] = useState(false);
  const set = (change: Partial<SiteForm>) => setForm((old) => ({ ...old, ...change }));
  const save = async () => {
    const { manager, deputy, unit, pack, members: people, ...plain } = form;
    if (form.name.trim() === '' || !manager || !unit || pack === undefined) return setMissing(true);
    const body = { ...plain, name: form.name.trim(), projectManager: manager.id, deputy: deputy?.id ?? null, unit: unit.id, pack, members: people.map((each) => each.userId) };
    const done = await run(async () => (site ? call('PATCH /sites/{id}', { params: { id: site.id }, body, ifMatch: site.version }) : call('POST /sites', { body })));
    if (!done) return undefined;
    await Promise.all([client.invalidateQueries({ queryKey: ['records', 'site'] }), client.invalidateQueries({ queryKey: ['record', 'site'] })]);
    showToast(t('sites.saved'));
    return onClose();
  };
  const foot = <><Button onClick={onClose}>{kit('action.cancel')}</Button><Button type="primary" loading={isBusy} onClick={() => void save()}>{kit('action.save')}</Button></>;
  return (
    <Dialog title={site ? t('sites.editTitle') : t('sites.newTitle')} width={560} onClose={onClose} footer={foot}>
      <div className="stack board-form">
        <Field label={t('sites.name')} error={issues['name']}><Input maxLength={80} value={form.name} onChange={(event) => set({ name: event.target.value })} /></Field>
        <Field label={t('sites.manager')} error={issues['projectManager']}><RecordPicker target="user" value={form.manager} onChange={(manager) => set({ manager })} /></Field>
        <Field label={t('sites.deputy')} error={issues['deputy']}><RecordPicker target="user" value={form.deputy} placeholder={t('sites.nobody')} onChange={(deputy) => set({ deputy })} /><span className="small muted">{t('sites.deputyHint')}</span></Field>
        <Field label={t('sites.unit')} error={issues['unit']}><RecordPicker target="orgUnit" value={form.unit} onChange={(unit) => set({ unit })} /></Field>
        <PackChoice value={form.pack} onChange={(pack) => set({ pack })} />
        <Clocks label={t('sites.hours')} from={form.opensAt} until={form.closesAt} onChange={(opensAt, closesAt) => set({ opensAt, closesAt })} />
        <p className="small muted board-under">{t('sites.hoursHint')}</p>
        <Clocks label={t('sites.lunch')} from={form.lunchFrom} until={form.lunchUntil} onChange={(lunchFrom, lunchUntil) => set({ lunchFrom, lunchUntil })} />
        <Field label={t('sites.takeUp')} error={issues['takeUpMinutes']}><InputNumber min={1} max={120} precision={0} value={form.takeUpMinutes} onChange={(minutes) => set({ takeUpMinutes: minutes ?? 5 })} /></Field>
        <Members members={form.members} onChange={(next) => set({ members: next })} />
        {isMissing && error === '' && <p className="danger" role="alert">{t('sites.missing')}</p>}
        {error !== '' && <p className="danger" role="alert">{error}</p>}
      </div>
    </Dialog>
  );
}
