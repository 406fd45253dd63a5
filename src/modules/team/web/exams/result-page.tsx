import { useParams } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminCard, AdminPage, useSubmit } from '#modules/identity/web/identity.public.tsx';
import { Labelled, Refusal, Waiting } from '../team-frame.tsx';
import { type ExamResult, useRefreshTeam, useResult, useTeamTexts } from '../use-team.ts';

type Line = ExamResult['lines'][number];
interface Mark { readonly points: string; readonly remark: string }

function useOptionWords(): (line: Line, keys: readonly string[]) => string {
  const t = useTeamTexts();
  return (line, keys) => (line.kind === 'text' ? keys.join(' ') : keys.map((key) => (line.kind === 'boolean' ? t(key === 'yes' ? 'editor.yes' : 'editor.no') : (line.options.find((option) => option.key === key)?.text ?? key))).join('；'));
}

function ResultLine({ line, at, mark, onMark }: { readonly line: Line; readonly at: number; readonly mark: Mark | undefined; onMark?: ((mark: Mark) => void) | undefined }) {
  const t = useTeamTexts();
  const words = useOptionWords();
  const isRight = line.points !== null && line.points === line.most;
  return (
    <li className="result-line">
      <div className="row wrap"><b className="grow">{at}. {line.text}</b>{line.points === null ? <span className="tag tag-ju">{t('result.toMark')}</span> : <span className={`tag ${isRight ? 'tag-green' : line.points > 0 ? 'tag-hu' : 'tag-zhu'}`}>{t('result.points', { points: line.points, most: line.most })}</span>}</div>
      <dl className="result-facts">
        <dt>{t('result.yourAnswer')}</dt><dd className="result-words">{words(line, line.value) || t('result.noAnswer')}</dd>
        {line.correct !== null && line.correct.length > 0 && <><dt>{t('result.correct')}</dt><dd>{words(line, line.correct)}</dd></>}
        {line.guide !== null && line.guide !== '' && <><dt>{t(line.kind === 'text' ? 'result.guideText' : 'result.guide')}</dt><dd className="result-words">{line.guide}</dd></>}
        {line.remark !== null && <><dt>{t('result.remark')}</dt><dd>{line.remark}</dd></>}
      </dl>
      {onMark && line.points === null && (
        <div className="admin-two">
          <Labelled label={t('result.give')}><Input type="number" aria-label={t('result.giveFor', { at })} min={0} max={line.most} step={0.5} value={mark?.points ?? ''} onChange={(event) => onMark({ points: event.target.value, remark: mark?.remark ?? '' })} /></Labelled>
          <Labelled label={t('result.remark')}><Input aria-label={t('result.remarkFor', { at })} maxLength={1_000} value={mark?.remark ?? ''} onChange={(event) => onMark({ points: mark?.points ?? '', remark: event.target.value })} /></Labelled>
        </div>
      )}
    </li>
  );
}

function Sheet({ result }: { readonly result: ExamResult }) {
  const t = useTeamTexts();
  const format = useFormat();
  const refresh = useRefreshTeam();
  const [marks, setMarks] = useState<Readonly<Record<string, Mark>>>({});
  const { isBusy, error, issues, run } = useSubmit();
  const finish = async () => {
    const all = Object.entries(marks).filter(([, mark]) => mark.points !== '').map(([question, mark]) => ({ question, points: Number(mark.points), remark: mark.remark }));
    if (await run(() => call('POST /team/attempts/{id}/mark', { params: { id: result.id }, body: { marks: all } }))) { showToast(t('result.marked')); refresh(); }
  };
  return (
    <>
      <section className={`card card-body result-head is-${result.state}`}>
        <p className="result-state">{t(`result.${result.state}`)}</p>
        {result.score !== null && <p className="result-score">{t('exams.score', { score: result.score })}</p>}
        <p className="small muted">{[result.person, t('exams.attempt', { number: result.number }), t('result.mark', { mark: result.passMark }), result.submittedAt !== null && t('result.at', { when: format.moment(result.submittedAt) })].filter(Boolean).join(' · ')}</p>
        {result.skill !== null && <p className="result-skill">{t('result.granted', { skill: result.skill })}</p>}
        {!result.areAnswersOpen && result.state === 'failed' && <p className="small muted">{t('result.hidden')}</p>}
      </section>
      {result.lines.length > 0 && (
        <AdminCard title={t('result.lines')} isFlush>
          <ol className="result-lines">{result.lines.map((line, at) => <ResultLine key={line.key} line={line} at={at + 1} mark={marks[line.key]} onMark={result.mayMark ? (mark) => setMarks({ ...marks, [line.key]: mark }) : undefined} />)}</ol>
        </AdminCard>
      )}
      {result.mayMark && <div className="admin-save"><Refusal error={error} issues={issues} /><span className="grow" /><Button type="primary" loading={isBusy} onClick={() => void finish()}>{t('result.finish')}</Button></div>}
    </>
  );
}

/** What came of an attempt; the trainer marks its texts here. */
export default function ResultPage() {
  const t = useTeamTexts();
  const { attempt = '' }: { attempt?: string } = useParams({ strict: false });
  const found = useResult(attempt);
  return (
    <AdminPage title={found.data?.name ?? t('result.title')} back={{ to: '/team/exams', label: t('result.back') }}>
      <Waiting found={found}>{(result) => <Sheet key={result.state} result={result} />}</Waiting>
    </AdminPage>
  );
}
