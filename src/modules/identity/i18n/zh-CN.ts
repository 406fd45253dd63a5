export const zh = {
  objects: {
    user: {
      one: '用户',
      many: '用户',
      fields: {
        name: '姓名',
        username: '用户名',
        title: '职务',
        unit: '所在部门',
        manager: '直接上级',
        phone: '手机',
        email: '邮箱',
        isActive: '启用',
      },
      groups: { main: '基本资料' },
      help: {
        username: '用于登录，不区分大小写',
        manager: '审批和提醒会上报给此人',
        isActive: '停用后立即退出登录，个人密钥失效',
      },
    },
  },
  rights: {
    admin: {
      users: '管理用户',
      roles: '管理角色与权限',
      organisation: '管理组织架构',
      fields: '管理字段与对象',
      settings: '管理系统设置',
      audit: '查看审计日志',
      jobs: '查看后台任务',
      viewAs: '以他人身份查看（只读）',
    },
    views: { share: '共享视图' },
    policies: { read: '查看制度与判定', edit: '起草制度', approve: '批准制度生效' },
    quality: { board: '查看数据质量看板' },
    handover: { manage: '办理客户移交' },
    export: { approve: '审批数据导出' },
    approvals: { manage: '设置审批流程，查看全部审批' },
    pools: { claim: '查看公海并领取客户', manage: '设置公海，分配公海客户' },
    commission: { manage: '团队佣金：确认结算、起草方案、提出处罚', approve: '批准佣金结算、方案与处罚' },
    access: { network: '从当前网络登录' },
  },
  setup: {
    secret: '首次设置口令（从其他电脑打开设置页时需要填写）：{secret}',
  },
  company: '公司',
} as const;
