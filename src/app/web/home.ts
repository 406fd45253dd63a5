/** The first page after sign-in. */
export const HOME = '/';
