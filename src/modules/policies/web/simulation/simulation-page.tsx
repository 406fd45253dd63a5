import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { PolicyModel } from '#meta/decisions/decision-model.ts';
import { EmptyState } from '#kit/overlay/empty-state.tsx';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { formatNumber } from '#kit/texts/numbers.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { Why } from '#kit/why/why.tsx';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { policiesTexts } from '../../policies.texts.ts';
import { resultsOf, resultText } from '../cases/case-words.ts';
import { PolicyFrame, WithPolicy } from '../policy-frame.tsx';
import { SubjectLink } from '../subject-link.tsx';
import { openVersion, useModel, type PolicyView } from '../use-policies.ts';
import { personChanges } from './change-words.ts';
import { ImpactBars } from './impact-bars.tsx';
import type { SimulatedChange } from './impact-registry.ts';
import { simulate, type SimulationView, useLastMonths } from './use-simulation.ts';

/** Lines drawn at first; a long list grows on demand. */
const STEP = 100;

function ChangeLine({ change, model }: { change: SimulatedChange; model: PolicyModel }) {
  const t = useTexts(policiesTexts);
  const { locale } = useLocale();
  const format = useFormat();
  const { before, after } = change;
  const outputs = resultsOf(model).filter((output) => (before.results?.[output.name] ?? null) !== null || (after.results?.[output.name] ?? null) !== null);
  const isSame = (name: string) => JSON.stringify(before.results?.[name] ?? null) === JSON.stringify(after.results?.[name] ?? null);
  return (
    <tr>
      <td><SubjectLink object={change.subject.object} id={change.subject.id} names={change.names} /></td>
      <td className="muted">{format.fullMoment(change.eventAt).slice(0, 10)}</td>
      <td><Why decision={change.decisionId} clause={before.clause} />{after.clause !== before.clause && <> → {after.clause === null ? <span className="danger">{t('sim.nothing')}</span> : <span className="tag tag-hu">{after.clause}</span>}</>}</td>
      <td>
        <ul className="sim-values">
          {outputs.map((output) => {
            const was = resultText(output, before.results?.[output.name] ?? null, locale, change.names);
            return <li key={output.name}><span className="muted">{output.label[locale]}</span> {isSame(output.name) ? was : <><s className="cell-was">{was}</s> <b className="cell-now">{resultText(output, after.results?.[output.name] ?? null, locale, change.names)}</b></>}</li>;
          })}
        </ul>
      </td>
    </tr>
  );
}

function People({ changes }: { changes: readonly SimulatedChange[] }) {
  const t = useTexts(policiesTexts);
  const people = personChanges(changes);
  if (people.length === 0) return null;
  return (
    <section className="card">
      <h2 className="card-head">{t('sim.people')}</h2>
      <ul className="part-lines">{people.slice(0, 30).map((each) => <li key={each.id}><span className="grow truncate">{each.name}</span>{each.gained > 0 && <span>{t('sim.gained', { count: each.gained })}</span>}{each.lost > 0 && <span className="danger">{t('sim.lost', { count: each.lost })}</span>}</li>)}</ul>
    </section>
  );
}

function Answer({ answer, model, point }: { answer: SimulationView; model: PolicyModel; point: string }) {
  const t = useTexts(policiesTexts);
  const [shown, setShown] = useState(STEP);
  const { changes } = answer;
  if (answer.decisions === 0) return <div className="card"><EmptyState title={t('sim.noDecisions')} hint={t('sim.noDecisionsHint')} /></div>;
  return (
    <div className="policy-grid">
      <section className="card">
        <div className="card-head"><h2>{t('sim.list')}</h2></div>
        <p className="card-body" role="status"><b className="sim-figure">{formatNumber(changes.length)}</b> <span className="muted">{t('sim.changed', { count: changes.length, total: formatNumber(answer.decisions) })}</span></p>
        {changes.length === 0 ? <p className="card-body muted">{t('sim.same')}</p> : (
          <div className="policy-scroll">
            <table className="policy-list">
              <thead><tr><th scope="col">{t('sim.subject')}</th><th scope="col">{t('sim.day')}</th><th scope="col">{t('clause.title')}</th><th scope="col">{t('sim.results')}</th></tr></thead>
              <tbody>{changes.slice(0, shown).map((change) => <ChangeLine key={change.decisionId} change={change} model={model} />)}</tbody>
            </table>
          </div>
        )}
        {changes.length > shown && <div className="table-foot"><Button onClick={() => setShown(shown + STEP)}>{t('sim.moreLines', { count: changes.length - shown })}</Button></div>}
      </section>
      <div className="policy-column">
        <People changes={changes} />
        <ImpactBars point={point} changes={changes} />
      </div>
    </div>
  );
}

function Simulation({ policy }: { policy: PolicyView }) {
  const t = useTexts(policiesTexts);
  const period = useLastMonths();
  const numbers = policy.versions.filter((each) => each.status !== 'withdrawn').map((each) => each.number);
  const [from, setFrom] = useState(period.from);
  const [to, setTo] = useState(period.to);
  const [number, setNumber] = useState(openVersion(policy)?.number ?? policy.inForce ?? numbers[0] ?? 1);
  const model = useModel(policy.key, number);
  const [answer, setAnswer] = useState<SimulationView>();
  const { isBusy, error, issues, run } = useSubmit();
  const start = async () => {
    const done = await run(() => simulate(policy.key, number, { from, to }));
    if (done) setAnswer(done.done);
  };
  return (
    <>
      <form className="card policy-filters" onSubmit={(e) => { e.preventDefault(); void start(); }}>
        <label className="policy-field"><span>{t('sim.version')}</span><select className="policy-input" value={number} onChange={(e) => { setNumber(Number(e.target.value)); setAnswer(undefined); }}>{numbers.map((each) => <option key={each} value={each}>v{each}</option>)}</select></label>
        <label className="policy-field"><span>{t('sim.from')}</span><input className="policy-input" type="date" required value={from} max={to} onChange={(e) => setFrom(e.target.value)} /></label>
        <label className="policy-field"><span>{t('sim.to')}</span><input className="policy-input" type="date" required value={to} min={from} onChange={(e) => setTo(e.target.value)} /></label>
        <Button type="primary" htmlType="submit" loading={isBusy}>{t('sim.run')}</Button>
      </form>
      {error && <p className="danger" role="alert">{[error, ...Object.values(issues)].join(' ')}</p>}
      {answer && model.data ? <Answer key={`${answer.from}-${answer.to}-${number}`} answer={answer} model={model.data} point={policy.point} /> : <div className="card"><EmptyState title={t('sim.begin')} hint={t('sim.hint')} /></div>}
    </>
  );
}

/** What a version would have answered otherwise in a period: per record and per person (PL-40). */
export default function SimulationPage() {
  const { key = '' }: { key?: string } = useParams({ strict: false });
  return <WithPolicy key={key} policyKey={key}>{(policy) => <PolicyFrame policy={policy} at="simulation"><Simulation policy={policy} /></PolicyFrame>}</WithPolicy>;
}
