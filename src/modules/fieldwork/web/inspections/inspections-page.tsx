import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminCard, AdminPage } from '#modules/identity/web/identity.public.tsx';
import { RoundLine } from '../rounds/round-line.tsx';
import { useFieldworkTexts } from '../use-fieldwork.ts';
import { type RoundBoard, type ShownRound, useRoundBoard } from '../use-rounds.ts';
import { RoundTrend } from './round-trend.tsx';
import '../phone/phone.css';
import './inspections.css';

const counts = ['over', 'due', 'missed', 'found'] as const;
const countColour = { over: 'var(--green)', due: 'var(--ju)', missed: 'var(--zhu)', found: 'var(--ink)' } as const;

function countsOf(today: readonly ShownRound[]): Readonly<Record<(typeof counts)[number], number>> {
  return {
    over: today.filter(({ state }) => state === 'done' || state === 'late').length, due: today.filter(({ state }) => state === 'planned').length,
    missed: today.filter(({ state }) => state === 'missed').length, found: today.reduce((sum, { findings }) => sum + findings, 0),
  };
}

/** The rounds of today, what was missed, what was found with its cases, and how the months went (SE-11). */
export default function InspectionsPage() {
  const t = useFieldworkTexts();
  const found = useRoundBoard();
  const board = found.data;
  const today = countsOf(board?.today ?? []);
  return (
    <AdminPage title={t('inspections.title')} hint={t('inspections.hint')} actions={<PageLink className="inspect-routes" to="/fieldwork/routes">{t('routes.title')}</PageLink>}>
      {found.error && !board && <div className="card"><ErrorState error={found.error} onRetry={() => void found.refetch()} /></div>}
      {found.isPending && <div className="card card-body"><SkeletonLines count={8} /></div>}
      {board && (
        <>
          <dl className="inspect-counts" aria-label={t('inspections.today')}>{counts.map((key) => <div key={key} className="card"><dt className="small muted">{t(`inspections.counts.${key}`)}</dt><dd className="mono" style={{ color: today[key] > 0 ? countColour[key] : 'var(--ink-2)' }}>{today[key]}</dd></div>)}</dl>
          <div className="inspect-layout">
            <div className="stack">
              <RoundsCard title={t('inspections.today')} rounds={board.today} none={t('inspections.noneToday')} hint={t('inspections.noneTodayHint')} />
              {board.missed.length > 0 && <RoundsCard title={t('inspections.missed')} rounds={board.missed} />}
              <FindingsCard findings={board.findings} />
            </div>
            <div className="stack"><RoundTrend months={board.months} />{board.coming.length > 0 && <RoundsCard title={t('inspections.coming')} rounds={board.coming} shown={SHOWN} />}</div>
          </div>
        </>
      )}
    </AdminPage>
  );
}

/** Of the coming rounds, the next ones. */
const SHOWN = 5;

function RoundsCard({ title, rounds, none = '', hint = '', shown = rounds.length }: { readonly title: string; readonly rounds: readonly ShownRound[]; readonly none?: string; readonly hint?: string; readonly shown?: number }) {
  return (
    <AdminCard title={title} note={rounds.length} isFlush>
      {rounds.length === 0 ? <EmptyState title={none} hint={hint} /> : <ul className="admin-lines order-lines">{rounds.slice(0, shown).map((round) => <RoundLine key={round.id} round={round} showsWorker />)}</ul>}
    </AdminCard>
  );
}

function FindingsCard({ findings }: Pick<RoundBoard, 'findings'>) {
  const t = useFieldworkTexts();
  const pick = usePick();
  const format = useFormat();
  return (
    <AdminCard title={t('inspections.findings')} note={findings.length} isFlush>
      {findings.length === 0 ? <EmptyState title={t('inspections.noFindings')} hint={t('inspections.noFindingsHint')} /> : (
        <ul className="admin-lines order-lines">
          {findings.map((finding) => (
            <li key={finding.key}>
              <div className="grow">
                <div className="row wrap"><b>{finding.point}</b>{finding.isUrgent && <span className="tag tag-zhu">{t('rounds.urgent')}</span>}<span className={`tag ${finding.case.isOpen ? 'tag-hu' : 'tag-green'}`}>{t(finding.case.isOpen ? 'inspections.caseOpen' : 'inspections.caseOver')}</span></div>
                <p className="inspect-text">{finding.text}</p>
                <p className="small muted">{[pick(finding.route), format.moment(finding.at), t('inspections.photos', { count: finding.photos })].join(' · ')}</p>
              </div>
              <PageLink className="order-go mono small" to={`/cases/${finding.case.id}`}>{finding.case.number}</PageLink>
            </li>
          ))}
        </ul>
      )}
    </AdminCard>
  );
}
