import type { Dice } from './seeded-random.ts';
import { personName } from './demo-names.ts';

export interface DemoUnit { readonly id: string; readonly name: string; readonly kind: string; readonly parent: string | null; readonly path: readonly string[]; readonly position: number; readonly region?: string }
export interface DemoPerson { readonly id: string; readonly name: string; readonly username: string; readonly title: string; readonly role: string; readonly unit: string; readonly manager: string | null }
export interface DemoOrganisation { readonly units: readonly DemoUnit[]; readonly people: readonly DemoPerson[] }

/** Branches with the regions that they serve. */
export const branches = [
  { name: '青岛分公司', regions: ['370200', '370100', '370600', '370700', '370300'] },
  { name: '沧州分公司', regions: ['130900', '130100', '120100', '130200', '110100'] },
  { name: '杭州分公司', regions: ['330100', '330200', '310100', '320500', '320100', '350200'] },
  { name: '成都分公司', regions: ['510100', '500100', '610100', '420100', '440300', '440100'] },
] as const;

/** The organisation: a company, four branches with two sales teams each, and the departments at the head office. */
export function makeOrganisation(dice: Dice, root: string, at: Date): DemoOrganisation {
  const units: DemoUnit[] = [];
  const people: DemoPerson[] = [];
  const unit = (name: string, kind: string, parent: DemoUnit | undefined, region?: string): DemoUnit => {
    const id = dice.id(at);
    const made = { id, name, kind, parent: parent?.id ?? root, path: [...(parent?.path ?? [root]), id], position: units.length, ...(region && { region }) };
    units.push(made);
    return made;
  };
  const person = (role: string, title: string, unitId: string, manager: string | null): string => {
    const id = dice.id(at);
    const sameRole = people.filter((p) => p.role === role).length + 1;
    people.push({ id, name: personName(dice), username: `${usernames[role] ?? role}${sameRole}`, title, role, unit: unitId, manager });
    return id;
  };
  const chief = person('executive', '总经理', root, null);
  const director = person('salesManager', '销售总监', root, chief);
  for (const [index, branch] of branches.entries()) {
    const home = unit(branch.name, 'branch', undefined, branch.regions[0]);
    const manager = person('salesManager', '分公司经理', home.id, director);
    for (const team of ['一', '二']) {
      const room = unit(`销售${team}部`, 'team', home);
      const size = index < 2 ? 3 : 2;
      for (let i = 0; i < size; i += 1) person('salesperson', i === 0 ? '高级客户经理' : '客户经理', room.id, manager);
    }
    person('reception', '前台', home.id, manager);
  }
  const service = unit('客户服务中心', 'department', undefined);
  const supervisor = person('serviceSupervisor', '客服主管', service.id, chief);
  for (let i = 0; i < 4; i += 1) person('serviceAgent', '客服专员', service.id, supervisor);
  const finance = unit('财务部', 'department', undefined);
  for (const title of ['财务经理', '会计']) person('finance', title, finance.id, chief);
  const marketing = unit('市场部', 'department', undefined);
  for (const title of ['市场经理', '市场专员']) person('marketing', title, marketing.id, chief);
  person('auditor', '内审', root, chief);
  return { units, people };
}

const usernames: Readonly<Record<string, string>> = {
  executive: 'boss', salesManager: 'manager', salesperson: 'sales', reception: 'desk', serviceSupervisor: 'supervisor',
  serviceAgent: 'agent', finance: 'finance', marketing: 'market', auditor: 'auditor',
};
