import { Button } from 'antd';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { isJsonObject } from '#kernel/json.ts';
import { useHasRight } from '#kit/api/session.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { fieldOf, useFindObject } from '#kit/records/use-meta.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { AdminPage } from '#modules/identity/web/identity.public.tsx';
import { administrationTexts } from '../../administration.texts.ts';
import { AuditEntryDetail } from './audit-entry-detail.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { useAuditWords } from './audit-words.ts';
import { ExportTrail } from './export-trail.tsx';
import { type AuditEntry, type AuditQuery, useAudit } from './use-audit.ts';
import { VerifyTrail } from './verify-trail.tsx';
import './audit.css';

const SHOWN_FIELDS = 4;

/** What an entry without changes is about: a name or key of its detail. */
function detailName(detail: unknown): string {
  if (!isJsonObject(detail)) return '';
  const name = ['name', 'username', 'key', 'what', 'reason'].map((key) => detail[key]).find((value) => typeof value === 'string' && value !== '');
  return typeof name === 'string' ? name : '';
}

/** Which fields changed, in the list's one line. */
function ChangedFields({ entry }: { entry: AuditEntry }) {
  const pick = usePick();
  const object = useFindObject()(entry.object ?? '');
  const names = entry.changes.slice(0, SHOWN_FIELDS).map(({ field }) => { const found = object && fieldOf(object, field); return found ? pick(found.label) : field; });
  const about = detailName(entry.detail);
  if (names.length === 0 || (!object && about !== '')) return <>{about}</>;
  return <>{names.join(' · ')}{entry.changes.length > SHOWN_FIELDS && ' …'}</>;
}

function EntryRow({ entry }: { entry: AuditEntry }) {
  const words = useAuditWords();
  const t = useTexts(administrationTexts);
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  return (
    <li className={entry.ok ? 'audit-entry' : 'audit-entry audit-bad'}>
      <button type="button" className="audit-line" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span className="faint">{isOpen ? <ChevronDown size={15} aria-hidden /> : <ChevronRight size={15} aria-hidden />}</span>
        <time className="small muted" dateTime={entry.at} title={format.fullMoment(entry.at)}>{format.moment(entry.at)}</time>
        <span className="truncate audit-actor">{entry.actor.name}</span>
        <span className="truncate"><b>{words.action(entry.action)}</b> {entry.object === 'session' ? '' : words.object(entry.object)} {!entry.ok && <span className="tag tag-zhu">{t('audit.refused')}</span>}</span>
        <span className="small muted truncate audit-fields"><ChangedFields entry={entry} /></span>
        <span className="small faint audit-ip">{entry.ip}</span>
      </button>
      {isOpen && <AuditEntryDetail entry={entry} />}
    </li>
  );
}

function Trail({ query }: { query: AuditQuery }) {
  const t = useTexts(administrationTexts);
  const found = useAudit(query);
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (found.isPending) return <div className="card card-body"><SkeletonLines count={10} /></div>;
  if (found.entries.length === 0) return <EmptyState title={t('audit.none')} hint={t('audit.noneHint')} />;
  return (
    <>
      <ol className="card audit-list">{found.entries.map((entry) => <EntryRow key={entry.id} entry={entry} />)}</ol>
      {found.hasNextPage ? <div className="admin-foot"><Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('audit.older')}</Button></div> : <p className="small faint audit-end">{t('audit.end')}</p>}
    </>
  );
}

/** Who did what, when, from where; nothing of it can be altered unseen (PL-50). */
export default function AuditPage() {
  const t = useTexts(administrationTexts);
  const may = useHasRight('admin.audit');
  const [query, setQuery] = useState<AuditQuery>({});
  return (
    <AdminPage title={t('audit.title')} hint={t('audit.hint')} actions={may && <><ExportTrail query={query} /><VerifyTrail /></>}>
      {may ? <><AuditFilters query={query} onChange={setQuery} /><Trail query={query} /></> : <EmptyState title={t('denied')} hint={t('audit.deniedHint')} />}
    </AdminPage>
  );
}
