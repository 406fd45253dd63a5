import type { FieldView } from '#kit/module/web-module.ts';
import { useMeetingsTexts } from './use-meetings.ts';

/** An agenda or a preparation list in a cell: how many lines it has. */
export const AgendaCount: FieldView['view'] = ({ value }) => {
  const t = useMeetingsTexts();
  return Array.isArray(value) ? <span>{t('agendaCount', { count: value.length })}</span> : null;
};
