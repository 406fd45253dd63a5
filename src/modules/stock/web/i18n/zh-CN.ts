export const zh = {
  board: {
    title: '销控', hint: '一格一套房：字母表示状态，点开看详情和可做的事。', project: '项目', empty: '还没有项目', emptyHint: '由销售经理建立项目和房源后，这里会出现销控图。', noMatch: '没有符合条件的房源',
    building: '楼栋', all: '全部', price: '总价（万）', area: '面积（㎡）', from: '最低', to: '最高', clear: '清除条件', more: '价格和面积', mine: '只看我的', shown: '显示 {shown} / {total} 套', floor: '{floor} 层', wan: '{value} 万', left: '剩 {time}', days: '{n} 天', hours: '{h} 小时 {m} 分', over: '已到期', print: '打印', newProject: '新建项目', noUnits: '这个项目还没有房源', noUnitsHint: '先加楼栋和房源，再定价。', addUnits: '加房源',
    prices: '调价', lists: '价目表', legend: '状态',
  },
  status: { available: '可售', held: '小定', reserved: '大定', signed: '签约', delivered: '交付', withdrawn: '停售' },
  letter: { available: '售', held: '小', reserved: '大', signed: '签', delivered: '交', withdrawn: '停' },
  unit: {
    floor: '楼层', layout: '户型', area: '面积', grade: '档次', price: '总价', perMetre: '单价', list: '价目表', history: '历次价格', held: '保留', customer: '客户', owner: '销售员', until: '保留至', deposit: '定金', paid: '已收', hold: '定单', contractTerm: '签约为止',
    subscription: '认购书', deal: '成交', heldByOther: '已为另一位客户保留至 {until}', takenNote: '该房源有其他客户的手续，详情只对经办人和上级显示。', records: '变更记录', exchangeOf: '{customer} 的换房（认购书 {number}）等待批准，批准前不能定这套房，未批准则放回可售。', exchangeOther: '该房源已为一笔换房保留，等待批准；未批准则放回可售。', kinds: { holding: '小定', reservation: '大定' },
  },
  action: {
    hold: '定房', extend: '延长', release: '放回可售', subscribe: '填认购书', edit: '修改认购书', sign: '已签署', contract: '签合同', deliver: '交付', book: '收款', change: '售后变更', price: '改价', correct: '改资料', withdraw: '停售', restore: '恢复销售',
    pdf: '下载认购书（四联）', save: '保存', cancel: '取消', done: '已保存', reverse: '冲销', receipt: '收据', dunning: '催款通知单',
  },
  confirm: {
    release: '放回可售后，其他客户即可定这套房。', sign: '签署后文字固定，不能再改。', deliver: '交付后不再办理售后变更。', withdraw: '停售后不能定房。', restore: '恢复后即可定房。', extend: '按制度延长一次，从现在起算。',
  },
  hold: { customer: '客户', kind: '定单', terms: '保留多久、定金多少，按制度决定，定房后显示依据。', done: '{unit} 已保留至 {until}，定金 {deposit}' },
  edit: { code: '房号', floor: '楼层', position: '位置（从左数）', layout: '户型', area: '面积（㎡）', grade: '档次（1–5，越大越好）', price: '新总价（元）', now: '现价 {price}', why: '价目表名称', whyName: '{unit} 改价', done: '{unit} 的新价已生效', perMetre: '合每平方米 {price}' },
  add: {
    title: '加房源', building: '楼栋', newBuilding: '新楼栋', buildingName: '楼栋名称', prefix: '房号前缀', prefixHint: '如 1-，后面接楼层和两位序号', floors: '楼层', from: '从', to: '到', position: '每层第几套', price: '首层总价（元）', step: '每层加价（元）', priceHint: '不填价格的房源暂不能定。', preview: '{first} 至 {last}，共 {count} 套', one: '{first}，共 1 套', listName: '新增房源 {first}', save: '加入销控', done: '已加入 {count} 套',
  },
  form: {
    and: '、', middle: '第 {n} 期', need: '还需填写：{what}', phoneOwn: '留空则用客户资料中的电话',
    buyers: '买受人', discount: '优惠（元）', deposit: '定金（元）', phone: '联系电话', address: '通信地址', postcode: '邮政编码', plan: '付款安排', label: '款项', dueOn: '付款日', amount: '金额（元）', add: '加一期', remove: '删去第 {n} 期', price: '成交价 {price}', rest: '还差 {rest}', over: '多出 {rest}', exact: '合计正好', phoneKept: '留空则不变', first: '首期', last: '尾款', fill: '补入末期',
    contractNumber: '合同号', dealOn: '签约日',
  },
  pay: {
    title: '收款', hint: '只有财务可以记收款并开收据；销售不能记款。', kind: '款项', method: '方式', amount: '金额（元）', receivedOn: '收款日', payer: '交款人', note: '备注', book: '记款并开收据', done: '收据 {number} 已开', owedHint: '公司应退 {amount}', dueHint: '目前应收 {amount}', paidHint: '已收 {paid} / {expected}', waiting: '待收', owed: '待退', todo: '待处理', everything: '全部', find: '房号、客户或销售员', noneFound: '没有符合的款项', state: '状态', states: { active: '已定', sold: '已签约', expired: '已到期', released: '已放' }, salesHint: '您的客户应付和已付的款项。收款由财务记账并开收据。', progress: '已收 / 应收', unit: '房源', due: '应收', dueOn: '下期', paid: '已收', none: '没有待收的款项', noneHint: '有客户定房或到期应付时，会出现在这里。', receipts: '全部收据', fee: '过户费 {fee}', reason: '冲销原因', print: '打印收据',
    kinds: { holdingDeposit: '小定', reservationDeposit: '大定', instalment: '房款', transferFee: '过户费', refund: '退款' }, methods: { transfer: '转账', card: '刷卡', cash: '现金', cheque: '支票', mortgage: '按揭放款' },
  },
  change: {
    title: '售后变更', kind: '变更', reason: '原因', newUnit: '换入房源', newCustomer: '新客户', buyers: '新买受人', retention: '挽留情况', retentionHint: '做过哪些工作，客户怎么说。签约前退房要先挽留。', exception: '申请例外', ask: '提交', refused: '按条款 {clause} 不予办理',
    kinds: { exchange: '换房', rename: '更名', default: '违约', refund: '退房' },
    outcomes: { allowed: '已办理', fee: '收取过户费 {fee} 后办理', retention: '请先做挽留，再带挽留情况提交', approval: '已报批', notice: '请下发催款通知单', breach: '超过两个月，按违约处理，已报批', refused: '不予办理' },
    states: { refused: '不予办理', retention: '挽留中', approving: '报批中', feeDue: '待收费', done: '已办理', rejected: '未批准' }, none: '没有变更',
  },
  prices: { title: '新价目表', way: '怎样调价', byPercent: '统一比例', byList: '逐套价格', list: '房号和总价', listHint: '从表格复制两列（房号、总价）粘贴到这里，每行一套。', file: '选择 CSV 文件', found: '认出 {count} 套', kept: '其中 {count} 套已定，价格不变', unknown: '认不出 {count} 行：{lines}', name: '名称', effectiveOn: '生效日', percent: '在售房源调价（%）', hint: '已定房源价格不变，旧价目表保留可查。', save: '保存价目表', done: '价目表已保存', count: '{count} 套在售房源' },
  templates: {
    title: '打印模板', hint: '认购书、收据和催款通知单的文字。已签署的认购书不受影响。', keys: { subscription: '认购书', receipt: '收据', dunning: '催款通知单' }, document: '文书', content: '文字', help: '“# ”开头是标题，“## ”是小节，“| 甲 | 乙 |”是表格行；花括号里是自动填入的内容。', placeholders: '可用内容', preview: '预览', pdf: '下载样张', save: '保存新版本', saved: '已保存，新打印的文书用这一版', version: '第 {number} 版', shipped: '出厂文字', reset: '恢复出厂文字',
  },
  sale: { plan: '付款安排', receipts: '收据', changes: '售后变更', unit: '在销控中打开', reversed: '已冲销' },
};
