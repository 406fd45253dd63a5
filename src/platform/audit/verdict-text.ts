import type { AuditFault, AuditVerdict } from './verify-chain.ts';

const FAULTS: Readonly<Record<AuditFault['kind'], string>> = {
  'entry-altered': '记录被改动 / entry altered',
  'entry-removed': '记录被删除 / entry removed',
  'entry-inserted': '记录被插入 / entry put in',
  'block-altered': '封块被改动 / block altered',
  'block-removed': '封块被删除 / block removed',
  'end-removed': '末尾被截去，或恢复了更早的备份（确认是后者时，删除数据文件夹中的 audit-head.json） / the end was cut off, or an older backup was restored (if you know it was the latter, delete audit-head.json in the data folder)',
};

const line = (f: AuditFault): string =>
  [
    `  ${FAULTS[f.kind]}:`,
    f.block === undefined ? '' : `block ${f.block}`,
    f.seq === undefined ? '' : `seq ${f.seq}`,
    f.id === undefined ? '' : `id ${f.id} ${f.at ?? ''} ${f.action ?? ''}`,
  ].filter(Boolean).join(' ');

/** The verdict in words, for the command line. */
export function verdictText(v: AuditVerdict, seconds: number): string {
  const head = v.head ? `${v.head.block} ${v.head.seal.slice(0, 16)} ${v.head.sealedAt}` : '–';
  const isWhollyForeign = v.faults.length > 0 && v.faults.every((f) => f.kind === 'block-altered') && v.faultCount === v.blocks;
  return [
    v.isIntact ? '审计记录完整。 / The audit trail is intact.' : `审计记录有 ${v.faultCount} 处不符： / The audit trail does not agree in ${v.faultCount} places:`,
    ...v.faults.map(line),
    ...(v.faultCount > v.faults.length ? [`  … ${v.faultCount - v.faults.length}`] : []),
    ...(isWhollyForeign ? ['所有封块都不符：很可能用了另一套系统的密钥。 / Every block disagrees: most likely the secret belongs to another system.'] : []),
    `${v.entries} 条记录 / entries, ${v.blocks} 个封块 / blocks, ${v.pending} 条待封 / not sealed yet, ${seconds.toFixed(1)} s`,
    `末尾 / end: ${head}`,
  ].join('\n');
}
