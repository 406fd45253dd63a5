import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { Check, Search, X } from 'lucide-react';
import { useState } from 'react';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { useSession } from '#kit/api/session.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import type { NamedRef } from '#kit/records/record-types.ts';
import { fieldOf, useFindObject, useMeta } from '#kit/records/use-meta.ts';
import { useLocale, usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { AdminCard, AdminPage, RecordPicker } from '#modules/identity/web/identity.public.tsx';
import { administrationTexts } from '../../administration.texts.ts';
import './inspector.css';

/** `GET /inspector`. */
type Inspection = CallAnswer<'GET /inspector'>;

const inspectors = ['admin.roles', 'admin.users', 'admin.audit'];

function Answer({ found, recordName }: { found: Inspection; recordName: string | undefined }) {
  const t = useTexts(administrationTexts);
  const pick = usePick();
  const object = useFindObject()(found.object);
  const verdict = found.allowed['read'];
  const words = { person: found.user.name, object: object ? pick(object.label.one) : found.object, record: recordName ?? '' };
  const isAllowed = verdict?.isAllowed === true;
  const key = recordName === undefined ? (isAllowed ? 'inspect.canAll' : 'inspect.cannotAll') : (isAllowed ? 'inspect.can' : 'inspect.cannot');
  return (
    <section className={`card answer ${isAllowed ? 'answer-yes' : 'answer-no'}`} role="status">
      <span className="answer-mark" aria-hidden>{isAllowed ? <Check size={20} /> : <X size={20} />}</span>
      <div className="stack">
        <p className="answer-line">{t(key, words)}</p>
        <ol className="reasons">{found.because.map((reason) => <li key={reason.text}>{reason.text}</li>)}</ol>
      </div>
    </section>
  );
}

function ActionTable({ found }: { found: Inspection }) {
  const t = useTexts(administrationTexts);
  const { locale } = useLocale();
  return (
    <AdminCard title={t('inspect.actions')} isFlush>
      <div className="admin-scroll">
        <table className="admin-table inspect-table">
          <thead><tr><th scope="col">{t('inspect.action')}</th><th scope="col">{t('inspect.verdict')}</th><th scope="col">{t('inspect.why')}</th></tr></thead>
          <tbody>
            {Object.entries(found.allowed).map(([action, verdict]) => (
              <tr key={action}>
                <th scope="row">{administrationTexts.find(locale, `audit.action.${action}`) ?? action}</th>
                <td><span className={`tag ${verdict.isAllowed ? 'tag-green' : 'tag-zhu'}`}>{t(verdict.isAllowed ? 'inspect.yes' : 'inspect.no')}</span></td>
                <td className="small muted">{verdict.because.map((reason) => <div key={reason.text}>{reason.text}</div>)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </AdminCard>
  );
}

function FieldTable({ found }: { found: Inspection }) {
  const t = useTexts(administrationTexts);
  const pick = usePick();
  const object = useFindObject()(found.object);
  if (found.fields.length === 0) return <AdminCard title={t('inspect.fields')}><p className="muted small">{t('inspect.allFull')}</p></AdminCard>;
  const tones = { full: 'tag-green', masked: 'tag-hu', hidden: 'tag-zhu' } as const;
  return (
    <AdminCard title={t('inspect.fields')} note={t('inspect.fieldsNote')} isFlush>
      <ul className="admin-lines">
        {found.fields.map((line) => {
          const field = object && fieldOf(object, line.field);
          return (
            <li key={line.field}>
              <span className="grow">{field ? pick(field.label) : line.field}</span>
              <span className={`tag ${tones[line.view]}`}>{t(`inspect.view.${line.view}`)}</span>
              <span className="small muted inspect-edit">{t(line.canEdit ? 'inspect.editable' : 'inspect.readOnly')}</span>
            </li>
          );
        })}
      </ul>
    </AdminCard>
  );
}

function Inspected({ user, object, record }: { user: string; object: string; record: NamedRef | undefined }) {
  const { locale } = useLocale();
  const found = useQuery({
    queryKey: ['inspector', user, object, record?.id, locale],
    queryFn: ({ signal }) => call('GET /inspector', { signal, query: { user, object, record: record?.id } }),
    staleTime: 0,
  });
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <div className="card card-body"><SkeletonLines count={6} /></div>;
  return (
    <>
      <Answer found={found.data} recordName={record?.name} />
      <div className="inspect-grid"><ActionTable found={found.data} /><FieldTable found={found.data} /></div>
    </>
  );
}

/** Why can, or can't, this person see and treat this record (PL-31)? */
export default function InspectorPage() {
  const t = useTexts(administrationTexts);
  const pick = usePick();
  const navigate = useNavigate();
  const { rights } = useSession();
  const { objects } = useMeta();
  const search: { user?: string; userName?: string; object?: string; record?: string; recordName?: string } = useSearch({ strict: false });
  const [user, setUser] = useState<NamedRef | undefined>(search.user ? { id: search.user, name: search.userName ?? '' } : undefined);
  const [object, setObject] = useState(search.object ?? 'customer');
  const [record, setRecord] = useState<NamedRef | undefined>(search.record ? { id: search.record, name: search.recordName ?? '' } : undefined);
  const keep = (next: { user?: NamedRef | undefined; object: string; record?: NamedRef | undefined }) => void navigate({
    to: '.', replace: true,
    search: { object: next.object, ...(next.user ? { user: next.user.id, userName: next.user.name } : {}), ...(next.record ? { record: next.record.id, recordName: next.record.name } : {}) },
  });
  if (!inspectors.some((right) => rights.includes(right))) return <AdminPage title={t('inspect.title')}><EmptyState title={t('denied')} hint={t('inspect.deniedHint')} /></AdminPage>;
  return (
    <AdminPage title={t('inspect.title')} hint={t('inspect.hint')}>
      <div className="card inspect-ask">
        <div className="admin-field"><label htmlFor="inspect-user">{t('inspect.person')}</label><RecordPicker id="inspect-user" target="user" value={user} onChange={(next) => { setUser(next); keep({ user: next, object, record }); }} /></div>
        <div className="admin-field"><label htmlFor="inspect-object">{t('inspect.object')}</label><Select id="inspect-object" value={object} onChange={(next: string) => { setObject(next); setRecord(undefined); keep({ user, object: next }); }} options={objects.map((o) => ({ value: o.key, label: pick(o.label.one) }))} /></div>
        <div className="admin-field"><label htmlFor="inspect-record">{t('inspect.record')}</label><RecordPicker key={object} id="inspect-record" target={object} value={record} onChange={(next) => { setRecord(next); keep({ user, object, record: next }); }} /></div>
      </div>
      {user ? <Inspected user={user.id} object={object} record={record} /> : <EmptyState icon={<Search size={30} />} title={t('inspect.start')} hint={t('inspect.startHint')} />}
    </AdminPage>
  );
}
