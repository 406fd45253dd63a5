import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';
import './admin-page.css';

/** A secret that is shown this once, with a button that copies it. */
export function CopyBox({ text, label }: { text: string; label: string }) {
  const t = useTexts(identityWebTexts);
  const [isCopied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(text).then(() => setCopied(true), reportProblem);
  return (
    <div className="copy-box" role="group" aria-label={label}>
      <code>{text}</code>
      {/* Browsers give the clipboard only to secure pages; the text can be chosen by hand otherwise. */}
      {'clipboard' in navigator && (
        <button type="button" className="plain-button" onClick={() => void copy()}>
          {isCopied ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
          <span role="status">{t(isCopied ? 'parts.copied' : 'parts.copy')}</span>
        </button>
      )}
    </div>
  );
}
