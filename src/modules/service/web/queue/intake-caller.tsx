import { Input } from 'antd';
import { useReferenceOptions } from '#kit/field/reference-options.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { RecordPicker } from '#modules/identity/web/identity.public.tsx';
import { DueWords } from './due-words.tsx';
import { type Caller, type IntakeDraft, SHORTEST, customerOf } from './use-intake.ts';
import { useClock, useQueueTexts } from './use-queue.ts';

interface CallerProps {
  readonly draft: IntakeDraft;
  readonly caller: Caller | undefined;
  onChange(part: Partial<IntakeDraft>): void;
}

type OpenCase = Caller['cases'][number];

/** Whoever has the number, one press each; a single one is meant without pressing. */
function Found({ draft, caller, onChange }: CallerProps) {
  const t = useQueueTexts();
  const chosen = customerOf(draft, caller);
  const list = caller?.customers ?? [];
  if (list.length === 0) return null;
  return (
    <fieldset className="intake-found">
      <legend className="intake-label">{t(caller?.match === 'end' ? 'intake.foundByEnd' : 'intake.found')}</legend>
      {list.map((each) => (
        <label key={each.id} className="pick-line">
          <input type="radio" name="intake-customer" checked={chosen?.id === each.id} onChange={() => onChange({ customer: { id: each.id, name: each.name } })} />
          <span>{each.name} <span className="small muted">{[each.code, each.contact === null ? null : t('intake.contactOf', { name: each.contact })].filter(Boolean).join(' · ')}</span></span>
        </label>
      ))}
      <label className="pick-line"><input type="radio" name="intake-customer" checked={draft.customer === null} onChange={() => onChange({ customer: null })} /><span>{t('intake.notThem')}</span></label>
    </fieldset>
  );
}

const FEW = 4;

/** Customers that are called like the caller, while the name is typed; one press takes one. */
function ByName({ name, onChange }: { readonly name: string } & Pick<CallerProps, 'onChange'>) {
  const t = useQueueTexts();
  const isAsked = name.trim().length >= 2;
  const { options } = useReferenceOptions('customer', name, isAsked);
  if (!isAsked || options.length === 0) return null;
  return (
    <div className="row wrap small intake-names" role="status">
      <span className="muted">{t('intake.isIt')}</span>
      {options.slice(0, FEW).map((each) => <button key={each.id} type="button" className="link-button" onClick={() => onChange({ customer: each })}>{each.name}</button>)}
    </div>
  );
}

/** The number first: it tells who calls. A name where the number tells nothing. */
export function CallerFields({ draft, caller, onChange }: CallerProps) {
  const t = useQueueTexts();
  const isListed = caller?.customers.some((each) => each.id === draft.customer?.id) === true;
  const isKnown = (caller?.customers.length ?? 0) > 0;
  const digits = draft.phone.replace(/\D/g, '').length;
  return (
    <>
      <div className="intake-pair">
        <label className="intake-field" data-first>
          <span className="intake-label">{t('intake.phone')}</span>
          <Input type="tel" inputMode="tel" autoComplete="off" maxLength={40} placeholder={t('intake.phoneHint')} value={draft.phone} onChange={(event) => onChange({ phone: event.target.value, customer: undefined })} />
        </label>
        <label className="intake-field">
          <span className="intake-label">{t('intake.reporter')}</span>
          <Input autoComplete="off" maxLength={60} value={draft.reporter} onChange={(event) => onChange({ reporter: event.target.value })} />
        </label>
      </div>
      <div role="status" className="small muted">{digits >= SHORTEST && caller && !isKnown && draft.customer === undefined ? t(caller.phone === null ? 'intake.badPhone' : 'intake.nobody') : ''}</div>
      {!isKnown && draft.customer === undefined && <ByName name={draft.reporter} onChange={onChange} />}
      <Found draft={draft} caller={caller} onChange={onChange} />
      {(!isKnown || draft.customer === null || (draft.customer !== undefined && !isListed)) && (
        <div className="intake-field">
          <label className="intake-label" htmlFor="intake-customer">{t('intake.customer')}</label>
          <RecordPicker id="intake-customer" target="customer" placeholder={t('intake.customerHint')} value={draft.customer ?? undefined} onChange={(customer) => onChange({ customer })} />
        </div>
      )}
    </>
  );
}

/** What is open already: often the caller asks after it, and a second case would be one too many. */
export function OpenOnes({ cases, onAdd }: { cases: readonly OpenCase[]; onAdd: (open: OpenCase) => void }) {
  const t = useQueueTexts();
  const format = useFormat();
  const now = useClock();
  if (cases.length === 0) return null;
  return (
    <section className="intake-open" aria-label={t('intake.openOnes', { n: cases.length })}>
      <h3>{t('intake.openOnes', { n: cases.length })}</h3>
      <ul>
        {cases.map((open) => (
          <li key={open.id}>
            <div className="grow"><PageLink to={`/cases/${open.id}`}>{open.number} {open.subject}</PageLink><p className="small muted">{t('intake.received', { at: format.moment(open.receivedAt) })}{open.owner && ` · ${open.owner.name}`}</p><DueWords row={open} now={now} /></div>
            <button type="button" className="plain-button intake-add" onClick={() => onAdd(open)}>{t('intake.addHere')}</button>
          </li>
        ))}
      </ul>
    </section>
  );
}
