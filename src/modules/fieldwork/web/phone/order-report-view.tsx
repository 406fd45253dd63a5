import { apiUrl } from '#kit/api/api-client.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { isMissed } from '../../rules/order-report.ts';
import { type OrderSheet, useFieldworkTexts } from '../use-fieldwork.ts';

/** What was reported, for the desk and for the worker afterwards. */
export function OrderReportView({ sheet }: { readonly sheet: OrderSheet }) {
  const t = useFieldworkTexts();
  const pick = usePick();
  const words = sheet.result ?? sheet.failedFor ?? sheet.cancelledFor;
  return (
    <>
      {words !== null && <section className="order-area"><h2>{t(sheet.state === 'done' ? 'order.result' : sheet.state === 'failed' ? 'order.failedFor' : 'board.reason')}</h2><p className="order-pad order-words">{words}</p></section>}
      {sheet.answers.length > 0 && (
        <section className="order-area">
          <h2>{t('order.checklist')}</h2>
          <ul>
            {sheet.items.map((item) => {
              const answer = sheet.answers.find(({ key }) => key === item.key);
              if (!answer) return null;
              return (
                <li key={item.key} className="order-item">
                  <p className="order-text">{pick(item.label)} <AnswerMark item={item} value={answer.value} /></p>
                  {answer.comment !== '' && <p className="small">{answer.comment}</p>}
                  {answer.photos.length > 0 && <div className="order-photos">{answer.photos.map((photo, at) => <span key={photo} className="order-photo"><img src={apiUrl(`/files/${photo}`, { inline: 1 })} alt={t('order.photoOf', { at: at + 1, item: pick(item.label) })} /></span>)}</div>}
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {sheet.parts.length > 0 && <section className="order-area"><h2>{t('order.parts')}</h2><ul className="order-pad order-used">{sheet.parts.map(({ name, quantity, measure, cost }) => <li key={`${name} ${quantity} ${cost}`}><span className="grow">{name} × {quantity} {measure}</span>{cost !== null && <span className="mono">{cost}</span>}</li>)}{sheet.partsCost !== null && <li><b className="grow">{t('order.partsCost')}</b><b className="mono">{sheet.partsCost}</b></li>}</ul></section>}
      {(sheet.signature !== null || sheet.unsignedFor !== null) && (
        <section className="order-area"><h2>{t('order.signature')}</h2><div className="order-pad">{sheet.signature === null ? <p>{t('order.unsigned')}：{sheet.unsignedFor}</p> : <img className="order-signature" src={apiUrl(`/files/${sheet.signature}`, { inline: 1 })} alt={t('order.signature')} />}</div></section>
      )}
    </>
  );
}

/** The answer of one item, red where it was not kept. */
function AnswerMark({ item, value }: { readonly item: OrderSheet['items'][number]; readonly value: string }) {
  const t = useFieldworkTexts();
  const pick = usePick();
  if (item.kind === 'photo' || item.kind === 'signature') return null;
  if (item.kind === 'text') return <span className="order-said">{value}</span>;
  const chosen = item.choices?.find((choice) => choice.value === value);
  const words = chosen ? pick(chosen.label) : item.kind === 'number' ? `${value} ${item.unit ?? ''}` : t(value === 'no' ? 'order.no' : 'order.yes');
  return <span className={`tag ${isMissed(item, value) ? 'tag-zhu' : 'tag-green'}`}>{words}</span>;
}
