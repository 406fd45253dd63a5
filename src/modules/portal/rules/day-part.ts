/** 上午, 下午, 晚上: the part of a day that a visit is wished for. */
export const dayParts = ['morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof dayParts)[number];
