export const zh = {
  label: '为什么', mark: '据', clause: '条款 {clause}', interpretation: '本公司解释', noClause: '没有条款适用于这些情况。', noText: '这一条还没有写明原文。',
  deciding: '据以判定的事实', others: '其他事实（{count}）', results: '结果', steps: '判定经过', none: '无',
  version: '{policy} v{number}', since: '自 {day} 起生效', long: '一直有效', decided: '{at} 由{who}判定', event: '事情发生于 {at}', system: '系统', open: '查看制度', missing: '没有找到这条判定，或您没有查看它的权限。',
} as const;
