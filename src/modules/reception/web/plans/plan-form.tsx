import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { X } from 'lucide-react';
import { useState } from 'react';
import { newId } from '#kernel/ids.ts';
import { isProblem } from '#kit/api/api-problem.ts';
import { call, type CallAnswer } from '#kit/api/typed-client.ts';
import { dropDraft, readDraft, writeDraft } from '#kit/form/draft-store.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { AdminCard } from '#modules/identity/web/identity.public.tsx';
import { statisticsTexts } from '../../statistics/statistics.texts.ts';

export type Plan = CallAnswer<'GET /plans/{kind}/{day}'>;
type Line = Plan['lines'][number];
type KeyedLine = Line & { readonly key: string };
interface Words { readonly lines: readonly KeyedLine[]; readonly summary: string }

/** Lines with a key each: two may say the same. */
export const keyed = (lines: readonly Line[]): readonly KeyedLine[] => lines.map((line, place) => ({ ...line, key: `${place} ${line.text}` }));

/** What was typed and not saved yet outlives a lost network or a closed page. */
function draftOf(name: string, plan: Plan): Words {
  const kept = readDraft(name);
  const lines = kept?.['lines'];
  const summary = kept?.['summary'];
  if (kept?.['version'] !== plan.version || !Array.isArray(lines) || typeof summary !== 'string') return { lines: plan.lines.length > 0 ? keyed(plan.lines) : [{ text: '', isDone: false, key: newId() }], summary: plan.summary };
  return { lines: keyed(lines.flatMap((line: unknown) => (isLine(line) ? [line] : []))), summary };
}

const isLine = (value: unknown): value is Line => typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string' && 'isDone' in value && typeof value.isDone === 'boolean';

/** One's own plan of a day or a week: lines in the morning, ticks and a summary in the evening (RE-44). */
export function PlanForm({ plan }: { plan: Plan }) {
  const t = useTexts(statisticsTexts);
  const client = useQueryClient();
  const name = `plan.${plan.kind}.${plan.startsOn}`;
  const [words, setWords] = useState(() => draftOf(name, plan));
  const [isBusy, setBusy] = useState(false);
  const write = (part: Partial<Words>) => setWords((before) => {
    const next = { ...before, ...part };
    writeDraft(name, { lines: next.lines, summary: next.summary, version: plan.version });
    return next;
  });
  const put = (index: number, part: Partial<Line>) => write({ lines: words.lines.map((line, at) => (at === index ? { ...line, ...part } : line)) });
  const filled = words.lines.map(({ text, isDone }) => ({ text: text.trim(), isDone })).filter((line) => line.text !== '');
  const save = async (submit: boolean) => {
    setBusy(true);
    try {
      await call('PUT /plans/{kind}/{day}', { params: { kind: plan.kind, day: plan.startsOn }, body: { lines: filled, summary: words.summary, submit, version: plan.version } });
      dropDraft(name);
      showToast(t(submit ? 'plan.sent' : 'plan.saved'));
      void client.invalidateQueries({ queryKey: ['plans'] });
    } catch (problem) {
      reportProblem(problem);
      if (isProblem(problem) && problem.status === 412) void client.invalidateQueries({ queryKey: ['plans'] });
      setBusy(false);
    }
  };
  const isWeek = plan.kind === 'week';
  return (
    <AdminCard title={t(isWeek ? 'plan.week' : 'plan.day')} note={plan.submittedAt === null ? t(isWeek ? 'plan.lateWeek' : 'plan.notSubmitted') : t(plan.summarisedAt === null ? 'plan.submitted' : 'plan.summarised')}>
      <div className="stack">
        <div className="plan-lines">
          {words.lines.map((line, index) => (
            <div key={line.key} className="plan-line">
              <label className="plan-check"><input type="checkbox" aria-label={`${t('plan.done')} ${line.text}`} checked={line.isDone} onChange={(e) => put(index, { isDone: e.target.checked })} /></label>
              <Input aria-label={t('plan.line', { n: index + 1 })} placeholder={t('plan.placeholder')} value={line.text} maxLength={300} className={line.isDone ? 'is-done' : ''} onChange={(e) => put(index, { text: e.target.value })} />
              <Button type="text" aria-label={`${t('plan.remove')} ${line.text}`} icon={<X size={16} />} onClick={() => write({ lines: words.lines.filter((_, at) => at !== index) })} />
            </div>
          ))}
          <div><Button disabled={words.lines.length >= 40} onClick={() => write({ lines: [...words.lines, { text: '', isDone: false, key: newId() }] })}>{t('plan.add')}</Button></div>
        </div>
        <div className="admin-field">
          <label htmlFor="plan-summary">{t('plan.summary')}</label>
          <Input.TextArea id="plan-summary" value={words.summary} placeholder={t(isWeek ? 'plan.summaryWeek' : 'plan.summaryDay')} maxLength={4000} autoSize={{ minRows: 3, maxRows: 10 }} onChange={(e) => write({ summary: e.target.value })} />
        </div>
        <div className="admin-foot plan-foot">
          <Button loading={isBusy} onClick={() => void save(false)}>{t('plan.save')}</Button>
          {plan.submittedAt === null && <Button type="primary" loading={isBusy} disabled={filled.length === 0} onClick={() => void save(true)}>{t('plan.submit')}</Button>}
        </div>
      </div>
    </AdminCard>
  );
}
