import { Button } from 'antd';
import { ShieldCheck, ShieldX } from 'lucide-react';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { formatNumber } from '#kit/texts/numbers.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { useSubmit } from '#modules/identity/web/identity.public.tsx';
import { administrationTexts } from '../../administration.texts.ts';
import { useAuditWords } from './audit-words.ts';
import type { Verdict } from './use-audit.ts';

function VerdictWords({ verdict }: { verdict: Verdict }) {
  const t = useTexts(administrationTexts);
  const words = useAuditWords();
  const format = useFormat();
  const counts = { entries: formatNumber(verdict.entries), blocks: formatNumber(verdict.blocks) };
  return (
    <div className="stack">
      <p className={`row verdict ${verdict.isIntact ? 'verdict-good' : 'verdict-bad'}`}>
        {verdict.isIntact ? <ShieldCheck size={22} aria-hidden /> : <ShieldX size={22} aria-hidden />}
        <b>{verdict.isIntact ? t('audit.intact') : t('audit.broken', { count: verdict.faultCount })}</b>
      </p>
      <p>{t('audit.verified', counts)}{verdict.head && ` ${t('audit.sealedUntil', { at: format.fullMoment(verdict.head.sealedAt) })}`}</p>
      {verdict.pending > 0 && <p className="small muted">{t('audit.pending', { count: verdict.pending })}</p>}
      {verdict.faults.length > 0 && (
        <ul className="audit-faults">
          {verdict.faults.map((fault) => (
            <li key={`${fault.kind} ${fault.block ?? ''} ${fault.seq ?? ''}`}>{t(`audit.fault.${fault.kind}`)}{fault.seq !== undefined && ` · ${t('audit.number', { seq: fault.seq })}`}{fault.at !== undefined && ` · ${format.fullMoment(fault.at)}`}{fault.action !== undefined && ` · ${words.action(fault.action)}`}</li>
          ))}
        </ul>
      )}
      {!verdict.isIntact && <p className="danger">{t('audit.brokenNext')}</p>}
    </div>
  );
}

/** Recomputes the whole chain on the server and says in plain words whether anything was altered. */
export function VerifyTrail() {
  const t = useTexts(administrationTexts);
  const [verdict, setVerdict] = useState<Verdict>();
  const { isBusy, error, run, clear } = useSubmit();
  const verify = async () => {
    const result = await run(() => call('POST /audit/verify'));
    if (result) setVerdict(result.done);
  };
  const close = () => { setVerdict(undefined); clear(); };
  return (
    <>
      <Button loading={isBusy} icon={<ShieldCheck size={15} aria-hidden />} onClick={() => void verify()}>{t(isBusy ? 'audit.verifying' : 'audit.verify')}</Button>
      {(verdict || error) && (
        <Dialog title={t('audit.verify')} width={520} onClose={close} footer={<Button type="primary" onClick={close}>{t('done')}</Button>}>
          {verdict ? <VerdictWords verdict={verdict} /> : <p className="danger" role="alert">{error}</p>}
        </Dialog>
      )}
    </>
  );
}
