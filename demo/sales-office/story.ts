import type { Office } from './office.ts';

/** How one acquaintance with the office goes on, by the clause that it ends in. */
export interface Story {
  readonly clause: string;
  readonly count: number;
  /** Part of them that buy. */
  readonly buying: number;
  tell(office: Office, from: number, isBuying: boolean): void;
}
