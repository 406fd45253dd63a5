import { Button } from 'antd';
import { useState } from 'react';
import { useSession } from '#kit/api/session.ts';
import { MaskedValue } from '#kit/field/masked-value.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { fieldOf, useFindObject } from '#kit/records/use-meta.ts';
import { orderStateAfter } from '../../rules/order-states.ts';
import type { KeptStep } from '../kept/kept-order.ts';
import { sendFieldwork } from '../kept/order-queue.ts';
import { keepStep } from '../kept/order-store.ts';
import { type OrderSheet, stateColour, useFieldworkTexts, useRefreshOrders, useSayWindow } from '../use-fieldwork.ts';

/** The state with the steps that this device still has to tell. */
export function stateOf(sheet: OrderSheet, steps: readonly KeptStep[]): OrderSheet['state'] {
  return steps.filter(({ order }) => order === sheet.id).reduce((state, { step }) => orderStateAfter(state, step) ?? state, sheet.state);
}

/** What, when and where; the telephone number one by one. */
export function OrderHead({ sheet, state }: { readonly sheet: OrderSheet; readonly state: OrderSheet['state'] }) {
  const t = useFieldworkTexts();
  const say = useSayWindow();
  const object = useFindObject()('serviceOrder');
  const field = object && fieldOf(object, 'contactPhone');
  return (
    <header className="order-head">
      <div className="row wrap"><h1>{sheet.subject}</h1><span className={`tag ${stateColour[state]}`}>{t(`states.${state}`)}</span></div>
      <p className="small muted">{sheet.number} · {t(`kinds.${sheet.kind}`)}</p>
      <p className="order-window">{say(sheet)}</p>
      <dl className="order-facts">
        {sheet.place !== null && <><dt>{t('order.place')}</dt><dd>{sheet.place}</dd></>}
        {sheet.customer !== null && <><dt>{t('order.customer')}</dt><dd>{sheet.customer}</dd></>}
        {sheet.contactName !== null && <><dt>{t('order.contact')}</dt><dd>{sheet.contactName}</dd></>}
        {sheet.contactPhone !== null && object && field && <><dt>{t('order.phone')}</dt><dd><MaskedValue object={object} field={field} record={{ id: sheet.id, version: sheet.version }} value={sheet.contactPhone} isCell={false} /></dd></>}
      </dl>
    </header>
  );
}

/** Two large buttons for the way; pressed without network they wait on the device. */
export function OrderWay({ sheet, state }: { readonly sheet: OrderSheet; readonly state: OrderSheet['state'] }) {
  const t = useFieldworkTexts();
  const { user } = useSession();
  const refresh = useRefreshOrders();
  const [isBusy, setBusy] = useState(false);
  const press = async (step: 'leave' | 'arrive') => {
    setBusy(true);
    try {
      await keepStep({ id: `${user.id}/${sheet.id}/${step}`, userId: user.id, order: sheet.id, step, title: sheet.number, at: Date.now() });
      void sendFieldwork(user.id).then((results) => {
        const refused = results.find((result) => result.order === sheet.id && result.state === 'refused');
        if (refused) showToast(t('order.stepRefused', { title: refused.title, problem: refused.problem }), { tone: 'bad' });
        refresh();
      }, () => undefined);
    } catch {
      showToast(t('order.unkept'), { tone: 'bad' });
    }
    setBusy(false);
  };
  if (state === 'onSite') return null;
  return (
    <div className="order-way" role="group" aria-label={t('order.way')}>
      {state === 'dispatched' && <Button size="large" loading={isBusy} onClick={() => void press('leave')}>{t('order.leave')}</Button>}
      <Button size="large" type="primary" loading={isBusy} onClick={() => void press('arrive')}>{t('order.arrive')}</Button>
    </div>
  );
}
