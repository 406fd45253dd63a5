import type { Id } from '#kernel/ids.ts';
import type { Context } from '#platform/context/context.ts';
import { insertRecord } from '#platform/records/action-records.ts';

export interface ProjectPlan {
  readonly name: string;
  /** Before its receipt numbers. */
  readonly code: string;
  /** Key of the policy pack, for a project without a site. */
  readonly pack: string;
  readonly siteId?: Id;
  readonly ownerId?: Id | null;
  readonly buildings?: number;
  readonly floors?: number;
  readonly perFloor?: number;
}

export interface MadeProject {
  readonly id: Id;
  readonly buildingIds: readonly Id[];
  /** By building, floor and place, from the first on. */
  readonly unitIds: readonly Id[];
}

const layouts = [
  { layout: '两室一厅', area: 78.5, grade: 2 }, { layout: '三室两厅', area: 96.8, grade: 3 }, { layout: '三室两厅', area: 108.2, grade: 3 }, { layout: '四室两厅', area: 132.6, grade: 4 },
] as const;
const BASE_PER_METRE = 10_800;

/**
 * A project with its buildings, units and first price list in force, for demo and tests: 3 buildings of 20 floors with
 * 4 units each unless told otherwise (240 units). Higher floors and better layouts cost more.
 */
export async function makeProject(ctx: Context, plan: ProjectPlan): Promise<MadeProject> {
  const { name, code, pack, siteId = null, ownerId = null, buildings = 3, floors = 20, perFloor = 4 } = plan;
  const id = await insertRecord(ctx, 'project', { values: { name, code, pack, site: siteId, owner: ownerId } });
  const priceList = await insertRecord(ctx, 'priceList', {
    values: { name: '首批价目', project: id, effectiveOn: ctx.now.toISOString().slice(0, 10), unitCount: buildings * floors * perFloor, appliedAt: ctx.now.toISOString() },
  });
  const buildingIds: Id[] = [];
  const unitIds: Id[] = [];
  for (let number = 1; number <= buildings; number += 1) {
    const building = await insertRecord(ctx, 'building', { values: { name: `${number} 号楼`, project: id, position: number } });
    buildingIds.push(building);
    for (let floor = 1; floor <= floors; floor += 1) {
      for (let position = 1; position <= perFloor; position += 1) {
        unitIds.push(await insertRecord(ctx, 'saleUnit', { values: { project: id, building, priceList, status: 'available', ...unitOf(number, floor, position) } }));
      }
    }
  }
  return { id, buildingIds, unitIds };
}

function unitOf(building: number, floor: number, position: number) {
  const { layout, area, grade } = layouts[(position - 1) % layouts.length] ?? layouts[0];
  const perMetre = BASE_PER_METRE + floor * 40 + building * 120 + grade * 80;
  const price = (Math.round((perMetre * area) / 100) * 100).toFixed(2);
  return {
    code: `${building}-${floor}${String(position).padStart(2, '0')}`, floor, position, layout, area, grade,
    listPrice: { amount: price, currency: 'CNY' }, unitPrice: { amount: (Number(price) / area).toFixed(2), currency: 'CNY' },
  };
}
