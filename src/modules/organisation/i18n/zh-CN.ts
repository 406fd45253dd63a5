export const zh = {
  objects: {
    orgUnit: {
      one: '部门',
      many: '组织架构',
      fields: {
        name: '名称',
        kind: '类型',
        parent: '上级部门',
        manager: '负责人',
        position: '排序',
      },
      choices: {
        kind: { company: '公司', branch: '分公司', department: '部门', team: '小组' },
      },
      groups: { main: '基本资料' },
      help: {
        parent: '移动部门时，下级部门一起移动',
        position: '数字小的排在前面',
      },
    },
  },
  inspector: {
    disabled: '账号已停用，什么也看不到',
    passwordDue: '需先修改密码，之后才有权限',
    twoFactorDue: '需先设置两步验证，之后才有权限',
    noGrant: '没有任何角色授予“{object}”的“{action}”权限',
    deleted: '记录已删除',
    role: {
      own: '角色“{role}”允许对本人负责的“{object}”执行“{action}”',
      unit: '角色“{role}”允许对本部门的“{object}”执行“{action}”',
      unitBelow: '角色“{role}”允许对本部门及下级部门的“{object}”执行“{action}”',
      all: '角色“{role}”允许对全部“{object}”执行“{action}”',
    },
    scopeAll: '数据范围为全部',
    everyone: '“{object}”对有此权限的所有人可见',
    owner: '{owner} 是负责人',
    delegation: '{owner} 是负责人，已委托给 {person} 代管至 {until}',
    unit: '记录属于 {person} 所在的“{unit}”',
    unitBelow: '记录属于“{unit}”，在 {person} 所在部门之下',
    shareUser: '已共享给 {person}（{level}）',
    shareUnit: '已共享给“{unit}”（{level}）',
    via: '随“{parent}”的“{title}”可见：{reason}',
    creator: '{person} 创建了这条未关联的记录',
    outOfScope: '记录的负责人是{owner}，部门是{unit}，不在数据范围内',
    nobody: '（无）',
    level: { read: '可查看', write: '可编辑' },
    field: {
      hidden: '“{field}”对此人隐藏',
      masked: '“{field}”脱敏显示',
      full: '“{field}”完整显示',
    },
    action: {
      create: '新建', read: '查看', update: '修改', delete: '删除', export: '导出', import: '导入', assign: '分配',
      share: '共享', merge: '合并', reveal: '查看敏感信息',
    },
  },
} as const;
