export const zh = {
  objects: {
    site: {
      one: '案场',
      many: '案场',
      fields: {
        name: '名称', owner: '项目经理', unit: '所属部门', pack: '适用制度', timeZone: '时区', opensAt: '开门时间', closesAt: '关门时间',
        lunchFrom: '午餐开始', lunchUntil: '午餐结束', takeUpMinutes: '接待时限（分钟）', deputy: '销售组长',
      },
      groups: { main: '案场设置', ownership: '负责' },
      help: { takeUpMinutes: '轮到后多少分钟内应开始接待，超过后经理可轮空', pack: '由这套制度判定轮次和归属', deputy: '项目经理不在时，由销售组长确认员工介绍' },
    },
  },
} as const;
