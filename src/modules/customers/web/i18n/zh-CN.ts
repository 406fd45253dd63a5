export const zh = {
  panel: { all: '查看全部', denied: '您没有查看这些内容的权限，可请客户经理把您加为协作人。' },
  stage: {
    bar: '客户阶段', title: '改为“{stage}”', confirm: '改为{stage}', fromTo: '{name}：由{from}改为{to}。', oneWay: '改为{to}后，不能直接退回{from}。', lostReason: '流失原因', pickReason: '请选择流失原因。',
    words: '说明', wordsHint: '选填，会记入往来记录。', wordsNeeded: '请写明原因，会记入往来记录。', changed: '阶段已改为{stage}', undone: '撤销刚才的改动', since: '自 {date}', notFrom: '不能由{from}直接改为{to}',
  },
  contact: { add: '添加联系人', primary: '主要', prefers: '偏好', empty: '还没有联系人。记下谁拍板、谁使用、谁付款，下次打电话就知道找谁。' },
  style: {
    talk: '怎样沟通', avoid: '避免', wants: '想要', fears: '担心', talkWith: '与{style}的人沟通', badge: '{name}是{style}，查看怎样沟通', isOf: '{name}是{style}', unknown: '还不知道是哪种风格',
    unknownHint: '在方格中点一下：越靠右越果断直接，越靠上越重人情。放好后，这里会写出怎样与对方沟通。', onBorder: '正好落在分界线上，再多观察几次，往更像的一边挪一格。',
    gridHint: '点方格，或按方向键移动。', gridRead: '您没有修改此联系人的权限。', saved: '已记下风格', people: '重人情', facts: '重事实', asks: '委婉', tells: '果断', assertiveness: '果断程度', responsiveness: '情感表露',
    less: '{score}减一', more: '{score}加一', gridAt: '人际风格方格：果断程度 {assertiveness}，情感表露 {responsiveness}', gridNone: '人际风格方格：尚未评分',
  },
  need: { add: '添加需求', empty: '还没有记下需求。听到客户说“要是能……就好了”，就记在这里。', toggle: '已满足：{need}', wasMet: '已满足：{need}', reopened: '重新列为未满足：{need}', metOf: '已满足 {met} / {all}' },
  relation: {
    add: '添加关系', household: '家庭', companies: '集团', referrals: '介绍', others: '其他', open: '{name}：{kind}，查看关系',
    empty: '还没有关系。母公司、子公司、介绍人都可以记在这里。', emptyPerson: '还没有关系。夫妻、家人、介绍人都可以记在这里。',
  },
  task: { add: '添加待办', empty: '没有待办。定一个下次联系的日子，到时会出现在“今日”。', finish: '完成：{task}', finished: '已完成：{task}' },
} as const;
