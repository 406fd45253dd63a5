export const zh = {
  by: { manager: '直接上级', managerUp: '第 {level} 级上级', subject: '负责人', people: '指定的 {count} 人' },
  rule: { any: '任一人', all: '全部同意', vote: '表决：至少 {quorum} 人参加，{majority}' },
  majority: { simple: '过半数', twoThirds: '三分之二', everyone: '全票' },
} as const;
