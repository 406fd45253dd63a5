import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { isServiceArea } from '../rules/service-areas.ts';
import { serviceTypes } from '../rules/score-audit.ts';
import { standardsWebTexts } from './standards-web.texts.ts';

export const useStandardsTexts = () => useTexts(standardsWebTexts);

export type AuditReport = CallAnswer<'GET /audits/{id}/report'>;
export type ReportLine = AuditReport['lines'][number];
export type AuditResults = CallAnswer<'GET /audits/results'>;
export type Circle = CallAnswer<'GET /audits/blueprints/{id}'>;
export type CircleStep = Circle['steps'][number];
export type LibraryStandard = CallAnswer<'GET /audits/standards'>['data'][number];
export type WaitMeasure = CallAnswer<'GET /audits/wait-measures'>['data'][number];
export type TemplateSheet = CallAnswer<'GET /audits/templates/{id}'>;

/** The area's name; one that is not known (any more) by its key. */
export function useAreaName(): (area: string) => string {
  const t = useStandardsTexts();
  return (area) => (isServiceArea(area) ? t(`areas.${area}`) : area);
}

export function useTypeName(): (type: string | null) => string {
  const t = useStandardsTexts();
  return (type) => t(`types.${serviceTypes.find((each) => each === type) ?? 'none'}`);
}

// Below ['records', object] a key is refreshed by the live events of that object.
export const useMyAudits = () => useQuery({ queryKey: ['records', 'serviceAudit', 'mine'], queryFn: ({ signal }) => call('GET /audits/mine', { signal }) });
export const useReport = (id: string) => useQuery({ queryKey: ['records', 'serviceAudit', 'report', id], queryFn: ({ signal }) => call('GET /audits/{id}/report', { signal, params: { id } }) });
export const useImprovements = () => useQuery({ queryKey: ['records', 'auditAction', 'open'], queryFn: ({ signal }) => call('GET /audits/improvements', { signal }) });
export const useLibrary = () => useQuery({ queryKey: ['records', 'standard', 'library'], queryFn: ({ signal }) => call('GET /audits/standards', { signal }) });
export const useWaitMeasures = () => useQuery({ queryKey: ['records', 'blueprint', 'wait-measures'], queryFn: ({ signal }) => call('GET /audits/wait-measures', { signal }) });
export const useCircle = (id: string) => useQuery({ queryKey: ['records', 'blueprint', 'circle', id], queryFn: ({ signal }) => call('GET /audits/blueprints/{id}', { signal, params: { id } }) });

/** After an action all that shows audits is read anew. */
export function useRefreshStandards(): () => void {
  const client = useQueryClient();
  return () => {
    for (const object of ['serviceAudit', 'auditAction', 'standard', 'auditTemplate', 'blueprint']) void client.invalidateQueries({ queryKey: ['records', object] });
    void client.invalidateQueries({ queryKey: ['audit-sheet'] });
  };
}

/** `87.5` → `87.5%`; nothing was looked at: a dash. */
export const sayPercent = (score: number | null): string => (score === null ? '–' : `${score}%`);
