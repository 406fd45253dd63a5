import { useQueryClient } from '@tanstack/react-query';
import type { CallAnswer } from '#kit/api/typed-client.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { disputeTexts } from '../../disputes/dispute.texts.ts';

export type DisputeFile = CallAnswer<'GET /disputes/{id}/file'>;
export const useDisputeTexts = () => useTexts(disputeTexts);

export const statusTone: Readonly<Record<DisputeFile['status'], string>> = { open: 'tag tag-hu', proposed: 'tag tag-qing', settled: 'tag tag-green', withdrawn: 'tag' };

export function useRefreshDispute(): () => void {
  const client = useQueryClient();
  return () => ['dispute', 'disputes', 'records', 'record', 'approvals'].forEach((key) => void client.invalidateQueries({ queryKey: [key] }));
}
