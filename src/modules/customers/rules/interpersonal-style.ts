/** How a contact deals with people, from two scores (CU-4). */
export type InterpersonalStyle = 'driver' | 'expressive' | 'amiable' | 'analytical';

/** Each −10 to 10: assertiveness from asking to telling, responsiveness from task and facts to people and feelings. */
export type StyleScores = { assertiveness: number; responsiveness: number };

/** Limit of both scores. */
export const styleScoreLimit = 10;

/**
 * The style of a quadrant; null while either score lies on the border (0), as a default would pass for an observation.
 * Throws RangeError for a score outside −10 to 10.
 */
export function interpersonalStyle({ assertiveness, responsiveness }: StyleScores): InterpersonalStyle | null {
  for (const score of [assertiveness, responsiveness]) {
    if (!(Math.abs(score) <= styleScoreLimit)) throw new RangeError(`Score outside -10 to 10: ${score}`);
  }
  if (assertiveness === 0 || responsiveness === 0) return null;
  if (assertiveness > 0) return responsiveness > 0 ? 'expressive' : 'driver';
  return responsiveness > 0 ? 'amiable' : 'analytical';
}
