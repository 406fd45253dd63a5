import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { useHasRight } from '#kit/api/session.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { formatNumber } from '#kit/texts/numbers.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { ConfirmDialog } from '#modules/identity/web/identity.public.tsx';
import { policiesTexts } from '../../policies.texts.ts';
import { PolicyFrame, useSince, WithPolicy } from '../policy-frame.tsx';
import { openVersion, type PolicyView, useRefreshPolicies, type VersionView } from '../use-policies.ts';
import { DmnExport, DmnImport } from './dmn-buttons.tsx';
import { SettleButtons } from './settle-buttons.tsx';

interface LineProps {
  readonly policy: PolicyView;
  readonly version: VersionView;
  readonly isChosen: boolean;
  onChoose(): void;
  onDraft: (() => void) | undefined;
}

function stateOf(policy: PolicyView, version: VersionView): 'draft' | 'submitted' | 'withdrawn' | 'inForce' | 'coming' | 'superseded' {
  if (version.status !== 'approved') return version.status;
  if (version.number === policy.inForce) return 'inForce';
  const current = policy.versions.find((each) => each.number === policy.inForce);
  return (version.activeFrom ?? '') > (current?.activeFrom ?? '') ? 'coming' : 'superseded';
}

const tones = { draft: 'tag-hu', submitted: 'tag-qing', withdrawn: '', inForce: 'tag-green', coming: 'tag-green', superseded: '' } as const;

function VersionLine({ policy, version, isChosen, onChoose, onDraft }: LineProps) {
  const t = useTexts(policiesTexts);
  const format = useFormat();
  const since = useSince();
  const state = stateOf(policy, version);
  const people = [
    version.createdBy ? t('history.draftedBy', { who: version.createdBy }) : '', version.submittedBy ? t('history.submittedBy', { who: version.submittedBy }) : '',
    version.approvedBy && version.approvedAt ? t('history.approvedBy', { who: version.approvedBy, at: format.fullMoment(version.approvedAt) }) : '',
  ].filter((part) => part !== '');
  return (
    <li className="version-line">
      <label className="version-pick no-print"><input type="checkbox" checked={isChosen} onChange={onChoose} aria-label={t('history.choose', { number: version.number })} /></label>
      <div className="grow">
        <div className="row wrap"><b>v{version.number}</b><span className={`tag ${tones[state]}`}>{t(`history.state.${state}`)}</span><span>{since(version.activeFrom)}</span>{version.basedOn !== null && <span className="small muted">{t('history.basedOn', { number: version.basedOn })}</span>}</div>
        {version.note !== '' && <p>{version.note}</p>}
        <p className="small muted">{[...people, t('history.changed', { at: format.fullMoment(version.updatedAt) })].join(' · ')}</p>
      </div>
      <span className="small muted version-count">{t('history.decisions', { count: formatNumber(version.decisions) })}</span>
      <DmnExport policy={policy} version={version} />
      {onDraft && <Button size="small" onClick={onDraft}>{t('history.draftFrom')}</Button>}
    </li>
  );
}

function Versions({ policy }: { policy: PolicyView }) {
  const t = useTexts(policiesTexts);
  const navigate = useNavigate();
  const refresh = useRefreshPolicies();
  const mayEdit = useHasRight('policies.edit');
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [isDropping, setDropping] = useState(false);
  const open = openVersion(policy);
  const kept = policy.versions.filter((each) => each.status !== 'withdrawn');
  const withdrawn = policy.versions.filter((each) => each.status === 'withdrawn');
  const choose = (number: number) => setChosen(chosen.includes(number) ? chosen.filter((each) => each !== number) : [...chosen, number].slice(-2));
  const draftFrom = async (basedOn: number) => {
    try {
      await call('POST /policies/{key}/draft', { params: { key: policy.key }, body: { basedOn } });
      await refresh();
      await navigate({ to: `/policies/${policy.key}` });
    } catch (problem) {
      reportProblem(problem);
    }
  };
  const drop = async () => {
    await call('DELETE /policies/{key}/draft', { params: { key: policy.key } });
    await refresh();
    showToast(t('history.dropped', { number: open?.number ?? 0 }));
  };
  const [a, b] = chosen.toSorted((x, y) => x - y);
  const line = (version: VersionView) => (
    <VersionLine key={version.number} policy={policy} version={version} isChosen={chosen.includes(version.number)} onChoose={() => choose(version.number)} onDraft={mayEdit && !open ? () => void draftFrom(version.number) : undefined} />
  );
  return (
    <>
      <section className="card">
        <div className="card-head">
          <h2>{t('history.title')}</h2>
          <span className="row wrap no-print">
            {mayEdit && open?.status === 'draft' && <DmnImport policy={policy} draft={open} />}
            {mayEdit && open?.status === 'draft' && kept.length > 1 && <button type="button" className="plain-button" onClick={() => setDropping(true)}>{t('history.drop')}</button>}
            <Button size="small" disabled={a === undefined || b === undefined} onClick={() => void navigate({ to: `/policy-compare?policy=${policy.key}&a=${a}&b=${b}` })}>{t('history.compare')}</Button>
          </span>
        </div>
        <p className="pack-about small muted no-print">{t('history.hint')}</p>
        <ul>{kept.map(line)}</ul>
        {withdrawn.length > 0 && <details className="version-withdrawn"><summary>{t('history.withdrawn', { count: withdrawn.length })}</summary><ul>{withdrawn.map(line)}</ul></details>}
      </section>
      {isDropping && <ConfirmDialog title={t('history.dropTitle', { number: open?.number ?? 0 })} ok={t('history.drop')} isDanger onClose={() => setDropping(false)} onConfirm={drop}><p>{t('history.dropHint')}</p></ConfirmDialog>}
    </>
  );
}

/** All versions of a policy: who, when, why, and how many decisions each founded (PL-40). */
export default function HistoryPage() {
  const { key = '' }: { key?: string } = useParams({ strict: false });
  return (
    <WithPolicy key={key} policyKey={key}>
      {(policy) => {
        const open = openVersion(policy);
        return <PolicyFrame policy={policy} at="history" actions={open?.status === 'submitted' ? <SettleButtons policy={policy} version={open} /> : undefined}><Versions policy={policy} /></PolicyFrame>;
      }}
    </WithPolicy>
  );
}
