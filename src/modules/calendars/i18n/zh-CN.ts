export const zhCN = {
  objects: {
    workingCalendar: {
      one: '工作日历',
      many: '工作日历',
      fields: { name: '名称', timeZone: '时区' },
      choices: {},
      groups: { main: '基本资料' },
      help: { timeZone: '工作时间按此时区的当地时间计算' },
    },
  },
  companyCalendar: '公司工作日历',
  madeAtSetUp: '系统初始设置',
  unitMoved: '{name}移到{above}下，改用那里的工作日历',
} as const;
