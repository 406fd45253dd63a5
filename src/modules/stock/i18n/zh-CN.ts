const about = { customer: '客户', project: '项目', saleUnit: '房源' };

export const zhCN = {
  objects: {
    project: {
      one: '项目', many: '项目', groups: { main: '资料' }, fields: { name: '名称', code: '代号', site: '案场', pack: '制度' },
      help: { code: '印在收据号前面。', pack: '没有案场的项目按这套制度决定保留时间和售后变更；有案场的按案场的制度。' }, choices: {},
    },
    building: { one: '楼栋', many: '楼栋', groups: { main: '资料' }, fields: { name: '名称', project: '项目', position: '顺序' }, help: {}, choices: {} },
    priceList: {
      one: '价目表', many: '价目表', groups: { main: '资料' }, help: {}, choices: {},
      fields: { name: '名称', project: '项目', effectiveOn: '生效日', unitCount: '房源数', appliedAt: '启用时间' },
    },
    saleUnit: {
      one: '房源', many: '房源', groups: { main: '资料' }, help: { grade: '1 到 5，越大越好；换房时比较。' },
      fields: {
        code: '房号', project: '项目', building: '楼栋', floor: '楼层', position: '位置', layout: '户型', area: '面积（㎡）', grade: '档次', status: '状态',
        listPrice: '总价', unitPrice: '单价', holdUntil: '保留至', priceList: '价目表',
      },
      choices: { status: { available: '可售', held: '小定', reserved: '大定', signed: '签约', delivered: '交付', withdrawn: '停售' } },
    },
    unitHold: {
      one: '定单', many: '定单登记', groups: { main: '资料' }, help: {},
      fields: { ...about, number: '编号', kind: '定单', state: '状态', deposit: '定金', expiresAt: '保留至', extensions: '延长次数', endedAt: '结束时间' },
      choices: { kind: { holding: '小定', reservation: '大定' }, state: { active: '有效', expired: '到期', released: '已放', sold: '已售' } },
    },
    subscription: {
      one: '认购书', many: '认购登记', groups: { main: '资料' }, help: {},
      fields: {
        ...about, number: '编号', state: '状态', buyers: '买受人', area: '面积（㎡）', listPrice: '标价', discount: '优惠', price: '成交价', deposit: '定金',
        phone: '电话', address: '通信地址', postcode: '邮编', signedAt: '签署时间',
      },
      choices: { state: { filed: '待签署', signed: '已签署', contracted: '已签合同', cancelled: '已取消' } },
    },
    deal: {
      one: '成交', many: '签约登记', groups: { main: '资料' }, help: {},
      fields: { ...about, number: '编号', subscription: '认购书', state: '状态', contractNumber: '合同号', dealOn: '成交日', price: '成交价' },
      choices: { state: { signed: '已签约', delivered: '已交付', cancelled: '已解除' } },
    },
    receipt: {
      one: '收据', many: '收据', groups: { main: '资料' }, help: {},
      fields: {
        ...about, number: '收据号', subscription: '认购书', kind: '款项', amount: '金额', method: '方式', receivedOn: '收款日', payer: '交款人', note: '备注',
        bookedBy: '经手人', reverses: '冲销收据',
      },
      choices: {
        kind: { holdingDeposit: '小定', reservationDeposit: '大定', instalment: '房款', transferFee: '过户费', refund: '退款' },
        method: { transfer: '转账', card: '刷卡', cash: '现金', cheque: '支票', mortgage: '按揭放款' },
      },
    },
    afterSaleChange: {
      one: '售后变更', many: '售后变更', groups: { main: '资料' }, help: {},
      fields: {
        ...about, kind: '变更', state: '状态', subscription: '认购书', newSaleUnit: '换入房源', newCustomer: '新客户', buyers: '新买受人', reason: '原因',
        retention: '挽留记录', clause: '条款', fee: '费用',
      },
      choices: {
        kind: { exchange: '换房', rename: '更名', default: '违约', refund: '退房' },
        state: { refused: '不予办理', retention: '挽留中', approving: '报批中', feeDue: '待收费', done: '已办理', rejected: '未批准' },
      },
    },
  },
};
