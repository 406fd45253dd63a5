import { useState } from 'react';
import type { ObjectMeta } from '#meta/view-model.ts';
import { ChoiceBar, PlainSelect } from '#kit/field/choice-bar.tsx';
import { useAddress } from '#kit/module/registry.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { transferTexts } from '../../../transfer.texts.ts';
import type { DuplicateChoice, ImportInfo, ImportMatch, ImportRowInfo } from '../use-imports.ts';

type Seen = ImportMatch & { readonly id: string };
const isSeen = (match: ImportMatch): match is Seen => match.id !== undefined;

/** What becomes of the row as things stand. */
function decisionOf(row: ImportRowInfo): DuplicateChoice {
  if (row.decision) return row.decision.do;
  if (row.state === 'duplicate') return 'skip';
  return row.state === 'updated' || row.state === 'unchanged' ? 'update' : 'create';
}

interface Props {
  readonly info: ImportInfo;
  readonly object: ObjectMeta;
  readonly row: ImportRowInfo;
  onDecide(choice: DuplicateChoice, record?: string): Promise<void>;
}

/** A row of the file beside the record that it repeats, and what is to become of it. */
export function DuplicateCard({ info, object, row, onDecide }: Props) {
  const t = useTexts(transferTexts);
  const seen = row.matches.filter(isSeen);
  const [chosen, setChosen] = useState(row.decision?.record ?? seen[0]?.id);
  // What was just chosen shows at once; the server's answer follows.
  const [pending, setPending] = useState<DuplicateChoice>();
  const match = seen.find((one) => one.id === chosen);
  const isTaken = row.matches.some((one) => one.isExact && one.isDouble);
  const mayUpdate = object.grants.update !== undefined && match?.mayUpdate === true;
  const value = pending ?? decisionOf(row);
  const options = (['skip', 'update', 'create'] as const)
    .filter((one) => one === value || one === 'skip' || (one === 'update' ? mayUpdate : !isTaken))
    .map((one) => ({ value: one, label: t(`check.do.${one}`) }));
  const decide = (choice: DuplicateChoice, record = chosen) => {
    setPending(choice);
    void onDecide(choice, choice === 'update' ? record : undefined).finally(() => setPending(undefined));
  };
  const pickRecord = (id: string) => {
    setChosen(id);
    if (value === 'update') decide('update', id);
  };
  return (
    <section className="card" aria-label={t('check.row', { n: row.row })} aria-busy={pending !== undefined}>
      <header className="import-double-head">
        <strong>{t('check.row', { n: row.row })}</strong>
        <span className="grow row wrap">{row.issues.map((issue) => <span key={issue.message} className="tag tag-hu import-tag">{issue.message}</span>)}</span>
        <ChoiceBar label={t('check.decisionOf', { n: row.row })} value={value} options={options} onChange={(choice) => decide(choice)} />
      </header>
      {seen.length > 1 && (
        <p className="import-double-note small row wrap"><span>{t('check.several', { n: seen.length })}</span>
          <PlainSelect label={t('check.whichRecord')} value={chosen ?? ''} options={seen.map((one) => ({ value: one.id, label: one.name ?? '' }))} onChange={pickRecord} /></p>
      )}
      {match ? <Comparison info={info} object={object} row={row} match={match} /> : <p className="import-double-note small muted">{row.matches.length > 0 && seen.length === 0 && row.matches.some((one) => one.row === undefined) ? t('check.unseen') : rowText(row)}</p>}
      {isTaken && <p className="import-double-note small muted">{t('check.sameBody')}</p>}
    </section>
  );
}

const rowText = (row: ImportRowInfo): string => (row.cells ?? []).filter((cell) => cell !== null && cell !== '').join(' · ');

const FEW = 8;

/** Field by field; what differs is marked, and said to who cannot see the mark. */
function Comparison({ info, object, row, match }: { info: ImportInfo; object: ObjectMeta; row: ImportRowInfo; match: Seen }) {
  const t = useTexts(transferTexts);
  const address = useAddress();
  const [isOpen, setOpen] = useState(false);
  const lines = (match.cells ?? []).map((cell) => ({ ...cell, given: String(row.cells?.[cell.column] ?? ''), header: info.headers[cell.column] ?? '' }));
  const filled = lines.filter((line) => line.given !== '' || line.text !== '');
  const shown = isOpen || filled.length <= FEW ? filled : filled.filter((line, index) => !line.isSame || index === 0);
  return (
    <>
      <table className="import-compare">
        <thead><tr><th scope="col">{t('check.field')}</th><th scope="col">{t('check.inFile')}</th>
          <th scope="col">{t('check.inSystem')} <PageLink to={`${address(object)}/${match.id}`}>{match.name ?? ''}</PageLink> <span className="muted">{t('check.likeness', { score: match.score })}</span></th></tr></thead>
        <tbody>
          {shown.map((line) => (
            <tr key={line.column} className={line.isSame ? '' : 'is-different'}>
              <th scope="row">{line.header}{!line.isSame && <span className="visually-hidden">{t('check.differs')}</span>}</th>
              <td>{line.given === '' ? <span className="faint">{t('check.empty')}</span> : line.given}</td>
              <td>{line.text === '' ? <span className="faint">{t('check.empty')}</span> : line.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {filled.length > FEW && <p className="import-double-note small"><button type="button" className="link-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{isOpen ? t('check.lessColumns') : t('check.allColumns', { n: filled.length })}</button></p>}
    </>
  );
}
