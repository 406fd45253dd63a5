export const zh = {
  title: '制度', denied: '您没有此项权限', deniedHint: '查看制度与判定需要“查看制度与判定”权限，请联系系统管理员。', always: '一直有效', since: '{day} 起', comma: '；',
  inForce: '生效中 v{number}（{since}）', notInForce: '尚未生效', next: 'v{number}：{since}生效', nameZh: '中文名称', nameEn: '英文名称', undo: '撤销', redo: '重做',
  open: { draft: '草稿 v{number}', submitted: '待批准 v{number}' },
  tab: { label: '制度的页面', table: '决策表', whatIf: '试算', simulation: '回测', history: '版本' },
  save: { saved: '已保存', waiting: '正在编辑', saving: '正在保存', lost: '尚未保存，稍后自动重试', conflict: '他人刚改过' },
  draft: { start: '起草修改', started: '已建立草稿 v{number}，生效版本不受影响' },
  packs: {
    hint: '公司写下的规矩，每条结果都注明据哪一条款。修改先写草稿，回测、批准后从指定日期起生效，过去的判定不变。', policy: '制度名称', inForce: '生效版本', change: '修改中', rows: '行数', next: '下一版 {since}', shipped: '随产品提供',
    part: '已启用 {used} / {total} 项', addRest: '补上其余制度', addRestTitle: '补上“{pack}”的其余制度', addRestHint: '补上 {count} 项，立即生效。已在使用的制度保持公司现在的写法。', restAdded: '“{pack}”已补上 {count} 项制度', whoInstalls: '由有批准制度权限的人启用。',
    offered: '可选用的制度包', count: '{count} 项制度', install: '启用', installTitle: '启用“{pack}”', installHint: '其中 {count} 项制度立即生效。之后可以逐条修改，每次修改都经过批准。', installed: '“{pack}”已启用',
    none: '还没有制度', noneHint: '从文件导入一个制度包，或请管理员启用随产品提供的制度包。', noneOffered: '可先启用下面的一个制度包，再按公司的写法修改；也可以从文件导入。', noPolicies: '这个制度包里没有制度。', menuOf: '“{pack}”的更多操作',
    export: '导出为文件', copy: '复制', compareWith: '与“{pack}”对比', copyTitle: '复制制度包', copyName: '{pack}（副本）', copied: '已复制为“{pack}”，其中的制度都是草稿', key: '代号', keyHint: '小写字母开头，可用数字和连字符；以后不能更改。',
    import: '导入制度包', importDo: '导入', drop: '把文件拖到这里，或点击选择', dropHint: '由本产品导出的 .json 文件', read: '“{pack}”：{count} 项制度，共 {rows} 行。导入后都是草稿，批准后才生效。', imported: '“{pack}”已导入，制度都是草稿', place: '{path}：{message}',
    fault: { 'not-json': '这个文件不是 JSON，可能下载不完整。请重新导出后再试。', 'not-a-pack': '这个文件不是制度包，以下位置不符合格式：' },
  },
  hit: { U: '唯一', A: '任一', F: '首个', P: '优先', R: '按行序', O: '按结果序', C: '收集', sum: '合计', number: '计数', least: '最小', most: '最大' },
  table: { conditions: '条件', results: '结果', spread: '展开各列', fold: '合并条件',
    hit: '命中策略：{policy}（{code}）', rows: '{count} 行', overlap: '{count} 处重叠', noOverlap: '无重叠', gap: '有缺口', noGap: '无缺口', faulty: '{count} 处需要修改', unchecked: '过于复杂，未能逐一核对', settings: '表的设置', hitLabel: '命中策略',
    hitHint: '唯一：任何情况只有一行适用。首个：从上到下，第一个适用的行。', remove: '删除这张表', empty: '还没有行。加一行，写明在什么情况下得出什么结果。', keys: '方向键移动，Enter 编辑，Alt+上下键换行序，Ctrl+Z 撤销', add: '再加一张表', newName: '中间表', newResult: '得出',
  },
  row: { otherwise: '其他情形', more: '加一个条件', add: '加一行', insert: '在下方插入', copy: '复制此行', up: '上移', down: '下移', remove: '删除此行', menu: '第 {row} 行的操作', grip: '拖动第 {row} 行', numbered: '第 {row} 行，', noClause: '未注明', cellOf: '{column}：' },
  column: {
    left: '左移一列', right: '右移一列', remove: '删除此列', add: '添加', addLong: '添加条件列', noOffers: '已知的事实都在表里了。', newResult: '添加结果列', name: '名称', type: '类型', source: { offered: '可由系统提供', derived: '推得', table: '前表结果' },
  },
  type: { boolean: '是 / 否', number: '数字', text: '文字', date: '日期', choice: '单选', choices: '多选', dateTime: '日期和时间' },
  cell: {
    yes: '是', no: '否', unknown: '不清楚', empty: '留空', done: '完成', reset: '还原', mode: '条件', operator: '比较', value: '值', from: '从', to: '到', including: '含', lines: '每行一个', anyHint: '不论是什么，都适用。',
    modes: { any: '任意', oneOf: '是其中之一', not: '不是', compare: '比较', range: '区间', feel: 'FEEL' }, sign: { lt: '小于（早于）', le: '不超过', gt: '大于（晚于）', ge: '不少于' },
    feel: 'FEEL 表达式', feelHint: '供熟悉 DMN 的人使用；? 代表这一列的值。', feelWrong: '这不是可以运行的 FEEL，已按原样保留。', valueWrong: '与这一列的类型不符，已按原样保留。',
  },
  clause: {
    title: '条款', all: '条款原文', key: '条款编号', zh: '中文原文', en: '英文原文', interpretation: '这是本公司的解释', interpretationHint: '原文没有写明、由公司自行确定读法的条款。', mark: '本公司解释', taken: '已有这个编号的条款。', noText: '还没有写原文。', none: '这一行没有注明据哪一条款。',
    choose: '改据另一条款', edit: '修改', new: '新写一条', uncited: '没有行引用', remove: '删除', noClauses: '还没有条款。',
  },
  parts: { parameters: '参数', derived: '推得的事实', addDerived: '添加', noDerived: '由其他事实算出的事实，例如相隔的月数。', newDerived: '新的事实', expression: 'FEEL 算式', editOf: '修改“{name}”', remove: '删除' },
  finding: {
    gap: '缺口：下面的情况没有一行适用。{example}', overlap: '重叠：第 {rows} 行同时适用于下面的情况。{example}', unreachable: '第 {rows} 行永远轮不到。', unchecked: '组合太多，无法逐一核对；请拆成两张表。', value: '{column}：{value}', holds: '{column} 满足 {cell}', holdsNot: '{column} 不满足 {cell}',
    row: '第 {row} 行', jump: '到第 {row} 行',
  },
  fault: {
    'name-taken': '名称 {text} 用了两次。', 'bad-name': '名称 {text} 不能用作 FEEL 名称。', 'row-length': '{place}的格数与列数不符。', 'not-feel': '{place}：“{text}”不是可以运行的 FEEL。', 'unknown-name': '{place}：没有名为 {text} 的事实。', 'wrong-type': '{place}：“{text}”与这一列的类型不符。',
    'not-a-choice': '{place}：“{text}”不在可选范围内。', 'unknown-clause': '{place}没有注明据哪一条款。', 'wrong-sum': '{place}各份额合计 {text}，应为 100。', 'no-table': '这项制度还没有决策表。', 'runs-later': '{text} 出自后面的表，此时还没有算出。',
  },
  pointFault: { 'fact-not-offered': '系统无法提供事实 {name}，请删除用到它的列。', 'fact-type': '事实 {name} 的类型与系统提供的不同。', 'result-missing': '缺少系统需要的结果 {name}。', 'result-type': '结果 {name} 的类型与系统需要的不同。', 'result-unknown': '系统不认识结果 {name}。' },
  cases: {
    title: '用例', passed: '{passed} / {total} 通过', waiting: '待运行', none: '把有把握的情况写成用例，每次修改都会核对一遍。', add: '添加用例', one: '用例', name: '说明', facts: '事实', must: '应当得出', pickClause: '请选择', take: '以此为准', remove: '删除', expected: '应为：据 {clause}，{results}', found: '现为：{found}',
    foundDecided: '据 {clause}，{results}', foundMissing: '还缺 {facts}', foundNothing: '没有条款适用', foundFault: '无法判定', foundNow: '按现在的表：据 {clause}，{results}', foundNone: '按现在的表，这些事实还得不出结果。',
  },
  submit: {
    open: '提交审批', title: '提交草稿 v{number}', do: '提交', day: '从哪天起生效', tomorrow: '明天', month: '下月 1 日', note: '为什么修改', hint: '那一天零点起发生的事按新版本判定；此前的判定不变。', blocked: '还有 {count} 处需要修改，修改后才能提交。', done: 'v{number} 已提交，等待批准',
  },
  settle: {
    waiting: '等待批准', approve: '批准', return: '退回', approveTitle: '批准 v{number}', approveHint: '自 {since}按此版本判定。批准后这一版不能再改，只能另写新版。', note: '{who}：{note}', returnTitle: '退回 v{number}', reason: '需要怎样修改', approved: 'v{number} 已批准', returned: 'v{number} 已退回，成为草稿',
  },
  conflict: { title: '他人刚改过这份草稿', hint: '划去的是对方的，标出的是您的。选哪一份都不会丢：采用对方的以后，按撤销可以回到您的。', mine: '保存我的', theirs: '采用对方的', show: '对比两份' },
  compare: {
    title: '对比', versions: '{policy}：v{a} 与 v{b}', packs: '对比制度包', packsHint: '按判定的用途配对，逐行对比。', before: '原', after: '新', choose: '请选择', chooseHint: '在右上角选两个制度包。', same: '两者完全相同。', change: '变化', rows: '{count} 行有变化，{hidden} 行相同', hit: '命中策略由 {before} 改为 {after}。',
    columnsAdded: '新增列：{columns}', columnsRemoved: '删去的列：{columns}', texts: '条款原文、参数与推得的事实', otherPart: '另一种语言的文字或标记有变化。', onlyAfter: '只有新的制度包里有这一项。', onlyBefore: '只有原来的制度包里有这一项。', kind: { added: '新增', removed: '删去', changed: '改动' },
  },
  ask: {
    facts: '已知情况', answer: '判定', day: '事情发生在', draft: '按草稿 v{number} 试算', version: '按 v{number} 判定（{since}）', noVersion: '这一天没有生效的版本', noVersionHint: '换一个日期，或按草稿试算。', next: '确定', change: '改答“{fact}”', clear: '清除“{fact}”', again: '重新开始', enough: '已足够判定，不必再问。',
    waiting: '还有最多 {count} 个问题。', refused: '这些情况不符合要求：{facts}', faulty: '无法判定：{message}', conflict: '有几行同时适用', broken: '这个版本有不能运行的格，请先修改。', keep: '存为用例', keepDo: '保存', keepHint: '存入当前草稿。', keepDraftHint: '会建立一份草稿来存放它，生效版本不受影响。', kept: '已存入草稿 v{number} 的用例',
  },
  sim: {
    title: '回测', cardOf: '回测：{from} 至 {to}', cardHint: '用过去的真实判定看看：改成这样，哪些结果会不同。', lastMonths: '回测过去 6 个月', again: '再算一次', more: '看明细', changed: '笔判定会改变，共 {total} 笔', amount: '金额变动 {amount}，涉及 {people} 人', version: '按哪个版本', from: '起', to: '止', run: '开始回测',
    begin: '选好日期，开始回测', hint: '逐笔重算这段时间的判定，只作比较，不改动任何记录。', list: '会改变的判定', subject: '对象', day: '日期', results: '结果', people: '涉及的人', gained: '多 {count} 笔', lost: '少 {count} 笔', nothing: '没有条款适用', same: '每一笔的结果都不变。', noDecisions: '这段时间没有判定', noDecisionsHint: '换一段时间再试。', moreLines: '再显示（余 {count} 笔）',
  },
  history: {
    title: '全部版本', hint: '勾选两个版本可以对比。', compare: '对比所选', drop: '放弃草稿', dropTitle: '放弃草稿 v{number}', dropHint: '草稿会收进“已放弃”，仍可从它另起新草稿。', dropped: '草稿 v{number} 已放弃', withdrawn: '已放弃的 {count} 个版本', choose: '选 v{number} 作对比', draftFrom: '据此起草', basedOn: '由 v{number} 改来',
    draftedBy: '{who} 起草', submittedBy: '{who} 提交', approvedBy: '{who} 于 {at} 批准', changed: '最后改动 {at}', decisions: '{count} 笔判定', dmnExport: '导出 v{number} 为 DMN', dmnImport: '用 DMN 文件替换草稿', dmnImported: '草稿 v{number} 已换成文件里的内容', dmnNotes: '导入时的说明', state: { draft: '草稿', submitted: '待批准', withdrawn: '已放弃', inForce: '生效中', coming: '即将生效', superseded: '已被取代' },
  },
  decisions: { title: '判定记录', hint: '每一笔由制度得出的结果，都可以问为什么。', all: '全部制度', when: '时间', why: '依据', who: '操作人', system: '系统', none: '还没有判定', noneHint: '制度启用后，产品每次据以判定都会记在这里。', noneFound: '没有符合条件的判定', noneFoundHint: '放宽条件再看。', more: '更早的判定' },
  subject: { nameless: '{object}（未记名称）' },
} as const;
