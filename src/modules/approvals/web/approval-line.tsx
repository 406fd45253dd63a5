import { PageLink } from '#kit/shell/page-link.tsx';
import { groupDigits } from '#kit/texts/numbers.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { type ApprovalLine, stateTones, useApprovalTexts } from './use-approvals.ts';

/** One request in a list: what, who, how far. */
export function ApprovalLineView({ line }: { line: ApprovalLine }) {
  const t = useApprovalTexts();
  const format = useFormat();
  const isOpen = line.state === 'open';
  return (
    <div className="approval-line grow">
      <div className="row wrap">
        <PageLink to={`/approvals/${line.id}`} className="approval-link">{line.title}</PageLink>
        {!line.canDecide && <span className={stateTones[line.state]}>{t(`state.${line.state}`)}</span>}
        {line.dueAt !== null && <span className={line.isLate ? 'tag tag-zhu' : 'tag'}>{line.isLate ? t('overdue') : t('due', { at: format.moment(line.dueAt) })}</span>}
      </div>
      <p className="small muted">
        {line.kindLabel} · {t('by', { name: line.requester.name, at: format.moment(line.createdAt) })}
        {line.amount !== null && ` · ${groupDigits(line.amount)}`}
        {isOpen && ` · ${t('at', { step: line.step, count: line.stepCount })} · ${line.waitingFor.length === 0 ? t('nobody') : t('waits', { names: line.waitingFor.slice(0, 3).join(t('comma')) })}`}
      </p>
    </div>
  );
}
