import { useParams } from '@tanstack/react-router';
import { openVersion, useModel, type PolicyView } from '../use-policies.ts';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { PolicyFrame, WithPolicy } from '../policy-frame.tsx';
import { PolicyEditor, PolicyReader } from './policy-editor.tsx';

/** Chooses what is shown: the open draft, what waits for approval, else the version in force or the newest. */
function Loaded({ policy }: { policy: PolicyView }) {
  const open = openVersion(policy);
  const shown = open ?? policy.versions.find((each) => each.number === policy.inForce) ?? policy.versions.find((each) => each.status !== 'withdrawn') ?? policy.versions[0];
  const baseNumber = open === undefined ? null : (open.basedOn ?? policy.inForce);
  const model = useModel(policy.key, shown?.number);
  const base = useModel(policy.key, baseNumber === shown?.number ? null : baseNumber);
  if (model.error) return <PolicyFrame policy={policy} at="table"><ErrorState error={model.error} onRetry={() => void model.refetch()} /></PolicyFrame>;
  if (!shown || !model.data || (baseNumber !== null && base.isLoading)) return <PolicyFrame policy={policy} at="table"><div className="card card-body"><SkeletonLines count={10} /></div></PolicyFrame>;
  const common = { policy, version: shown, model: model.data, base: base.data ?? null };
  return shown.status === 'draft' ? <PolicyEditor key={`draft-${shown.number}`} {...common} /> : <PolicyReader key={`read-${shown.number}`} {...common} />;
}

/** A policy's tables with their clauses, checks and cases (PL-40). */
export default function PolicyPage() {
  const { key = '' }: { key?: string } = useParams({ strict: false });
  return <WithPolicy key={key} policyKey={key}>{(policy) => <Loaded policy={policy} />}</WithPolicy>;
}
