import type { ReactNode } from 'react';
import { useTexts } from '#kit/texts/use-texts.ts';
import { transferTexts } from '../../transfer.texts.ts';
import './transfer.css';

export const importSteps = ['upload', 'map', 'check', 'run', 'report'] as const;

/** A page of the wizard: title, where one stands, content. */
export function ImportFrame({ title, step, children }: { title: string; step: (typeof importSteps)[number]; children: ReactNode }) {
  const t = useTexts(transferTexts);
  return (
    <div className="page stack">
      <header className="page-head">
        <h1>{title}</h1>
        <ol className="import-steps small muted">
          {importSteps.map((key, index) => <li key={key} aria-current={key === step ? 'step' : undefined}>{index + 1}. {t(`steps.${key}`)}</li>)}
        </ol>
      </header>
      {children}
    </div>
  );
}
