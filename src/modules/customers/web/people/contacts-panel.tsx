import { lazy, Suspense, useMemo, useState } from 'react';
import { ChoiceValue, TagsValue } from '#kit/field/choice-value.tsx';
import { isBlank, textOf } from '#kit/field/field-props.ts';
import { FieldValue } from '#kit/field/field-value.tsx';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { useAddress } from '#kit/module/registry.tsx';
import type { RecordData } from '#kit/records/record-types.ts';
import { fieldOf, useFindObject } from '#kit/records/use-meta.ts';
import { useRecords } from '#kit/records/use-records.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import type { ObjectMeta } from '#meta/view-model.ts';
import { PanelFoot, PanelList } from '../panel-parts.tsx';
import { useCustomersTexts } from '../use-customers-texts.ts';
import { isStyle, StyleBadge } from './style-badge.tsx';
import './people.css';

const CreateDialog = lazy(() => import('#kit/form/create-dialog.tsx'));
const SHOWN = 8;

function ContactLine({ contacts, contact, href }: { contacts: ObjectMeta; contact: RecordData; href: string }) {
  const t = useCustomersTexts();
  const roles = fieldOf(contacts, 'decisionRoles');
  const phone = fieldOf(contacts, 'phone');
  const channel = fieldOf(contacts, 'preferredChannel');
  const name = textOf(contact[contacts.title]);
  const style = contact['style'];
  return (
    <li className="panel-line contact-line">
      <div className="panel-line-head">
        <PageLink to={href}>{name}</PageLink>
        <span className="small muted">{textOf(contact['jobTitle'])}</span>
        {contact['isPrimary'] === true && <span className="tag">{t('contact.primary')}</span>}
        <span className="grow" />
        {isStyle(style) && <StyleBadge style={style} name={name} />}
      </div>
      {roles && !isBlank(contact['decisionRoles']) && <TagsValue object={contacts} field={roles} value={contact['decisionRoles']} isCell />}
      <div className="row wrap small muted">
        {phone && !isBlank(contact['phone']) && <FieldValue object={contacts} field={phone} value={contact['phone']} record={contact} />}
        {channel && !isBlank(contact['preferredChannel']) && <span>{t('contact.prefers')} <ChoiceValue field={channel} value={String(contact['preferredChannel'])} /></span>}
      </div>
    </li>
  );
}

/** The people at a customer: their part in the decision, their style, how to reach them (CU-2, CU-4). */
export default function ContactsPanel({ object, record }: RecordSlotProps) {
  const t = useCustomersTexts();
  const contacts = useFindObject()('contact');
  return contacts ? <Contacts contacts={contacts} object={object} record={record} /> : <p className="panel-empty faint small">{t('panel.denied')}</p>;
}

function Contacts({ contacts, object, record }: RecordSlotProps & { contacts: ObjectMeta }) {
  const t = useCustomersTexts();
  const address = useAddress()(contacts);
  const [isCreating, setCreating] = useState(false);
  const filter = useMemo(() => ({ field: 'customer', op: 'eq' as const, value: record.id }), [record.id]);
  const query = useRecords(contacts, { filter, sort: '-isPrimary,createdAt' }, SHOWN);
  const named = useMemo(() => ({ id: record.id, name: textOf(record[object.title]) }), [record, object.title]);
  const given = useMemo(() => ({ customer: named }), [named]);
  const mayCreate = contacts.grants.create !== undefined;
  const all = `${address}?filter=${encodeURIComponent(JSON.stringify({ ...filter, value: named }))}`;
  return (
    <>
      <PanelList query={query} count={query.records.length} empty={t('contact.empty')}>
        <ul>{query.records.slice(0, SHOWN).map((contact) => <ContactLine key={contact.id} contacts={contacts} contact={contact} href={`${address}/${contact.id}`} />)}</ul>
      </PanelList>
      <PanelFoot add={t('contact.add')} onAdd={mayCreate ? () => setCreating(true) : undefined}>
        {query.hasNextPage && <PageLink to={all}>{t('panel.all')}</PageLink>}
      </PanelFoot>
      {isCreating && <Suspense fallback={null}><CreateDialog object={contacts} given={given} onClose={() => setCreating(false)} onCreated={() => setCreating(false)} /></Suspense>}
    </>
  );
}
