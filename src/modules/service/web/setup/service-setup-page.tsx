import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFindObject } from '#kit/records/use-meta.ts';
import { useCount } from '#kit/records/use-records.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import type { ObjectMeta } from '#meta/view-model.ts';
import { AdminCard, AdminPage } from '#modules/identity/web/identity.public.tsx';
import { useDesk } from '../queue/use-queue.ts';
import { MacroList } from './macro-list.tsx';
import { OpenDesk } from './open-desk.tsx';
import { ProcessView } from './process-view.tsx';
import { QueuePeople } from './queue-people.tsx';
import { useSetupTexts } from './setup-web.texts.ts';
import './service-setup.css';

function Counted({ object }: { object: ObjectMeta }) {
  const t = useSetupTexts();
  const count = useCount(object, {}).data;
  return <>{count === undefined ? '' : t(count === 0 ? 'lists.none' : 'lists.count', { n: count })}</>;
}

const lists = [
  { key: 'types', object: 'caseType', to: '/o/case-types' }, { key: 'causes', object: 'complaintCause', to: '/o/complaint-causes' }, { key: 'replies', object: 'cannedReply', to: '/o/canned-replies' },
  { key: 'policies', object: undefined, to: '/policies' }, { key: 'calendars', object: undefined, to: '/admin/calendars' },
] as const;

function Lists() {
  const t = useSetupTexts();
  const find = useFindObject();
  return (
    <AdminCard title={t('lists.title')} isFlush>
      <ul className="admin-lines">
        {lists.map(({ key, object: name, to }) => {
          const object = name === undefined ? undefined : find(name);
          if (name !== undefined && !object) return null;
          return <li key={key}><div className="grow"><PageLink to={to}>{t(`lists.${key}`)}</PageLink><p className="small muted">{t(`lists.${key}Hint`)}</p></div><span className="small muted">{object && <Counted object={object} />}</span></li>;
        })}
      </ul>
    </AdminCard>
  );
}

function Sections() {
  const find = useFindObject();
  const [queues, macros] = [find('serviceQueue'), find('caseMacro')];
  return (
    <>
      {queues && <QueuePeople object={queues} />}
      <Lists />
      {macros && <MacroList object={macros} />}
      <ProcessView />
    </>
  );
}

/** Sets the service desk up, and keeps it: queues and people, contents, macros, processes. */
export default function ServiceSetupPage() {
  const t = useSetupTexts();
  const desk = useDesk();
  return (
    <AdminPage title={t('title')} hint={t('hint')}>
      {desk.error && <ErrorState error={desk.error} onRetry={() => void desk.refetch()} />}
      {desk.isPending && <div className="card card-body"><SkeletonLines count={5} /></div>}
      {desk.data && (desk.data.isSetUp ? <Sections /> : <OpenDesk packs={desk.data.packs} />)}
    </AdminPage>
  );
}
