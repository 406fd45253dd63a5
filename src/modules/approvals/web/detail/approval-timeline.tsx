import { useFormat } from '#kit/texts/use-format.ts';
import { type Approval, useApprovalTexts } from '../use-approvals.ts';

type Entry = Approval['entries'][number];

const colours: Readonly<Partial<Record<Entry['action'], string>>> = {
  approve: 'green', approveElsewhere: 'green', reject: 'zhu', rejectElsewhere: 'zhu', return: 'zhu', escalate: 'hu', remind: 'hu',
};

function EntryLine({ entry }: { entry: Entry }) {
  const t = useApprovalTexts();
  const format = useFormat();
  const isStandIn = entry.for !== null && entry.action !== 'escalate';
  const who = isStandIn ? t('detail.stood', { name: entry.actor ?? '', for: entry.for ?? '' }) : (entry.actor ?? t('entry.system'));
  return (
    <li className={`approval-entry is-${colours[entry.action] ?? 'plain'}`}>
      <div className="row wrap"><b>{who}</b><span>{t(`entry.${entry.action}`, { to: entry.to ?? '', for: entry.for ?? '' })}</span><time className="small faint" dateTime={entry.at}>{format.fullMoment(entry.at)}</time></div>
      {entry.opinion !== null && <p className="approval-opinion">{entry.opinion}</p>}
    </li>
  );
}

/** Everything that was done and said, in order. */
export function ApprovalTimeline({ approval }: { approval: Approval }) {
  const t = useApprovalTexts();
  const rounds = [...Map.groupBy(approval.entries, (entry) => entry.round)];
  return (
    <section className="card">
      <h2 className="card-head">{t('detail.opinions')}</h2>
      <div className="card-body stack">
        {rounds.map(([round, entries]) => (
          <div key={round}>
            {rounds.length > 1 && <h3 className="small muted">{t('detail.round', { round })}</h3>}
            <ol className="approval-entries">{entries.map((entry) => <EntryLine key={entry.id} entry={entry} />)}</ol>
          </div>
        ))}
      </div>
    </section>
  );
}
