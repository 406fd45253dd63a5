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
import { useEntryTitle } from './entry-title.ts';
import { useCheckInWords, VisitPhotos } from '../visits/visit-photos.tsx';
import { detailContact, detailText, isActivityKind, type TimelineEntry } from './timeline-entry-data.ts';

interface EntryProps {
  readonly activities: ObjectMeta | undefined;
  readonly entry: TimelineEntry;
}

function EntryTags({ activities, entry }: EntryProps) {
  const t = useCustomersTexts();
  const field = activities && fieldOf(activities, 'outcome');
  const outcome = detailText(entry, 'outcome');
  const status = detailText(entry, 'status');
  const dueAt = detailText(entry, 'dueAt');
  return (
    <>
      {entry.isPinned && <span className="tag"><Pin size={11} aria-hidden />{t('timeline.isPinned')}</span>}
      {field && outcome !== '' && <ChoiceValue field={field} value={outcome} />}
      {status === 'open' && dueAt !== '' && <DueTag at={dueAt} />}
      {entry.kind === 'task' && status === 'done' && <span className="tag tag-green">{t('timeline.isDone')}</span>}
      {entry.isForCustomer && <span className="tag tag-hu">{t('composer.outward')}</span>}
    </>
  );
}

/** The line below: who wrote it, with whom. */
function EntryFoot({ entry }: { entry: TimelineEntry }) {
  const t = useCustomersTexts();
  const contact = detailContact(entry);
  const sayCheckIn = useCheckInWords();
  const more = [detailText(entry, 'location'), sayCheckIn(entry.detail), typeof entry.detail['durationMinutes'] === 'number' ? t('timeline.minutes', { count: entry.detail['durationMinutes'] }) : ''].filter(Boolean);
  if (entry.actor === '' && !contact && more.length === 0) return null;
  return (
    <div className="small faint row wrap entry-foot">
      {entry.actor !== '' && <span>{entry.actor}</span>}
      {contact && <span>{t('timeline.with')} <PageLink to={`/contacts/${contact.id}`}>{contact.name}</PageLink></span>}
      {more.map((words) => <span key={words}>{words}</span>)}
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
  const [isEditing, setEditing] = useState(false);
  const sayTitle = useEntryTitle();
  const source = useTimelineSources().get(entry.kind);
  const kind = source ? pick(source.label) : entry.kind;
  const isOwn = activities !== undefined && isActivityKind(entry.kind) && activities.grants.update !== undefined;
  return (
    <li className={`entry${entry.isForCustomer ? ' is-outward' : ''}${entry.isPinned ? ' is-pinned' : ''}`}>
      <time className="small faint entry-when" dateTime={entry.at} title={format.fullMoment(entry.at)}>{format.moment(entry.at)}</time>
      <span className="entry-sign" title={kind}><EntryIcon kind={entry.kind} /></span>
      {isEditing && activities ? <EntryEditor activities={activities} entry={entry} onClose={() => setEditing(false)} /> : (
        <div className="entry-main">
          <div className="entry-head">
            <span className="visually-hidden">{kind}</span>
            <b className="entry-title">{sayTitle(entry)}</b>
            <EntryTags activities={activities} entry={entry} />
            {isOwn && <EntryActions activities={activities} entry={entry} onEdit={() => setEditing(true)} />}
          </div>
          <OwnBody entry={entry} />
          <VisitPhotos detail={entry.detail} />
          <ChangeLines entry={entry} />
          <EntryFoot entry={entry} />
        </div>
      )}
    </li>
  );
}
