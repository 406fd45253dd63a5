import { PageLink } from '#kit/shell/page-link.tsx';
import { type Approval, useApprovalTexts } from '../use-approvals.ts';

/** What is asked: each item with what it is now and what it becomes. */
export function ApprovalChanges({ approval }: { approval: Approval }) {
  const t = useApprovalTexts();
  const hasBefore = approval.changes.some((change) => change.from !== null);
  return (
    <section className="card">
      <h2 className="card-head">{t('detail.what')}{approval.link !== null && <PageLink to={approval.link} className="small no-print">{t('detail.open')}</PageLink>}</h2>
      {approval.note !== null && <p className="card-body approval-note">{approval.note}</p>}
      {approval.changes.length > 0 && (
        <div className="admin-scroll">
          <table className="admin-table approval-diff">
            <thead><tr><th scope="col">{t('detail.field')}</th>{hasBefore && <th scope="col">{t('detail.from')}</th>}<th scope="col">{t('detail.to')}</th></tr></thead>
            <tbody>
              {approval.changes.map((change) => (
                <tr key={change.label}>
                  <th scope="row">{change.label}</th>
                  {change.isWithheld ? <td colSpan={2} className="faint">{t('detail.withheld')}</td> : (
                    <>
                      {hasBefore && <td>{change.from === null ? <span className="faint">{t('detail.none')}</span> : <del>{change.from}</del>}</td>}
                      <td>{change.to === null ? <span className="faint">{t('detail.none')}</span> : <ins>{change.to}</ins>}</td>
                    </>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
