import { Pin } from 'lucide-react';
import { Suspense, useState } from 'react';
import { ChoiceValue } from '#kit/field/choice-value.tsx';
import { lazyOf } from '#kit/module/registry.tsx';
import { fieldOf } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { DueTag } from '../tasks/task-line.tsx';
import { useCustomersTexts } from '../use-customers-texts.ts';
import { ChangeLines } from './change-lines.tsx';
import { EntryActions } from './entry-actions.tsx';
import { EntryEditor } from './entry-editor.tsx';
import { EntryIcon, useTimelineSources } from './entry-icon.tsx';
import { isActivityKind, type TimelineEntry } from './timeline-entry-data.ts';

interface EntryProps {
  readonly activities: ObjectMeta | undefined;
  readonly entry: TimelineEntry;
}

function EntryTags({ activities, entry }: EntryProps) {
  const t = useCustomersTexts();
  const outcome = activities && fieldOf(activities, 'outcome');
  const isOpenTask = entry.kind === 'task' && entry.status === 'open';
  return (
    <>
      {entry.isPinned && <span className="tag" title={t('timeline.isPinned')}><Pin size={11} aria-hidden />{t('timeline.isPinned')}</span>}
      {outcome && entry.outcome !== '' && <ChoiceValue field={outcome} value={entry.outcome} />}
      {isOpenTask && entry.dueAt !== '' && <DueTag at={entry.dueAt} />}
      {entry.kind === 'task' && entry.status === 'done' && <span className="tag tag-green">{t('timeline.isDone')}</span>}
      {entry.isForCustomer && <span className="tag tag-hu">{t('composer.outward')}</span>}
    </>
  );
}

/** The line below: who wrote it, with whom. */
function EntryFoot({ entry }: { entry: TimelineEntry }) {
  const t = useCustomersTexts();
  if (entry.actor === '' && !entry.contact) return null;
  return (
    <div className="small faint row wrap entry-foot">
      {entry.actor !== '' && <span>{entry.actor}</span>}
      {entry.contact && <span>{t('timeline.with')} <PageLink to={`/contacts/${entry.contact.id}`}>{entry.contact.name}</PageLink></span>}
    </div>
  );
}

/** A body of a module's own kind, drawn by that module. */
function OwnBody({ entry }: { entry: TimelineEntry }) {
  const source = useTimelineSources().get(entry.kind);
  if (!source?.load) return entry.body ? <p className="entry-body">{entry.body}</p> : null;
  const View = lazyOf(source.load);
  return <Suspense fallback={null}><View entry={{ ...entry }} /></Suspense>;
}

/** One entry of the stream: when, what, with whom, how it went (UX-7). */
export function TimelineLine({ activities, entry }: EntryProps) {
  const pick = usePick();
  const format = useFormat();
  const t = useCustomersTexts();
  const [isEditing, setEditing] = useState(false);
  const source = useTimelineSources().get(entry.kind);
  const kind = source ? pick(source.label) : entry.kind;
  const isOwn = activities !== undefined && isActivityKind(entry.kind) && entry.mayEdit && activities.grants.update !== undefined;
  return (
    <li className={`entry${entry.isForCustomer ? ' is-outward' : ''}${entry.isPinned ? ' is-pinned' : ''}`}>
      <time className="small faint entry-when" dateTime={entry.at} title={format.fullMoment(entry.at)}>{format.moment(entry.at)}</time>
      <span className="entry-sign" title={kind}><EntryIcon kind={entry.kind} /></span>
      {isEditing && activities ? <EntryEditor activities={activities} entry={entry} onClose={() => setEditing(false)} /> : (
        <div className="entry-main">
          <div className="entry-head">
            <span className="visually-hidden">{kind}</span>
            <b className="entry-title">{entry.title || t('timeline.changed')}</b>
            <EntryTags activities={activities} entry={entry} />
            {isOwn && <EntryActions activities={activities} entry={entry} onEdit={() => setEditing(true)} />}
          </div>
          <OwnBody entry={entry} />
          <ChangeLines entry={entry} />
          <EntryFoot entry={entry} />
        </div>
      )}
    </li>
  );
}
