import { Button } from 'antd';
import { Van } from 'lucide-react';
import { useState } from 'react';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { stateColour, useCaseOrders, useFieldworkTexts, useSayWindow } from '../use-fieldwork.ts';
import { CaseFinding } from './case-finding.tsx';
import { NewOrderDialog } from './new-order-dialog.tsx';
import '../board/dispatch.css';

/** The service orders of a case, and a new one. */
export default function CaseOrdersPanel({ record }: RecordSlotProps) {
  const t = useFieldworkTexts();
  const say = useSayWindow();
  const found = useCaseOrders(record.id);
  const [isMaking, setMaking] = useState(false);
  const object = useFindObject()('serviceOrder');
  const mayCreate = object?.grants.create !== undefined;
  if (!object) return null;
  return (
    <div className="card-body stack">
      {found.isPending && <SkeletonLines count={2} />}
      <CaseFinding caseId={record.id} />
      {found.data?.data.length === 0 && <p className="small muted">{t('panel.none')}</p>}
      <ul className="stack">
        {found.data?.data.map((order) => (
          <li key={order.id}>
            <div className="row wrap"><PageLink to={`/fieldwork/order/${order.id}`}>{order.subject}</PageLink><span className={`tag ${stateColour[order.state]}`}>{t(`states.${order.state}`)}</span></div>
            <p className="small muted">{say(order)} · {order.worker?.name ?? t('nobody')}</p>
          </li>
        ))}
      </ul>
      {mayCreate && <div className="row wrap"><Button icon={<Van size={14} aria-hidden />} onClick={() => setMaking(true)}>{t('panel.create')}</Button><PageLink className="small" to="/fieldwork">{t('panel.all')}</PageLink></div>}
      {isMaking && <NewOrderDialog record={record} onClose={() => setMaking(false)} />}
    </div>
  );
}
