import { useFormat } from '#kit/texts/use-format.ts';
import { type Approval, useApprovalTexts } from '../use-approvals.ts';

type Signer = Approval['steps'][number]['signers'][number];

const tones: Readonly<Record<Signer['state'], string>> = {
  waiting: 'tag tag-hu', later: 'tag', approved: 'tag tag-green', rejected: 'tag tag-zhu', returned: 'tag tag-zhu', passed: 'tag', skipped: 'tag',
};
const notedOrigins = ['fallback', 'added', 'delegated', 'escalated', 'assigned'] as const;

function SignerLine({ signer }: { signer: Signer }) {
  const t = useApprovalTexts();
  const format = useFormat();
  const origin = notedOrigins.find((one) => one === signer.origin);
  return (
    <li className="row wrap">
      <span>{signer.name}</span>
      {signer.actedBy !== null && <span className="small muted">{t('detail.signed', { name: signer.actedBy })}</span>}
      <span className={tones[signer.state]}>{t(`task.${signer.state}`)}</span>
      {origin && <span className="small muted">{t(`origin.${origin}`)}</span>}
      {signer.dueAt !== null && <span className="small muted">{t('due', { at: format.moment(signer.dueAt) })}</span>}
    </li>
  );
}

/** The steps of the flow: who is asked, how their opinions count, how far it is. */
export function ApprovalSteps({ approval }: { approval: Approval }) {
  const t = useApprovalTexts();
  return (
    <section className="card">
      <h2 className="card-head">{t('detail.steps')}<span className="small muted admin-note">{approval.flowName ?? t('detail.defaultFlow')}</span></h2>
      <ol className="card-body approval-steps">
        {approval.steps.map((step) => (
          <li key={step.number} className={`approval-step is-${step.state}`} {...(step.state === 'current' && approval.state === 'open' && { 'aria-current': 'step' as const })}>
            <span className="approval-step-number" aria-hidden>{step.number}</span>
            <div className="grow">
              <div><b>{step.name ?? step.by}</b> <span className="small muted">{step.name === null ? step.rule : `${step.by} · ${step.rule}`}</span></div>
              {step.signers.length > 0 && <ul>{step.signers.map((signer) => <SignerLine key={signer.id} signer={signer} />)}</ul>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
