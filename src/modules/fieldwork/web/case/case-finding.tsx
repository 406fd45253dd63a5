import { apiUrl } from '#kit/api/api-client.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useFieldworkTexts } from '../use-fieldwork.ts';
import { useCaseFinding } from '../use-rounds.ts';
import '../phone/phone.css';

/** From which round a case came, with its photos; nothing where it came from none. */
export function CaseFinding({ caseId }: { readonly caseId: string }) {
  const t = useFieldworkTexts();
  const pick = usePick();
  const mayRead = useFindObject()('inspectionRound')?.grants.read !== undefined;
  const finding = useCaseFinding(caseId, mayRead).data?.finding;
  if (!finding) return null;
  return (
    <div className="stack">
      <div className="row wrap"><PageLink to={`/fieldwork/round/${finding.round}`}>{t('rounds.one')} {finding.number}</PageLink><span className="small muted">{pick(finding.route)} · {finding.point}</span></div>
      {finding.photos.length > 0 && <div className="order-photos">{finding.photos.map((photo, at) => <a key={photo} className="order-photo" href={apiUrl(`/files/${photo}`, { inline: 1 })} target="_blank" rel="noreferrer"><img src={apiUrl(`/files/${photo}`, { inline: 1 })} alt={t('order.photoOf', { at: at + 1, item: finding.point })} /></a>)}</div>}
    </div>
  );
}
