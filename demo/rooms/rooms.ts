import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import type { Office } from '../sales-office/office.ts';
import type { Dice } from '../seeded-random.ts';

/** A branch with who leads it and who works there. */
export interface BranchPeople {
  readonly unit: Id;
  readonly name: string;
  readonly manager: Id;
  readonly team: readonly Id[];
}

/** What the rooms beside the desk are filled from. */
export interface Rooms {
  readonly ctx: Context;
  readonly dice: Dice;
  readonly supervisor: Id;
  readonly agents: readonly Id[];
  readonly branches: readonly BranchPeople[];
  readonly act: Office['act'];
}

export const DAY = 86_400_000;

export const hoursAgo = ({ ctx }: Pick<Rooms, 'ctx'>, hours: number): Date => new Date(ctx.now.getTime() - hours * 3_600_000);
