import { type ReactNode, useState } from 'react';
import { formatNumber } from '#kit/texts/numbers.ts';
import type { MeasuredTime, UnmeasuredTime } from '../../rules/service-times.ts';
import { useDuration } from '../parts/say-figure.ts';
import type { Period } from '../parts/period-model.ts';
import { type Times, usePerformanceTexts } from '../use-performance.ts';
import { TimeList } from './time-list.tsx';

type Time = Times['data'][number];
type Key = MeasuredTime | UnmeasuredTime;

function Head({ of, children }: { readonly of: Key; readonly children?: ReactNode }) {
  const t = usePerformanceTexts();
  return (
    <header className="pf-time-head">
      <h2>{t(`times.name.${of}`)}{children}</h2>
      <p className="small muted">{t(`times.how.${of}`)}</p>
      <p className="small muted">{t('times.source', { events: t(`times.from.${of}`) })}</p>
    </header>
  );
}

/** A time that no event tells of: said plainly, with what to record. */
export function NoEvents({ of, hint, tag }: { readonly of: Key; readonly hint: string; readonly tag?: string }) {
  const t = usePerformanceTexts();
  return (
    <section className="card pf-time" aria-label={t(`times.name.${of}`)}>
      <Head of={of}><span className="tag">{tag ?? t('times.noEvents')}</span></Head>
      <p className="pf-missing">{hint}</p>
    </section>
  );
}

interface Line {
  readonly name: string;
  readonly count: number;
  readonly median: number | null;
  readonly p90: number | null;
}

function Lines({ caption, head, lines }: { readonly caption: string; readonly head: string; readonly lines: readonly Line[] }) {
  const t = usePerformanceTexts();
  const duration = useDuration();
  return (
    <table className="admin-table pf-time-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead><tr><th scope="col">{head}</th><th scope="col" className="number">{t('times.count')}</th><th scope="col" className="number">{t('times.median')}</th><th scope="col" className="number">{t('times.p90')}</th></tr></thead>
      <tbody>
        {lines.map(({ name, count, median, p90 }) => (
          <tr key={name}><th scope="row">{name}</th><td className="number">{formatNumber(count)}</td><td className="number">{median === null ? '–' : duration(median)}</td><td className="number">{p90 === null ? '–' : duration(p90)}</td></tr>
        ))}
      </tbody>
    </table>
  );
}

/** One time: how often, the median, what nine of ten stayed below, by month and by type or unit (SE-23). */
export function TimeCard({ time, by, asked }: { readonly time: Time; readonly by: 'type' | 'unit'; readonly asked: Period }) {
  const t = usePerformanceTexts();
  const duration = useDuration();
  const [isListed, setListed] = useState(false);
  const { key, count, median, p90, months, groups } = time;
  if (count === 0 || median === null || p90 === null) return <NoEvents of={key} tag={t('times.noneYet')} hint={t('times.noneWhy', { empty: t('times.missing.empty'), what: t(`times.missing.${key}`) })} />;
  const name = t(`times.name.${key}`);
  return (
    <section className="card pf-time" aria-label={name}>
      <Head of={key} />
      <dl className="pf-time-figures">
        <div><dt className="small muted">{t('times.median')}</dt><dd>{duration(median)}</dd></div>
        <div><dt className="small muted">{t('times.p90')}</dt><dd>{duration(p90)}</dd></div>
        <div><dt className="small muted">{t('times.count')}</dt><dd><button type="button" className="pf-figure" onClick={() => setListed(true)}>{formatNumber(count)}<span className="visually-hidden"> {name} {t('times.show')}</span></button></dd></div>
      </dl>
      <details className="pf-time-more">
        <summary>{t('times.details')}</summary>
        <Lines caption={name} head={t('times.month')} lines={months.map(({ month, ...each }) => ({ name: month, ...each }))} />
        <Lines caption={name} head={t(by === 'type' ? 'times.type' : 'times.unitBy')} lines={groups.map(({ label, count: n, median: middle, p90: high }) => ({ name: label ?? t('times.unnamed'), count: n, median: middle, p90: high }))} />
      </details>
      {isListed && <TimeList of={key} asked={asked} onClose={() => setListed(false)} />}
    </section>
  );
}
