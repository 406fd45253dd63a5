import { usePick } from '#kit/texts/locale-provider.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { ClauseMark } from '#kit/why/why.tsx';
import { type Proposal, type ShareLine, useRegistrationTexts } from './use-desk.ts';

type Party = 'earlier' | 'receiver' | 'designated' | 'assistant' | 'introducer' | 'earlierAll' | 'publicFund' | 'departmentFund';
const isParty = (text: string): text is Party => ['earlier', 'receiver', 'designated', 'assistant', 'introducer', 'earlierAll', 'publicFund', 'departmentFund'].includes(text);
type Owner = 'earlier' | 'receiver' | 'designated' | 'both' | 'firstNamed' | 'drawn' | 'publicFund' | 'department' | 'ruling';
const isOwner = (text: string): text is Owner => ['earlier', 'receiver', 'designated', 'both', 'firstNamed', 'drawn', 'publicFund', 'department', 'ruling'].includes(text);

/** `秦望舒 50%、方若溪 50%`; a person whom nobody knows yet is called by their part. */
export function Shares({ shares, owner }: { shares: readonly ShareLine[]; owner: string }) {
  const t = useRegistrationTexts();
  if (shares.length === 0) return <span className="tag">{isOwner(owner) ? t(`owner.${owner}`) : owner}</span>;
  return (
    <span className="share-lines">
      {shares.map((share) => <span key={`${share.party} ${share.person?.id ?? ''}`} className="tag">{t('share', { name: share.person?.name ?? (isParty(share.party) ? t(`party.${share.party}`) : share.party), percent: Number(share.percent.toFixed(2)) })}</span>)}
    </span>
  );
}

/** Who receives and why, and what ownership may come to: read aloud when it changes. */
export function ProposalCard({ data }: { data: Proposal }) {
  const t = useRegistrationTexts();
  const pick = usePick();
  const format = useFormat();
  const { proposal } = data;
  if (proposal === null) return null;
  const { receiver, rule, isCounted } = proposal;
  const who = receiver ? t('by', { name: receiver.name }) : rule === 'nobody' ? t('noReception') : rule === 'manager' ? t('byManager') : t('byNobody');
  return (
    <section className="desk-proposal" aria-live="polite">
      <h3>{t('proposal')}</h3>
      <p className="desk-who">{who}{receiver && <span className="desk-counted">{isCounted ? t('counted') : t('uncounted')}</span>}</p>
      {!receiver && rule !== 'nobody' && rule !== 'manager' && <p className="small">{t('busyAll')}</p>}
      {proposal.text && <p>{pick(proposal.text)}</p>}
      <p className="row wrap small"><span className="why-mark is-plain"><ClauseMark clause={proposal.clause} /></span><span className="muted">{t('version', { n: proposal.version, date: format.date(proposal.activeFrom.slice(0, 10)) })}</span></p>
      {data.ownership.length > 0 && (
        <details className="desk-comes" open={data.ownership.length <= 4}>
          <summary>{t('comes')}</summary>
          <ul>{data.ownership.map((each) => <li key={`${each.clause} ${JSON.stringify(each.shares)}`} title={each.text ? pick(each.text) : undefined}><span className="why-mark is-plain"><ClauseMark clause={each.clause} /></span><Shares shares={each.shares} owner={each.owner} /></li>)}</ul>
        </details>
      )}
    </section>
  );
}

/** Earlier registrations that fit what is typed; the desk says whether it is the same person. */
export function FoundList({ data, chosen, isSearched, onChoose }: { data: Proposal; chosen: string | undefined; isSearched: boolean; onChoose: (customer: string | undefined) => void }) {
  const t = useRegistrationTexts();
  const format = useFormat();
  if (data.found.length === 0) return isSearched ? <p className="small muted" role="status">{t('foundNone')}</p> : null;
  return (
    <ul className="desk-found" aria-label={t('found')}>
      {data.found.map((visit) => {
        const isChosen = data.customer === visit.customerId;
        return (
          <li key={visit.registrationId} className={isChosen ? 'is-chosen' : undefined}>
            <div className="grow">
              <p><b>{visit.visitor}</b> <span className="small muted">{visit.phone}</span></p>
              <p className="small">{t('foundLine', { date: format.date(visit.arrivedOn), receiver: visit.receiver?.name ?? '–' })} · <span className="desk-whole">{visit.isConfirmed ? t('confirmed') : t('unconfirmed')}</span></p>
              <p className="small muted">{visit.validUntil ? t('validUntil', { date: format.date(visit.validUntil) }) : t('notValid')}</p>
            </div>
            {!visit.isSamePhone && <button type="button" className="desk-option" onClick={() => onChoose(chosen === visit.customerId ? undefined : visit.customerId)}>{chosen === visit.customerId ? t('unchoose') : t('choose')}</button>}
          </li>
        );
      })}
    </ul>
  );
}
