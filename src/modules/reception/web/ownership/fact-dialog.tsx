import { useQuery, useQueryClient } from '@tanstack/react-query';
import { DatePicker, Input, Select } from 'antd';
import { useState } from 'react';
import { call, type RowOf } from '#kit/api/typed-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { ClauseMark } from '#kit/why/why.tsx';
import dayjs from 'dayjs';
import { ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { Shares } from '../registration/proposal-card.tsx';
import { Questions } from '../registration/questions.tsx';
import { RelatedPicker } from '../registration/related-picker.tsx';
import { type Answers, type Question, useMembers, useRegistrationTexts } from '../registration/use-desk.ts';

type OwnershipCase = RowOf<'GET /customers/{id}/ownership'>;

const RECOGNISED = 'recognised';
/** Matters in which another registration, or a person, is concerned. */
const withOther = new Set([RECOGNISED, 'household', 'conflict']);
const withPerson: Readonly<Record<string, 'designated' | 'receiver'>> = { midwayDesignation: 'designated', refusal: 'receiver', discount: 'receiver', sameDayOther: 'receiver' };

interface FactState {
  readonly what?: string;
  readonly on: string;
  readonly answers: Answers;
  readonly other?: string | undefined;
  readonly person?: string | undefined;
  readonly reason: string;
}

function bodyOf({ what, on, answers, other, person, reason }: FactState) {
  const party = what === undefined ? undefined : withPerson[what];
  return {
    facts: { ...answers, ...(what === RECOGNISED ? { recognisedOn: on } : what !== undefined && { matter: what }) },
    ...(other !== undefined && { otherRegistration: other }), ...(party && person !== undefined && { parties: { [party]: person } }), ...(reason.trim() !== '' && { reason: reason.trim() }),
  };
}

/** Asks only for what would change the answer, shows the answer, and records it (RE-21). */
export default function FactDialog({ one, customerId, onClose }: { one: OwnershipCase; customerId: string; onClose: () => void }) {
  const t = useRegistrationTexts();
  const pick = usePick();
  const client = useQueryClient();
  const format = useFormat();
  const [state, setState] = useState<FactState>({ on: format.today(), answers: {}, reason: '' });
  const [asked, setAsked] = useState<readonly Question[]>([]);
  const change = (part: Partial<FactState>) => setState((old) => ({ ...old, ...part }));
  const matters = (useFindObject()('visitRegistration')?.fields.find((field) => field.key === 'matter')?.choices ?? []).filter(({ value }) => value !== 'visit').map((choice) => ({ value: choice.value, label: pick(choice.label) }));
  const members = useMembers(one.site.id).data?.data.map(({ userId, name }) => ({ value: userId, label: name })) ?? [];
  const body = bodyOf(state);
  const tried = useQuery({
    queryKey: ['ownership-try', one.id, body], enabled: state.what !== undefined, gcTime: 10_000,
    queryFn: async ({ signal }) => {
      const answer = await call('POST /ownership-cases/{id}/try', { signal, params: { id: one.id }, body });
      setAsked((old) => [...old, ...answer.questions.filter((question) => !old.some((each) => each.fact === question.fact))]);
      return answer;
    },
  });
  const send = async () => {
    await call('POST /ownership-cases/{id}/facts', { params: { id: one.id }, body });
    showToast(t('ownership.saved'));
    await client.invalidateQueries({ queryKey: ['record', 'customer', customerId] });
  };
  const { what } = state;
  return (
    <ConfirmDialog title={t('ownership.title')} ok={t('ownership.save')} onConfirm={send} onClose={onClose}>
      <div className="desk-form">
        <label className="desk-field"><span className="desk-label">{t('ownership.what')}</span><Select options={[{ value: RECOGNISED, label: t('ownership.recognised') }, ...matters]} value={what ?? null} onChange={(value: string | null) => { setAsked([]); change({ answers: {}, other: undefined, person: undefined, ...(value !== null && { what: value }) }); }} /></label>
        {what === RECOGNISED && <DatePicker aria-label={t('visits.day')} allowClear={false} value={dayjs(state.on)} onChange={(day: dayjs.Dayjs | null) => { if (day) change({ on: day.format('YYYY-MM-DD') }); }} />}
        {what !== undefined && withOther.has(what) && <RelatedPicker site={one.site.id} label={`${t('ownership.other')}（${t('ownership.otherHint')}）`} by="registration" value={state.other} onChange={(other) => change({ other })} />}
        {what !== undefined && withPerson[what] !== undefined && <label className="desk-field"><span className="desk-label">{t('ownership.who')}</span><Select allowClear showSearch optionFilterProp="label" options={members} value={state.person ?? null} onChange={(person: string | null) => change({ person: person ?? undefined })} /></label>}
        {tried.data && <Questions questions={tried.data.questions} asked={asked} answers={state.answers} onChange={(answers) => change({ answers })} />}
        {tried.data?.answer && (
          <section className="desk-proposal" aria-live="polite"><h3>{t('ownership.result')}</h3>
            <p className="row wrap"><span className="why-mark is-plain"><ClauseMark clause={tried.data.answer.clause} /></span><Shares shares={tried.data.answer.shares} owner={tried.data.answer.owner} /></p>
            {tried.data.answer.text && <p className="small">{pick(tried.data.answer.text)}</p>}
          </section>
        )}
        <label className="desk-field"><span className="desk-label">{t('ownership.reason')}</span><Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} value={state.reason} onChange={(event) => change({ reason: event.target.value })} /></label>
      </div>
    </ConfirmDialog>
  );
}
