import { Popover } from 'antd';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import type { InterpersonalStyle } from '../../rules/interpersonal-style.ts';
import { styleAdvice } from '../../rules/style-advice.ts';
import { useCustomersTexts } from '../use-customers-texts.ts';
import { StyleAdviceCard } from './style-advice-card.tsx';

const tones: Record<InterpersonalStyle, string> = { driver: 'zhu', expressive: 'hu', amiable: 'green', analytical: 'qing' };

export const isStyle = (value: unknown): value is InterpersonalStyle => typeof value === 'string' && value in tones;

/** A contact's style; a press shows how to talk with this person. */
export function StyleBadge({ style, name }: { style: InterpersonalStyle; name: string }) {
  const t = useCustomersTexts();
  const { locale } = useLocale();
  const label = styleAdvice[locale][style].name;
  return (
    <Popover content={<StyleAdviceCard style={style} hasName />} trigger="click" placement="left" arrow={false}>
      <button type="button" className={`tag tag-${tones[style]} style-badge`} aria-label={t('style.badge', { name, style: label })}>{label}</button>
    </Popover>
  );
}
