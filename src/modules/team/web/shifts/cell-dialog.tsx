import { Button } from 'antd';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { type WeekPlan, dayWords, useTeamTexts } from '../use-team.ts';
import type { Entry } from './use-week.ts';
import { useConflictWords, useWeekdays } from './week-grid.tsx';

interface CellProps { readonly plan: WeekPlan; readonly entries: readonly Entry[]; readonly person: string; readonly day: string; onChange(work: (now: readonly Entry[]) => readonly Entry[]): void; onClose(): void }

/** The shifts of one person on one day, by finger or mouse. */
export function CellDialog({ plan, entries, person, day, onChange, onClose }: CellProps) {
  const t = useTeamTexts();
  const weekdays = useWeekdays();
  const wrong = useConflictWords(plan)(person, day);
  const here = entries.filter((entry) => entry.person === person && entry.day === day);
  const toggle = (template: string) => onChange((now) => (now.some((entry) => entry.person === person && entry.day === day && entry.template === template)
    ? now.filter((entry) => !(entry.person === person && entry.day === day && entry.template === template)) : [...now, { person, day, template }]));
  const clear = () => { onChange((now) => now.filter((entry) => !(entry.person === person && entry.day === day))); onClose(); };
  return (
    <Dialog width={380} title={t('plan.pick', { person: plan.people.find(({ id }) => id === person)?.name ?? '', day: dayWords(day, weekdays) })} onClose={onClose} footer={<><Button onClick={clear} disabled={here.length === 0}>{t('plan.clear')}</Button><Button type="primary" onClick={onClose}>{t('close')}</Button></>}>
      <div className="stack">
        {plan.patterns.filter(({ id, state }) => state === 'active' || here.some(({ template }) => template === id)).map((pattern) => (
          <label key={pattern.id} className="shift-choice"><input type="checkbox" checked={here.some(({ template }) => template === pattern.id)} onChange={() => toggle(pattern.id)} /><span className={`tag tag-${pattern.colour}`}>{pattern.name}</span><span className="small muted">{pattern.starts}–{pattern.ends <= pattern.starts && `${t('nextDay')} `}{pattern.ends}</span></label>
        ))}
        {wrong.map((words) => <p key={words} className="small danger">{words}</p>)}
      </div>
    </Dialog>
  );
}
