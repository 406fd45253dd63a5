import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { X } from 'lucide-react';
import { useState } from 'react';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import type { NamedRef } from '#kit/records/record-types.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { AdminCard, RecordPicker, refreshMeta, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { useSetupTexts } from './setup-web.texts.ts';

type Pack = CallAnswer<'GET /service/setup'>['packs'][number];

function Packs({ packs, value, onChange }: { packs: readonly Pack[]; value: string; onChange: (key: string) => void }) {
  const t = useSetupTexts();
  const pick = usePick();
  const about = (pack: Pack) => (pack.key === 'service-days' ? t('open.days') : pack.key === 'service-hours' ? t('open.hours') : pick(pack.about));
  return (
    <fieldset className="setup-packs">
      <legend>{t('open.pack')}</legend>
      {packs.map((pack) => (
        <label key={pack.key} className="setup-pack">
          <input type="radio" name="setup-pack" checked={value === pack.key} onChange={() => onChange(pack.key)} />
          <span>{pick(pack.label)}<span className="small muted setup-about">{about(pack)}</span></span>
        </label>
      ))}
    </fieldset>
  );
}

/** Opens the service desk: one of the packs, the unit, the people. */
export function OpenDesk({ packs }: { readonly packs: readonly Pack[] }) {
  const t = useSetupTexts();
  const client = useQueryClient();
  const submit = useSubmit();
  const [pack, setPack] = useState(packs[0]?.key ?? '');
  const [unit, setUnit] = useState<NamedRef>();
  const [members, setMembers] = useState<readonly NamedRef[]>([]);
  const go = async () => {
    const done = await submit.run(() => call('POST /service/setup', { body: { pack, unit: unit?.id ?? null, members: members.map((each) => each.id) } }));
    if (!done) return;
    showToast(t('open.done'));
    await Promise.all([client.invalidateQueries({ queryKey: ['service-setup'] }), client.invalidateQueries({ queryKey: ['records'] }), refreshMeta(client)]);
  };
  return (
    <AdminCard title={t('open.title')}>
      <div className="setup-open">
        <p className="muted">{t('open.hint')}</p>
        <Packs packs={packs} value={pack} onChange={setPack} />
        <div className="admin-field"><label htmlFor="setup-unit">{t('open.unit')}</label><RecordPicker id="setup-unit" target="orgUnit" value={unit} onChange={setUnit} /><p className="small muted">{t('open.unitHint')}</p></div>
        <div className="admin-field">
          <label htmlFor="setup-members">{t('open.members')}</label>
          <People people={members} onChange={setMembers} />
          <RecordPicker key={members.length} id="setup-members" target="user" placeholder={t('open.add')} value={undefined} without={members.map((each) => each.id)} onChange={(person) => person && setMembers([...members, person])} />
          <p className="small muted">{t('open.membersHint')}</p>
        </div>
        {submit.error && <p className="danger" role="alert">{submit.error}</p>}
        <div><Button type="primary" loading={submit.isBusy} disabled={pack === ''} onClick={() => void go()}>{t('open.go')}</Button></div>
      </div>
    </AdminCard>
  );
}

function People({ people, onChange }: { people: readonly NamedRef[]; onChange: (people: readonly NamedRef[]) => void }) {
  const t = useSetupTexts();
  if (people.length === 0) return null;
  return (
    <ul className="row wrap">
      {people.map((person) => (
        <li key={person.id} className="tag tag-qing setup-person">{person.name}<button type="button" className="plain-button" aria-label={t('open.remove', { name: person.name })} onClick={() => onChange(people.filter((each) => each.id !== person.id))}><X size={13} aria-hidden /></button></li>
      ))}
    </ul>
  );
}
