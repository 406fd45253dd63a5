import { activitySource } from './activity-source.ts';
import { changeSource } from './change-source.ts';
import { contactSource, createdSource, fileSource, needSource, relationSource, stageSource } from './part-sources.ts';
import type { TimelineSource } from './timeline-source.ts';

const sources: TimelineSource[] = [
  activitySource, changeSource, stageSource, contactSource, needSource, relationSource, fileSource, createdSource,
];

/** Everything that a customer's timeline shows, in the order in which modules added it. */
export const timelineSources = (): readonly TimelineSource[] => sources;

/** For modules above: their visits, orders, complaints … on the customer's timeline (CU-3). Called once at load. */
export function addTimelineSource(source: TimelineSource): void {
  if (sources.some((known) => known.key === source.key)) throw new Error(`the timeline has a source ${source.key} already`);
  sources.push(source);
}
