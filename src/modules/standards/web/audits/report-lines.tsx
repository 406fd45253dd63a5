import { Fragment } from 'react';
import { PictureStrip } from '#kit/field/pictures/picture-strip.tsx';
import { AdminCard } from '#modules/identity/web/identity.public.tsx';
import { serviceAreas } from '../../rules/service-areas.ts';
import { type AuditReport, type ReportLine, sayPercent, useAreaName, useStandardsTexts } from '../use-standards.ts';

/** An answer in words: yes, 4 of 5, 35 seconds against its target. */
export function useAnswerWords(): (line: ReportLine) => string {
  const t = useStandardsTexts();
  return ({ value, answer, unit, target, direction }) => {
    if (value === null) return t('report.notApplicable');
    if (answer === 'yesNo') return t(value >= 1 ? 'report.yes' : 'report.no');
    if (answer === 'scale') return t('report.points', { value });
    const measured = `${value} ${unit ?? ''}`.trim();
    return target === null ? measured : t('report.against', { measured, direction: t(direction === 'atLeast' ? 'directions.atLeast' : 'directions.atMost'), target });
  };
}

/** Every item with its answer, its weight and what it brought, area by area. */
export function ReportLines({ report }: { readonly report: AuditReport }) {
  const t = useStandardsTexts();
  const areaName = useAreaName();
  const words = useAnswerWords();
  const areas = serviceAreas.filter((area) => report.lines.some((line) => line.area === area));
  return (
    <AdminCard title={t('report.made')} note={t('report.legend')} isFlush>
      <div className="admin-scroll">
        <table className="admin-table report-table">
          <caption className="visually-hidden">{t('report.made')}</caption>
          <thead><tr><th scope="col">{t('report.item')}</th><th scope="col">{t('report.answer')}</th><th scope="col" className="number">{t('report.weight')}</th><th scope="col" className="number">{t('report.share')}</th></tr></thead>
          <tbody>
            {areas.map((area) => {
              const part = report.areas.find((each) => each.area === area);
              return (
                <Fragment key={area}>
                  <tr className="report-area">
                    <th scope="rowgroup" colSpan={2}>{areaName(area)}</th><td className="number" data-label={t('report.weight')}>{part?.weight ?? 0}</td><td className="number" data-label={t('report.scoreHead')}>{sayPercent(part?.score ?? null)}</td>
                  </tr>
                  {report.lines.filter((line) => line.area === area).map((line) => (
                    <tr key={line.key} className={line.isFailed ? 'is-failed' : undefined}>
                      <th scope="row">
                        {line.text}{line.isFailed && <> <span className="tag tag-zhu">{t('report.missed')}</span></>}
                        {line.comment !== '' && <p className="small muted">{line.comment}</p>}
                        {line.photos.length > 0 && <div className="report-photos"><PictureStrip pictures={line.photos.map((id, at) => ({ id, name: `${line.text} ${at + 1}` }))} /></div>}
                      </th>
                      <td className="report-answer" data-label={t('report.answer')}>{words(line)}</td><td className="number" data-label={t('report.weight')}>{line.weight}</td>
                      <td className="number" data-label={t('report.share')}>{line.share === null ? '–' : `${Math.round(line.share * 100)}%`}</td>
                    </tr>
                  ))}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
    </AdminCard>
  );
}
