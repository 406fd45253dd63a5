import { useLocale } from '#kit/texts/locale-provider.tsx';
import { useKitTexts } from '#kit/texts/use-texts.ts';
import type { ReactNode } from 'react';
import './gate.css';

/** The frame of the pages before sign-in: the seal, a calm card, the language. */
export function GateFrame({ children }: { children: ReactNode }) {
  const t = useKitTexts();
  const { locale, setLocale } = useLocale();
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return (
    <main className="gate">
      <header className="gate-head">
        <span className="seal" aria-hidden>知</span>
        <b>{t('app.name')}</b>
        <span className="muted">{t('signIn.slogan')}</span>
      </header>
      <div className="card gate-card">{children}</div>
      <button type="button" className="plain-button gate-language" lang={other} onClick={() => setLocale(other)}>
        {other === 'en' ? 'English' : '中文'}
      </button>
    </main>
  );
}
