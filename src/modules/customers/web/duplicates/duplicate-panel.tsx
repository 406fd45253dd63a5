import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { ExternalLink } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { api } from '#kit/api/api-client.ts';
import { call, type RowOf } from '#kit/api/typed-client.ts';
import { useAddress } from '#kit/module/registry.tsx';
import type { FormSlotProps } from '#kit/module/web-module.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { fieldOf } from '#kit/records/use-meta.ts';
import { useQualityTexts } from '../quality/use-quality-texts.ts';
import './duplicates.css';

/** One candidate as `POST /customers/duplicates` answers it. */
type Candidate = RowOf<'POST /customers/duplicates'>;

const WAIT_MS = 350;
const COMPARED = ['kind', 'name', 'phone', 'altPhone', 'email', 'uscc', 'idNumber', 'address'] as const;
const SIGNS = ['name', 'phone', 'altPhone', 'email', 'uscc', 'idNumber'] as const;
const LIKELY = 50;
const reasonCodes = ['uscc', 'id-number', 'phone', 'email', 'name', 'contact-phone'] as const;

/** The value as it was when typing paused. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), WAIT_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

function useReasonWords(): (candidate: Candidate) => string {
  const t = useQualityTexts();
  return ({ reasons }) => reasons
    .map(({ code, detail }) => {
      const known = reasonCodes.find((one) => one === code);
      const words = known ? t(`duplicate.reasons.${known}`) : code;
      return detail !== undefined && code !== 'name' ? `${words}（${detail}）` : words;
    })
    .join(' · ');
}

function AccessButton({ ticket }: { ticket: string }) {
  const t = useQualityTexts();
  const [state, setState] = useState<'new' | 'busy' | 'asked'>('new');
  const ask = () => {
    setState('busy');
    api.post('/customers/duplicates/request-access', { ticket }).then(() => setState('asked'), (error: unknown) => {
      reportProblem(error);
      setState('new');
    });
  };
  if (state === 'asked') return <p className="small muted" role="status">{t('duplicate.asked')}</p>;
  return <Button size="small" loading={state === 'busy'} onClick={ask}>{t('duplicate.ask')}</Button>;
}

function CandidateLine({ candidate, href }: { candidate: Candidate; href: string | undefined }) {
  const t = useQualityTexts();
  const words = useReasonWords();
  const { name, owner, unit, isExact, score } = candidate;
  const tone = isExact ? 'tag tag-zhu' : score >= LIKELY ? 'tag tag-hu' : 'tag';
  return (
    <li className="duplicate-line">
      <div className="row wrap">
        {href === undefined ? <strong>{name}</strong> : <a href={href} target="_blank" rel="noreferrer" aria-label={t('duplicate.open', { name })}>{name} <ExternalLink size={12} aria-hidden /></a>}
        <span className={tone}>{t(isExact ? 'duplicate.exact' : score >= LIKELY ? 'duplicate.likely' : 'duplicate.alike')} {score}</span>
      </div>
      <p className="small muted">{words(candidate)}</p>
      {candidate.isVisible
        ? <p className="small faint">{owner ? t('duplicate.owner', { name: owner.name }) : t('duplicate.noOwner')}{unit ? ` · ${unit}` : ''}</p>
        : <p className="small faint">{t('duplicate.outside', { unit: unit ?? t('duplicate.anotherUnit') })}</p>}
      {candidate.ticket !== undefined && <AccessButton ticket={candidate.ticket} />}
    </li>
  );
}

/** Beside the form while typing: who may be the same, masked where out of scope (CU-10, UX-8). */
export default function DuplicatePanel({ object, values, id }: FormSlotProps) {
  const t = useQualityTexts();
  const address = useAddress()(object);
  const given = JSON.stringify(Object.fromEntries(
    COMPARED.filter((key) => fieldOf(object, key) !== undefined && values[key] !== undefined && values[key] !== null && values[key] !== '')
      .map((key) => [key, values[key]]),
  ));
  const settled = useSettled(given);
  const asked: Record<string, unknown> = useMemo(() => JSON.parse(settled) as Record<string, unknown>, [settled]);
  const hasSign = SIGNS.some((key) => typeof asked[key] === 'string' && asked[key].length >= 2);
  const found = useQuery({
    queryKey: ['duplicates', settled, id],
    queryFn: ({ signal }) => call('POST /customers/duplicates', { body: { values: asked, ...(id !== undefined && { id }) }, signal }),
    enabled: hasSign, placeholderData: keepPreviousData, staleTime: 30_000, retry: false,
  });
  const candidates = hasSign ? (found.data?.data ?? []) : [];
  return (
    <section className="duplicate-panel" aria-labelledby="duplicate-title">
      <h3 id="duplicate-title">{t('duplicate.title')}</h3>
      {candidates.length === 0
        ? <p className="small faint">{t(hasSign && found.data ? 'duplicate.clear' : 'duplicate.none')}</p>
        : <ul>{candidates.map((one) => <CandidateLine key={one.id ?? one.ticket ?? one.name} candidate={one} href={one.id && `${address}/${one.id}`} />)}</ul>}
    </section>
  );
}
