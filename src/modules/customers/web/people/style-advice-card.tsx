import { useLocale } from '#kit/texts/locale-provider.tsx';
import type { InterpersonalStyle } from '../../rules/interpersonal-style.ts';
import { styleAdvice } from '../../rules/style-advice.ts';
import { useCustomersTexts } from '../use-customers-texts.ts';
import './people.css';

const parts = ['talk', 'avoid', 'wants', 'fears'] as const;

/** What a style wants and fears, how to talk with it, what to avoid (CU-4); the talk first, since that is what one needs now. */
export function StyleAdviceCard({ style, hasName = false }: { style: InterpersonalStyle; hasName?: boolean }) {
  const t = useCustomersTexts();
  const { locale } = useLocale();
  const advice = styleAdvice[locale][style];
  return (
    <div className="advice">
      {hasName && <p className="advice-name">{t('style.talkWith', { style: advice.name })}</p>}
      {parts.map((part) => (
        <section key={part} className={`advice-part advice-${part}`}>
          <h3>{t(`style.${part}`)}</h3>
          <ul>{advice[part].map((line) => <li key={line}>{line}</li>)}</ul>
        </section>
      ))}
    </div>
  );
}
