const channel = { walkIn: '自然到访', signboard: '户外广告', newspaper: '报纸', internet: '网络', friend: '朋友介绍', exhibition: '展会', call: '来电邀约', other: '其他' };

export const zhCN = {
  objects: {
    visitRegistration: {
      one: '来访登记', many: '来访登记', groups: { main: '来访', reception: '接待', ownership: '归属' },
      fields: {
        visitor: '来访人', customer: '客户', site: '案场', phone: '电话', arrivedAt: '到访时间', arrivedOn: '到访日', channel: '认知渠道', companions: '同行人数', matter: '事由', note: '备注',
        receiver: '接待人', isCounted: '计轮', clause: '依据条款', overruled: '换人理由', outsideHours: '开放时间外理由', status: '确认', confirmedAt: '确认时间', confirmedBy: '确认人',
      },
      help: { status: '由项目经理当日确认；确认后不能修改或删除，只能加注。' },
      choices: {
        channel, status: { unconfirmed: '待确认', confirmed: '已确认' },
        matter: {
          visit: '来访', refusal: '接待中途要求更换', midwayDesignation: '接待中途另指定他人', sameDayOther: '同日由他人再接待', introduced: '老客户介绍', companyCustomer: '公司客户', staffReferral: '员工介绍',
          household: '夫妻或家人分别来访', discount: '为优惠另找他人', conflict: '登记冲突', afterDeal: '成交后变更', leave: '销售员长假或调离', eventDay: '展会或开盘日', dispute: '归属争议', other: '其他',
        },
      },
    },
    callRegistration: {
      one: '来电登记', many: '来电登记', groups: { main: '来电', ownership: '归属' },
      fields: { caller: '来电人', site: '案场', phone: '电话', calledAt: '来电时间', channel: '认知渠道', interest: '询问内容', appointmentOn: '约访日', customer: '客户' },
      help: { caller: '来电登记只作信息，不作为归属依据。' },
      choices: { channel },
    },
    staffReferral: {
      one: '员工介绍', many: '员工介绍', groups: { main: '介绍', ownership: '归属' },
      fields: {
        visitor: '被介绍人', site: '案场', phone: '电话', introducer: '介绍人', agreedOn: '约定来访日', status: '状态', voidReason: '无效原因', approval: '部门审批', confirmation: '确认方式', confirmedAt: '确认时间', confirmedBy: '确认人', confirmedAs: '确认身份', registration: '来访登记', customer: '客户',
      },
      help: { agreedOn: '客户未在这一天来访，介绍登记失效，可重新登记。' },
      choices: {
        status: { registered: '已登记', confirmed: '已确认', lapsed: '已失效', void: '无效' }, voidReason: { siteFirst: '现场已先登记', notConfirmed: '来访时未确认', rejected: '部门未批准' },
        approval: { waiting: '待审批', approved: '已批准', rejected: '未批准' }, confirmation: { accompanied: '介绍人陪同', phoned: '介绍人来电' }, confirmedAs: { manager: '项目经理', deputy: '销售组长（经理不在）' },
      },
    },
  },
};
