export const zhCN = {
  objects: {
    customer: {
      one: '客户',
      many: '客户档案',
      groups: { main: '基本资料', reach: '联系方式', company: '企业信息', person: '个人信息', invoice: '开票信息', ownership: '归属', more: '其他' },
      fields: {
        kind: '客户类型', name: '客户名称', shortName: '简称', code: '客户编号', externalCode: '外部编号', stage: '阶段', lostReason: '流失原因',
        grade: '级别', source: '来源渠道', industry: '行业', tags: '标签', phone: '电话', altPhone: '备用电话', email: '邮箱', website: '网址',
        address: '地区与地址', place: '地图位置', uscc: '统一社会信用代码', legalRepresentative: '法定代表人', size: '规模', registeredCapital: '注册资本',
        birthday: '生日 / 成立日', parent: '母公司', gender: '性别', idNumber: '身份证号', incomeBand: '收入水平', education: '学历',
        interests: '兴趣', bankName: '开户行', bankAccount: '银行账号', invoiceAddress: '开票地址', invoicePhone: '开票电话', referrer: '介绍人',
        nextContactAt: '下次联系', lastContactAt: '上次联系', stageChangedAt: '阶段变更时间', completeness: '完整度', contactCount: '联系人数', notes: '备注',
      },
      help: {
        uscc: '18 位，保存时校验；同一代码只能有一个客户。',
        lastContactAt: '最近一次真正联系上客户的时间，未接通不算。',
        completeness: '公司要求的资料中，已填写且在有效期内核实过的比例。',
        stage: '改为“流失”时需选择原因。',
      },
      choices: {
        kind: { company: '企业', person: '个人' },
        stage: { potential: '潜在', target: '目标', active: '现实', dormant: '休眠', lost: '流失', disqualified: '取消资格' },
        lostReason: { moved: '搬迁', competitor: '与竞争对手有关系', price: '价格', quality: '产品质量', service: '服务不佳', other: '其他' },
        grade: { regular: '普通', auction: '网拍', star1: '一星', star2: '二星', star3: '三星' },
        source: { referral: '介绍', website: '网站', exhibition: '展会', advertising: '广告', visit: '来访', call: '来电', import: '导入', other: '其他' },
        size: { micro: '微型', small: '小型', medium: '中型', large: '大型' },
        gender: { male: '男', female: '女' },
        incomeBand: { low: '较低', middle: '中等', upperMiddle: '中上', high: '较高' },
        education: { secondary: '高中及以下', college: '大专', bachelor: '本科', master: '硕士', doctor: '博士' },
      },
    },
    contact: {
      one: '联系人',
      many: '联系人',
      groups: { main: '基本资料', reach: '联系方式', style: '人际风格', more: '其他' },
      fields: {
        name: '姓名', customer: '客户', jobTitle: '职务', department: '部门', decisionRoles: '决策角色', isPrimary: '主要联系人', phone: '电话',
        altPhone: '备用电话', email: '邮箱', wechat: '微信', preferredChannel: '首选渠道', gender: '性别', birthday: '生日',
        isLunarBirthday: '按农历', assertiveness: '果断程度', responsiveness: '情感表露', style: '人际风格', tags: '标签', notes: '备注',
      },
      help: {
        assertiveness: '-10 到 10：说话直接、下决定快为正，委婉、慢为负。',
        responsiveness: '-10 到 10：表情丰富、重人情为正，克制、就事论事为负。',
      },
      choices: {
        decisionRoles: { decider: '决策人', influencer: '影响者', user: '使用者', gatekeeper: '把关人', payer: '付款人' },
        preferredChannel: { phone: '电话', wechat: '微信', email: '邮件', sms: '短信', visit: '面谈' },
        gender: { male: '男', female: '女' },
        style: { driver: '支配型', expressive: '表达型', amiable: '和蔼型', analytical: '分析型' },
      },
    },
    activity: {
      one: '活动',
      many: '活动',
      groups: { main: '内容', time: '时间与地点', more: '其他' },
      fields: {
        kind: '类型', subject: '主题', customer: '客户', contact: '联系人', direction: '方向', outcome: '结果', status: '状态', happenedAt: '时间',
        dueAt: '截止时间', doneAt: '完成时间', durationMinutes: '时长（分钟）', location: '地点', checkIn: '签到', place: '签到位置', distance: '距客户（米）', isSentLater: '离线补传', body: '内容', isPinned: '置顶',
        visibility: '可见范围', mentions: '提到的人',
      },
      help: { outcome: '只有“已联系上”才算有效跟进。', distance: '签到时与客户地图位置的直线距离。', isSentLater: '签到时没有网络，之后补传；时间按设备等待的时长推算。' },
      choices: {
        kind: { task: '任务', call: '电话', meeting: '会议', visit: '走访', note: '记录' },
        direction: { outbound: '去电', inbound: '来电' },
        outcome: { reached: '已联系上', attempted: '未联系上' },
        checkIn: { placed: '有位置', noPlace: '无位置' },
        status: { open: '待办', done: '完成', cancelled: '取消' },
        visibility: { internal: '仅内部', customer: '客户可见' },
      },
    },
    need: {
      one: '需求',
      many: '需求',
      groups: { main: '需求' },
      fields: { title: '需求', customer: '客户', contact: '提出人', level: '层次', state: '状态', activity: '来自活动', metAt: '满足时间', note: '说明' },
      choices: {
        level: { basic: '基本需求', want: '想要', desire: '期望', unexpected: '未曾想到' },
        state: { open: '未满足', met: '已满足' },
      },
    },
    customerRelation: {
      one: '客户关系',
      many: '客户关系',
      groups: { main: '关系' },
      fields: { customer: '客户', kind: '关系', other: '对方', note: '说明' },
      choices: {
        kind: { spouse: '夫妻', family: '家人', parentCompany: '母公司', subsidiary: '子公司', partner: '合作伙伴', referrer: '介绍人', referred: '被介绍人' },
      },
    },
  },
} as const;
