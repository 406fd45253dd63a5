import { z } from 'zod';

/** Parts that answers of many routes share. Answers are declared for OpenAPI and the typed client; tests check them. */
export const isoMoment = z.iso.datetime({ offset: true });
export const bilingual = z.strictObject({ 'zh-CN': z.string(), en: z.string() });
export const named = z.strictObject({ id: z.uuid(), name: z.string() });
export const nextPage = z.strictObject({ next: z.string().nullable() });

/** A record as the engine answers it: its fields are those that the caller may see. */
export const shownRecord = z.looseObject({ id: z.uuid(), version: z.int(), capabilities: z.array(z.string()) });

/** 204: there is nothing to say. */
export const nothing = z.void();

export const rowsOf = <T extends z.ZodType>(row: T) => z.strictObject({ data: z.array(row) });

export type DeepReadonly<T> = T extends readonly (infer E)[] ? readonly DeepReadonly<E>[] : T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

/** The type of what a declared answer holds. */
export type Answered<S extends z.ZodType> = DeepReadonly<z.output<S>>;
