import { apiUrl } from '#kit/api/api-client.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useFieldworkTexts } from '../use-fieldwork.ts';
import type { RoundSheet } from '../use-rounds.ts';
import './rounds.css';

const outcomeColour = { fine: 'tag-green', finding: 'tag-zhu', unreachable: 'tag-hu' } as const;

/** A round as it was reported; findings lead to their cases for those who may see cases. */
export function RoundReportView({ sheet }: { readonly sheet: RoundSheet }) {
  const t = useFieldworkTexts();
  const pick = usePick();
  const mayOpenCases = useFindObject()('case')?.grants.read !== undefined;
  return (
    <>
      {sheet.note !== null && <section className="order-area"><h2>{t('rounds.note')}</h2><p className="order-pad order-words">{sheet.note}</p></section>}
      <section className="order-area">
        <h2>{t('rounds.pointList')}</h2>
        <ul>
          {sheet.places.map((place, at) => {
            const visit = sheet.visits.find(({ point }) => point === place.id);
            const name = pick({ 'zh-CN': place.name, en: place.nameEn });
            return (
              <li key={place.id} className="order-item">
                <p className="order-text"><span className="order-at">{at + 1}</span>{name} {visit && <span className={`tag ${outcomeColour[visit.outcome]}`}>{t(`rounds.${visit.outcome}`)}</span>}</p>
                {visit && visit.reason !== '' && <p className="small">{visit.reason}</p>}
                {sheet.reported.filter(({ point }) => point === place.id).map((finding) => (
                  <div key={finding.key} className="round-finding">
                    <p className="order-words">{finding.text}</p>
                    {finding.photos.length > 0 && <div className="order-photos">{finding.photos.map((photo, count) => <span key={photo} className="order-photo"><img src={apiUrl(`/files/${photo}`, { inline: 1 })} alt={t('order.photoOf', { at: count + 1, item: name })} /></span>)}</div>}
                    <p className="row wrap small">{finding.isUrgent && <span className="tag tag-zhu">{t('rounds.urgent')}</span>}<span className="muted">{t('rounds.case')}</span>{mayOpenCases ? <PageLink to={`/cases/${finding.caseId}`} className="mono">{finding.caseNumber}</PageLink> : <span className="mono">{finding.caseNumber}</span>}</p>
                  </div>
                ))}
              </li>
            );
          })}
        </ul>
      </section>
    </>
  );
}
