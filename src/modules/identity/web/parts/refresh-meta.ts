/** Reads meta anew at once; notices of the same change do not read it again. */
export { refreshMeta } from '#kit/api/live-updates.ts';
