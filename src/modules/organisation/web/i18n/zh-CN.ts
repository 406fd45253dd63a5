export const zh = {
  title: '组织架构', hint: '部门决定数据范围：“本部门”“含下级”都按这棵树计算。移动部门时，下级部门和人员一起移动。', tree: '组织架构树', heads: '{count} 人',
  moveHint: '拖动即可移动；键盘：方向键选择，Alt + 方向键移动（上下换位，左移出，右移入）。', new: '新建部门', addBelow: '新建下级', editTitle: '修改“{name}”',
  name: '名称', kind: '类型', parent: '上级部门', manager: '负责人', people: '人员', noPeople: '还没有人员以此为所在部门。', ledBy: '负责人 {name}', noManager: '还没有负责人',
  saved: '“{name}”已保存', created: '已新建“{name}”', moved: '“{name}”已移到“{to}”之下', reordered: '“{name}”已换位', deleted: '已删除“{name}”', deleteTitle: '删除“{name}”',
  deleteUsed: '“{name}”还有 {people} 名人员、{below} 个下级部门，暂不能删除。请先把人员调到其他部门，并移走或删除下级部门。', deleteHint: '只能删除没有人员、也没有下级部门的部门。已归属于它的记录仍由上级部门的人看到。', none: '还没有组织架构', noneHint: '完成初始设置后，公司会作为第一个部门出现。',
} as const;
