export const meetingKinds = ['solution', 'symposium', 'keyAccount', 'other'] as const;
export type MeetingKind = (typeof meetingKinds)[number];
export const meetingStates = ['planned', 'held', 'minuted', 'closed', 'cancelled'] as const;
export type MeetingState = (typeof meetingStates)[number];
/** What a customer symposium goes through (SF-21). */
export const symposiumTopics = ['market', 'quality', 'process', 'service', 'productMix', 'satisfaction', 'needs'] as const;
export const topics = [...symposiumTopics, 'other'] as const;
export type Topic = (typeof topics)[number];
export const resolutions = ['agreed', 'notAgreed'] as const;
export type Resolution = (typeof resolutions)[number];

export interface AgendaItem {
  readonly key: string;
  readonly topic: Topic;
  /** Empty: the topic says it. */
  readonly title: string;
  readonly minutes: string;
}

/** `words` empty: one of the shipped ones, named by its key. */
export interface PreparationItem {
  readonly key: string;
  readonly words: string;
  readonly isDone: boolean;
}

export const symposiumAgenda = (): AgendaItem[] => symposiumTopics.map((topic) => ({ key: topic, topic, title: '', minutes: '' }));
export const preparationKeys = ['topics', 'guests', 'invitations', 'venue', 'lastTime', 'recorder'] as const;
export const symposiumPreparation = (): PreparationItem[] => preparationKeys.map((key) => ({ key, words: '', isDone: false }));

/** The minutes are sent within 48 hours of the end, by the clock (SF-22). */
export const MINUTES_HOURS = 48;
const HOUR = 3_600_000;
export const minutesDue = (endsAt: Date): Date => new Date(endsAt.getTime() + MINUTES_HOURS * HOUR);

export interface MinutesStage {
  readonly key: 'half' | 'near' | 'breached';
  readonly at: Date;
}

/** Half, four fifths and the whole of the time for the minutes. */
export const minutesStages = (endsAt: Date): MinutesStage[] =>
  ([['half', 0.5], ['near', 0.8], ['breached', 1]] as const).map(([key, share]) => ({ key, at: new Date(endsAt.getTime() + MINUTES_HOURS * HOUR * share) }));

/** What is to be done now, in order, and when to look again; null: never. None is skipped however long nobody looked (REL-6). */
export function dueMinutesStages(endsAt: Date, done: ReadonlySet<string>, now: Date): { readonly due: readonly MinutesStage[]; readonly next: Date | null } {
  const open = minutesStages(endsAt).filter(({ key }) => !done.has(key));
  return { due: open.filter(({ at }) => at <= now), next: open.find(({ at }) => at > now)?.at ?? null };
}

/** When the product first looks at the clock. */
export const firstLook = (endsAt: Date): Date => minutesStages(endsAt)[0]?.at ?? endsAt;
