import { Dropdown } from 'antd';
import { MoreHorizontal } from 'lucide-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PolicyPack } from '#meta/decisions/decision-model.ts';
import { api } from '#kit/api/api-client.ts';
import { useHasRight } from '#kit/api/session.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { policiesTexts } from '../../policies.texts.ts';
import { useSince } from '../policy-frame.tsx';
import type { PackView, PolicyLine } from '../use-policies.ts';
import { CopyPack } from './copy-pack.tsx';
import { savePack } from './pack-file.ts';

function PolicyRow({ policy }: { policy: PolicyLine }) {
  const t = useTexts(policiesTexts);
  const pick = usePick();
  const since = useSince();
  return (
    <tr>
      <th scope="row"><PageLink to={`/policies/${policy.key}`}>{pick(policy.label)}</PageLink></th>
      <td>
        {policy.inForce === null ? <span className="muted">{t('notInForce')}</span> : <>v{policy.inForce} <span className="muted small">{since(policy.inForceSince)}</span></>}
      </td>
      <td>
        <span className="row wrap">
          {policy.openStatus !== null && <span className={`tag ${policy.openStatus === 'draft' ? 'tag-hu' : 'tag-qing'}`}>{t(`open.${policy.openStatus}`, { number: policy.openNumber ?? 0 })}</span>}
          {policy.next !== null && <span className="tag tag-green">{t('packs.next', { since: since(policy.next) })}</span>}
        </span>
      </td>
      <td className="number">{policy.rows}</td>
    </tr>
  );
}

/** One pack: its policies with the version in force, what is being drafted and what comes next. */
export function PackCard({ pack, others }: { pack: PackView; others: readonly PackView[] }) {
  const t = useTexts(policiesTexts);
  const pick = usePick();
  const format = useFormat();
  const navigate = useNavigate();
  const mayEdit = useHasRight('policies.edit');
  const [isCopying, setCopying] = useState(false);
  const download = () => {
    api.get<PolicyPack>(`/policy-packs/${pack.key}`).then((document_) => savePack(`${pack.key}-${format.today()}.json`, document_), reportProblem);
  };
  const items = [
    { key: 'export', label: t('packs.export'), onClick: download },
    ...(mayEdit ? [{ key: 'copy', label: t('packs.copy'), onClick: () => setCopying(true) }] : []),
    ...others.map((other) => ({ key: `compare-${other.key}`, label: t('packs.compareWith', { pack: pick(other.label) }), onClick: () => void navigate({ to: `/policy-compare?a=${pack.key}&b=${other.key}` }) })),
  ];
  return (
    <section className="card pack-card" aria-labelledby={`pack-${pack.key}`}>
      <div className="card-head">
        <h2 id={`pack-${pack.key}`}>{pick(pack.label)} {pack.origin !== null && <span className="tag">{t('packs.shipped')}</span>}</h2>
        <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
          <button type="button" className="plain-button no-print" aria-label={t('packs.menuOf', { pack: pick(pack.label) })}><MoreHorizontal size={16} aria-hidden /></button>
        </Dropdown>
      </div>
      {pick(pack.about) !== '' && <p className="pack-about muted small">{pick(pack.about)}</p>}
      {pack.policies.length === 0 ? <p className="card-body muted">{t('packs.noPolicies')}</p> : (
        <div className="policy-scroll">
          <table className="policy-list">
            <thead><tr><th scope="col">{t('packs.policy')}</th><th scope="col">{t('packs.inForce')}</th><th scope="col">{t('packs.change')}</th><th scope="col" className="number">{t('packs.rows')}</th></tr></thead>
            <tbody>{pack.policies.map((policy) => <PolicyRow key={policy.key} policy={policy} />)}</tbody>
          </table>
        </div>
      )}
      {isCopying && <CopyPack pack={pack} onClose={() => setCopying(false)} />}
    </section>
  );
}
