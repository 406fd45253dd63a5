import { Button } from 'antd';
import { Copy, Printer } from 'lucide-react';
import { useState } from 'react';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';

function printCodes(): void {
  document.body.classList.add('is-printing-codes');
  window.addEventListener('afterprint', () => document.body.classList.remove('is-printing-codes'), { once: true });
  window.print();
}

/** Ten codes for the day the telephone is lost; shown this once, to print or copy. */
export function RecoveryCodesDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const t = useTexts(identityWebTexts);
  const [isCopied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(codes.join('\n')).then(() => setCopied(true), reportProblem);
  const foot = (
    <>
      <Button icon={<Printer size={15} aria-hidden />} onClick={printCodes}>{t('twoFactor.print')}</Button>
      {'clipboard' in navigator && <Button icon={<Copy size={15} aria-hidden />} onClick={() => void copy()}>{t(isCopied ? 'parts.copied' : 'parts.copy')}</Button>}
      <Button type="primary" onClick={onClose}>{t('twoFactor.kept')}</Button>
    </>
  );
  return (
    <Dialog title={t('twoFactor.codes')} width={480} onClose={onClose} footer={foot}>
      <div className="stack">
        <p>{t('twoFactor.codesHint')}</p>
        <ul className="codes" aria-label={t('twoFactor.codes')}>{codes.map((code) => <li key={code}>{code}</li>)}</ul>
      </div>
    </Dialog>
  );
}
