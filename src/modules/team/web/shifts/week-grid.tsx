import { type KeyboardEvent, useRef, useState } from 'react';
import { type WeekPlan, dayWords, useTeamTexts } from '../use-team.ts';
import { type Entry, sameEntry } from './use-week.ts';

interface GridProps {
  readonly plan: WeekPlan;
  readonly entries: readonly Entry[];
  onChange(work: (now: readonly Entry[]) => readonly Entry[]): void;
  onPick(person: string, day: string): void;
}

const minutesOf = ({ starts, ends, breakMinutes }: WeekPlan['patterns'][number]): number => {
  const [from, to] = [starts, ends].map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
  return Math.max(0, (to ?? 0) - (from ?? 0) + ((to ?? 0) <= (from ?? 0) ? 1_440 : 0) - breakMinutes);
};

const weekdayKeys = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;
export function useWeekdays(): readonly string[] {
  const t = useTeamTexts();
  return weekdayKeys.map((key) => t(`weekdays.${key}`));
}

/** What speaks against one cell, in words. */
export function useConflictWords(plan: WeekPlan): (person: string, day: string) => readonly string[] {
  const t = useTeamTexts();
  return (person, day) => plan.conflicts.flatMap((conflict) => {
    if (conflict.kind === 'cover' || conflict.person !== person || conflict.day !== day) return [];
    return [conflict.kind === 'rest' ? t('plan.rest', { hours: conflict.hours }) : t(conflict.kind === 'double' ? 'plan.double' : 'plan.away')];
  });
}

/** People down, days across. Arrow keys go, a shift's first letter or number sets it, Delete clears, Enter chooses (SE-40, UX-5). */
export function WeekGrid({ plan, entries, onChange, onPick }: GridProps) {
  const t = useTeamTexts();
  const weekdays = useWeekdays();
  const conflictsAt = useConflictWords(plan);
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const active = plan.patterns.filter(({ state }) => state === 'active');
  const patternOf = (id: string) => plan.patterns.find((each) => each.id === id);
  const move = (row: number, column: number) => {
    const next = { row: Math.min(Math.max(row, 0), plan.people.length - 1), column: Math.min(Math.max(column, 0), 6) };
    setAt(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.row}-${next.column}"]`)?.focus();
  };
  const onKey = (event: KeyboardEvent, row: number, column: number) => {
    const [person, day] = [plan.people[row]?.id, plan.days[column]?.day];
    if (person === undefined || day === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const moves: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
    const step = moves[event.key];
    const typed = active.find((pattern, place) => String(place + 1) === event.key || pattern.shortName.toLowerCase() === event.key.toLowerCase());
    if (step) move(row + step[0], column + step[1]);
    else if (event.key === 'Delete' || event.key === 'Backspace') onChange((now) => now.filter((entry) => !(entry.person === person && entry.day === day)));
    else if (typed) onChange((now) => [...now.filter((entry) => !(entry.person === person && entry.day === day)), { person, day, template: typed.id }]);
    else return;
    event.preventDefault();
  };
  return (
    <div className="admin-scroll week-scroll">
      <table className="week-grid" ref={table} aria-label={t('plan.title')}>
        <thead><tr><th scope="col">{t('plan.person')}</th>{plan.days.map(({ day, kind, name }) => <th key={day} scope="col" className={kind === 'holiday' || kind === 'rest' ? 'is-rest' : ''}>{dayWords(day, weekdays)}{name !== '' && <span className="tag tag-zhu">{name}</span>}</th>)}<th scope="col" className="number">{t('plan.hours')}</th></tr></thead>
        <tbody>
          {plan.people.map((person, row) => {
            const minutes = entries.filter((entry) => entry.person === person.id).reduce((sum, { template }) => { const pattern = patternOf(template); return sum + (pattern ? minutesOf(pattern) : 0); }, 0);
            return (
              <tr key={person.id}>
                <th scope="row">{person.name}</th>
                {plan.days.map(({ day }, column) => {
                  const here = entries.filter((entry) => entry.person === person.id && entry.day === day);
                  const wrong = conflictsAt(person.id, day);
                  const isAway = plan.leave.some((leave) => leave.person === person.id && leave.from <= day && day <= leave.to);
                  const words = here.map(({ template }) => patternOf(template)?.name ?? '').join('、') || t(isAway ? 'plan.away' : 'plan.off');
                  return (
                    <td key={day} className={wrong.length > 0 ? 'is-wrong' : ''}>
                      <button
                        type="button" data-cell={`${row}-${column}`} tabIndex={at.row === row && at.column === column ? 0 : -1} title={wrong.join('；')} aria-label={[t('plan.cell', { person: person.name, day: dayWords(day, weekdays), shifts: words }), ...wrong].join('；')}
                        onFocus={() => setAt({ row, column })} onKeyDown={(event) => onKey(event, row, column)} onClick={() => onPick(person.id, day)}
                      >
                        {here.map((entry) => { const pattern = patternOf(entry.template); return <span key={entry.template} className={`tag tag-${pattern?.colour ?? 'qing'}`}>{pattern?.name}</span>; })}
                        {here.length === 0 && (isAway ? <span className="tag">{t('plan.leave')}</span> : <span className="faint" aria-hidden>·</span>)}
                        {wrong.length > 0 && <span className="week-mark" aria-hidden>!</span>}
                      </button>
                    </td>
                  );
                })}
                <td className="number">{t('plan.hoursOf', { hours: Math.round(minutes / 6) / 10 })}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot><CoverRows plan={plan} entries={entries} /></tfoot>
      </table>
    </div>
  );
}

/** How many people each shift of each day has, and how many it needs. */
function CoverRows({ plan, entries }: { readonly plan: WeekPlan; readonly entries: readonly Entry[] }) {
  return plan.patterns.filter(({ id, state }) => state === 'active' || entries.some(({ template }) => template === id)).map((pattern) => (
    <tr key={pattern.id}>
      <th scope="row" className="small muted">{pattern.name}</th>
      {plan.days.map(({ day }, weekday) => {
        const count = new Set(entries.filter((entry) => sameEntry(entry, { ...entry, day, template: pattern.id })).map(({ person }) => person)).size;
        const needed = plan.cover.find((each) => each.template === pattern.id && each.weekday === weekday)?.heads ?? 0;
        return <td key={day} className={`small week-cover${count < needed ? ' danger' : ''}`}>{needed > 0 ? `${count}/${needed}` : count === 0 ? '' : count}</td>;
      })}
      <td className="number small">{entries.filter(({ template }) => template === pattern.id).length}</td>
    </tr>
  ));
}
