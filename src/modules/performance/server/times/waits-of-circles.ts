import { addWaitMeasure } from '#modules/standards/server/standards.public.ts';
import { type MeasuredTime, measuredTimes } from '../../rules/service-times.ts';
import { timeOfUnit } from './read-times.ts';

const labels: Readonly<Record<MeasuredTime, { readonly 'zh-CN': string; readonly en: string }>> = {
  booking: { 'zh-CN': '预约时间', en: 'Booking time' }, waiting: { 'zh-CN': '等候时间', en: 'Waiting time' }, response: { 'zh-CN': '响应时间', en: 'Response time' },
  service: { 'zh-CN': '服务时间', en: 'Service time' }, delivery: { 'zh-CN': '交付时间', en: 'Delivery time' }, followUp: { 'zh-CN': '回访时间', en: 'Follow-up time' },
  delay: { 'zh-CN': '延误时间', en: 'Delay' }, correction: { 'zh-CN': '更正时间', en: 'Correction time' },
};

/** Moments of truth may take one of these times as their actual wait (SE-22). Called at load. */
export function offerWaits(): void {
  for (const key of measuredTimes) {
    addWaitMeasure({ key: `performance.${key}`, label: labels[key], read: (ctx, { unit, days }) => timeOfUnit(ctx, key, unit, days) });
  }
}
