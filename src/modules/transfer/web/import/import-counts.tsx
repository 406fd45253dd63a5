import { formatNumber } from '#kit/texts/numbers.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { transferTexts } from '../../transfer.texts.ts';
import type { ImportInfo } from './use-imports.ts';

const keys = ['created', 'updated', 'unchanged', 'duplicates', 'errors', 'kept'] as const;

/** What became of the rows, in numbers. */
export function ImportCounts({ info }: { info: ImportInfo }) {
  const t = useTexts(transferTexts);
  return (
    <dl className="import-counts">
      {keys.filter((key) => info[key] > 0 || key === 'created').map((key) => (
        <div key={key}><dt className="small muted">{t(`report.${key}`)}</dt><dd>{formatNumber(info[key])}</dd></div>
      ))}
    </dl>
  );
}
