import { isJsonObject, isSameJson } from '#kernel/json.ts';
import { FieldValue } from '#kit/field/field-value.tsx';
import { useAddress } from '#kit/module/registry.tsx';
import { fieldOf, useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { administrationTexts } from '../../administration.texts.ts';
import { useAuditWords } from './audit-words.ts';
import { leafChanges, leafText } from './leaf-changes.ts';
import type { AuditEntry } from './use-audit.ts';

/** One field from what to what: as the field itself shows it, else leaf by leaf. */
function ChangeLines({ entry, change }: { entry: AuditEntry; change: AuditEntry['changes'][number] }) {
  const t = useTexts(administrationTexts);
  const pick = usePick();
  const object = useFindObject()(entry.object ?? '');
  const field = object && fieldOf(object, change.field);
  if (object && field) {
    return (
      <li>
        <span className="audit-field">{pick(field.label)}</span>
        <span className="audit-from"><FieldValue object={object} field={field} value={change.from} /></span>
        <span aria-label={t('audit.became')}>→</span>
        <span className="audit-to"><FieldValue object={object} field={field} value={change.to} /></span>
      </li>
    );
  }
  return leafChanges(change.from, change.to).map((leaf) => (
    <li key={leaf.path.join('.')}>
      <span className="audit-field">{[...(change.field === 'definition' ? [] : [change.field]), ...leaf.path].join(' · ')}</span>
      <span className="audit-from">{leafText(leaf.from, t('audit.nothing'))}</span>
      <span aria-label={t('audit.became')}>→</span>
      <span className="audit-to">{leafText(leaf.to, t('audit.nothing'))}</span>
    </li>
  ));
}

/** Objects without a page of their own in the generic address space. */
const pages: Readonly<Record<string, string>> = { customField: '/admin/objects', customObject: '/admin/objects', objectLayout: '/admin/objects', setting: '/settings', role: '/roles' };

function RecordLink({ entry }: { entry: AuditEntry }) {
  const t = useTexts(administrationTexts);
  const address = useAddress();
  const object = useFindObject()(entry.object ?? '');
  const to = object && entry.recordId !== null ? `${address(object)}/${entry.recordId}` : entry.object === 'session' && entry.recordId !== null ? `/users/${entry.recordId}` : pages[entry.object ?? ''];
  return to === undefined ? null : <PageLink to={to}>{t('audit.open')}</PageLink>;
}

/** Everything the trail knows of one entry, in words. */
export function AuditEntryDetail({ entry }: { entry: AuditEntry }) {
  const t = useTexts(administrationTexts);
  const words = useAuditWords();
  const format = useFormat();
  const changes = entry.changes.filter((change) => !isSameJson(change.from ?? null, change.to ?? null));
  const details = isJsonObject(entry.detail) ? leafChanges(null, entry.detail) : [];
  return (
    <div className="audit-detail">
      <dl className="facts">
        <dt>{t('audit.when')}</dt><dd>{format.fullMoment(entry.at)}</dd>
        <dt>{t('audit.who')}</dt><dd>{entry.actor.name} <span className="small faint">{t(entry.actor.kind === 'system' ? 'audit.bySystem' : entry.actor.kind === 'api-key' ? 'audit.byKey' : 'audit.byPerson')}</span></dd>
        <dt>{t('audit.what')}</dt><dd>{words.action(entry.action)} {entry.object === 'session' ? '' : words.object(entry.object)} {!entry.ok && <span className="tag tag-zhu">{t('audit.refused')}</span>} <RecordLink entry={entry} /></dd>
        <dt>{t('audit.where')}</dt><dd>{entry.ip ?? t('audit.nothing')}</dd>
        {entry.recordId !== null && <><dt>{t('audit.record')}</dt><dd><code className="small">{entry.recordId}</code></dd></>}
        {entry.requestId !== null && <><dt>{t('audit.request')}</dt><dd><code className="small">{entry.requestId}</code></dd></>}
      </dl>
      {changes.length > 0 && <ul className="audit-changes" aria-label={t('audit.changes')}>{changes.map((change) => <ChangeLines key={change.field} entry={entry} change={change} />)}</ul>}
      {details.length > 0 && (
        <dl className="facts audit-facts">
          {details.map((leaf) => <div key={leaf.path.join('.')}><dt>{leaf.path.join(' · ')}</dt><dd>{leafText(leaf.to, t('audit.nothing'))}</dd></div>)}
        </dl>
      )}
    </div>
  );
}
