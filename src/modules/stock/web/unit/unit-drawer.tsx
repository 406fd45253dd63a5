import { Button } from 'antd';
import { Download } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { call } from '#kit/api/typed-client.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { showToast } from '#kit/overlay/toast-store.ts';
import { reportProblem } from '#kit/overlay/use-undo.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { Why } from '#kit/why/why.tsx';
import { type Board, type Unit, type UnitAction, pdfAddress, useRefreshStock, useStockTexts, useUnit, yuan } from '../use-stock.ts';
import { ChangeForm } from './change-form.tsx';
import { ContractForm } from './contract-form.tsx';
import { HoldForm } from './hold-form.tsx';
import { PaymentForm } from './payment-form.tsx';
import { SubscriptionForm } from './subscription-form.tsx';
import { UnitFactsForm, UnitPriceForm } from './unit-edit-form.tsx';
import '../board/board.css';

interface DrawerProps {
  readonly id: string;
  /** For choosing another unit in an exchange. */
  readonly board?: Board;
  onClose(): void;
}

/** One unit with everything about it, and the actions by rights and state. */
export function UnitDrawer({ id, board, onClose }: DrawerProps) {
  const t = useStockTexts();
  const found = useUnit(id);
  const [doing, setDoing] = useState<UnitAction>();
  const unit = found.data;
  return (
    <Dialog place="side" width={500} title={unit ? `${unit.project} ${unit.code} · ${t(`status.${unit.status}`)}` : '…'} onClose={onClose}>
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <SkeletonLines count={8} />}
      {unit && <Turned at={doing}>{doing === undefined ? <Overview unit={unit} onDo={setDoing} /> : <Doing unit={unit} board={board} action={doing} onDone={() => setDoing(undefined)} />}</Turned>}
    </Dialog>
  );
}

/** What was pressed is gone when a form takes its place: the focus goes on to what came instead. */
function Turned({ at, children }: { readonly at: string | undefined; readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(at);
  useEffect(() => {
    if (before.current === at) return;
    before.current = at;
    // On touch the keyboard would cover the form.
    const wanted = window.matchMedia('(pointer: coarse)').matches ? 'button:not(:disabled)' : ':is(input, textarea, select, button):not(:disabled)';
    box.current?.querySelector<HTMLElement>(wanted)?.focus();
  }, [at]);
  return <div ref={box}>{children}</div>;
}

function Facts({ unit }: { readonly unit: Unit }) {
  const t = useStockTexts();
  const former = unit.prices.slice(1);
  return (
    <dl className="facts">
      <dt>{t('unit.floor')}</dt><dd>{unit.building} · {t('board.floor', { floor: unit.floor })}</dd>
      <dt>{t('unit.layout')}</dt><dd>{[unit.layout, `${unit.area} ㎡`, `${t('unit.grade')} ${unit.grade}`].filter(Boolean).join(' · ')}</dd>
      {unit.price !== null && <><dt>{t('unit.price')}</dt><dd><b>{yuan(unit.price)}</b></dd></>}
      {unit.unitPrice !== null && <><dt>{t('unit.perMetre')}</dt><dd>{yuan(unit.unitPrice)}</dd></>}
      {unit.priceList !== null && <><dt>{t('unit.list')}</dt><dd>{unit.priceList}</dd></>}
      {former.length > 0 && <><dt>{t('unit.history')}</dt><dd>{former.map((each) => `${each.effectiveOn} ${yuan(each.price)}`).join('；')}</dd></>}
    </dl>
  );
}

/** `2 h 05 min` until an instant, counted down; nothing sets a clock of its own beyond the half minute. */
function Countdown({ until }: { readonly until: string }) {
  const t = useStockTexts();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), 30_000);
    return () => window.clearInterval(timer);
  }, []);
  const minutes = Math.floor((Date.parse(until) - now) / 60_000);
  if (minutes < 0) return <span className="tag tag-zhu">{t('board.over')}</span>;
  const time = minutes >= 2_880 ? t('board.days', { n: Math.floor(minutes / 1_440) }) : t('board.hours', { h: Math.floor(minutes / 60), m: minutes % 60 });
  return <span className={minutes < 120 ? 'tag tag-hu' : 'tag'}>{t('board.left', { time })}</span>;
}

/** Kept for an exchange that waits for approval; whose it is stands there for those who may read it. */
function ExchangeNote({ exchange }: { readonly exchange: NonNullable<Unit['exchange']> }) {
  const t = useStockTexts();
  const { subscription } = exchange;
  if (!subscription) return <p className="stock-note">{t('unit.exchangeOther')}</p>;
  return (
    <div className="stock-note stack">
      <p>{t('unit.exchangeOf', { customer: subscription.customer.name, number: subscription.number })}</p>
      <p><PageLink to={`/o/subscriptions/${subscription.id}`}>{subscription.number}</PageLink></p>
    </div>
  );
}

function HoldFacts({ unit }: { readonly unit: Unit }) {
  const t = useStockTexts();
  const format = useFormat();
  const { hold, subscription, deal } = unit;
  if (!hold) {
    if (unit.status === 'available' || unit.status === 'withdrawn') return null;
    if (unit.exchange) return <ExchangeNote exchange={unit.exchange} />;
    return <p className="stock-note">{unit.heldUntil === null ? t('unit.takenNote') : t('unit.heldByOther', { until: format.fullMoment(unit.heldUntil) })}</p>;
  }
  return (
    <dl className="facts">
      <dt>{t('unit.customer')}</dt><dd><PageLink to={`/customers/${hold.customer.id}`}>{hold.customer.name}</PageLink></dd>
      {hold.owner && <><dt>{t('unit.owner')}</dt><dd>{hold.owner.name}</dd></>}
      <dt>{t('unit.hold')}</dt><dd className="row wrap">{t(`unit.kinds.${hold.kind}`)}{hold.decision !== null && <Why decision={hold.decision} />}</dd>
      {hold.state === 'active' && <><dt>{t('unit.until')}</dt><dd className="row wrap">{hold.expiresAt === null ? t('unit.contractTerm') : <>{format.fullMoment(hold.expiresAt)} <Countdown until={hold.expiresAt} /></>}</dd></>}
      <dt>{t('unit.deposit')}</dt><dd>{yuan(hold.deposit)} · {t('unit.paid')} {yuan(hold.paid)}</dd>
      {subscription && <><dt>{t('unit.subscription')}</dt><dd><PageLink to={`/o/subscriptions/${subscription.id}`}>{subscription.number}</PageLink></dd></>}
      {deal && <><dt>{t('unit.deal')}</dt><dd><PageLink to={`/o/deals/${deal.id}`}>{deal.number}</PageLink></dd></>}
    </dl>
  );
}

const mainAction = (actions: readonly UnitAction[]): UnitAction | undefined =>
  (['hold', 'subscribe', 'sign', 'contract', 'book'] as const).find((action) => actions.includes(action));

function Overview({ unit, onDo }: { readonly unit: Unit; onDo(action: UnitAction): void }) {
  const t = useStockTexts();
  const main = mainAction(unit.actions);
  return (
    <div className="stock-drawer">
      <Facts unit={unit} />
      <HoldFacts unit={unit} />
      <div className="stock-actions">
        {unit.actions.map((action) => <Button key={action} type={action === main ? 'primary' : 'default'} onClick={() => onDo(action)}>{t(`action.${action}`)}</Button>)}
      </div>
      {unit.subscription && <a className="row" href={pdfAddress(`/stock/subscriptions/${unit.subscription.id}/pdf`)} download><Download size={14} aria-hidden />{t('action.pdf')}</a>}
      <PageLink to={`/o/sale-units/${unit.id}`} className="small">{t('unit.records')}</PageLink>
    </div>
  );
}

interface DoingProps {
  readonly unit: Unit;
  readonly board: Board | undefined;
  readonly action: UnitAction;
  onDone(): void;
}

function Doing(props: DoingProps) {
  const t = useStockTexts();
  return <div className="stock-drawer"><h3>{t(`action.${props.action}`)}</h3><Form {...props} /></div>;
}

function Form({ unit, board, action, onDone }: DoingProps) {
  if (action === 'hold') return <HoldForm unit={unit} onDone={onDone} />;
  if (action === 'price') return <UnitPriceForm unit={unit} onDone={onDone} />;
  if (action === 'correct') return <UnitFactsForm unit={unit} onDone={onDone} />;
  if ((action === 'subscribe' || action === 'edit') && unit.hold) return <SubscriptionForm unit={unit} hold={unit.hold} onDone={onDone} />;
  if (action === 'contract' && unit.subscription) return <ContractForm subscription={unit.subscription.id} onDone={onDone} />;
  if (action === 'book' && unit.hold) {
    const { hold } = unit;
    return <PaymentForm hold={hold.id} payer={hold.customer.name} state={hold.state === 'sold' ? 'sold' : 'open'} kind={hold.kind} fee={hold.due} paid={hold.paid} suggested={hold.due ?? undefined} onDone={onDone} />;
  }
  if (action === 'change' && unit.subscription) return <ChangeForm subscription={unit.subscription.id} units={(board?.units ?? []).filter((each) => each.status === 'available')} onDone={onDone} />;
  return <Confirm unit={unit} action={action} onDone={onDone} />;
}

/** Actions that need no more than a yes. */
function run(unit: Unit, action: UnitAction): Promise<unknown> {
  const hold = { params: { id: unit.hold?.id ?? '' } };
  const onUnit = { params: { id: unit.id } };
  switch (action) {
    case 'extend': return call('POST /stock/holds/{id}/extend', hold);
    case 'release': return call('POST /stock/holds/{id}/release', hold);
    case 'sign': return call('POST /stock/subscriptions/{id}/sign', { params: { id: unit.subscription?.id ?? '' } });
    case 'deliver': return call('POST /stock/deals/{id}/deliver', { params: { id: unit.deal?.id ?? '' } });
    case 'restore': return call('POST /stock/units/{id}/restore', onUnit);
    default: return call('POST /stock/units/{id}/withdraw', onUnit);
  }
}

const confirmed = ['release', 'sign', 'deliver', 'withdraw', 'restore', 'extend'] as const;

function Confirm({ unit, action, onDone }: Omit<DoingProps, 'board'>) {
  const t = useStockTexts();
  const refresh = useRefreshStock();
  const [isBusy, setBusy] = useState(false);
  const known = confirmed.find((each) => each === action);
  const go = async () => {
    setBusy(true);
    try {
      await run(unit, action);
      showToast(t('action.done'));
      onDone();
    } catch (error) {
      reportProblem(error);
    } finally {
      setBusy(false);
      refresh();
    }
  };
  return (
    <div className="stock-drawer">
      <p>{known && t(`confirm.${known}`)}</p>
      <div className="stock-actions">
        <Button type="primary" loading={isBusy} onClick={() => void go()}>{t(`action.${action}`)}</Button>
        <Button onClick={onDone}>{t('action.cancel')}</Button>
      </div>
    </div>
  );
}
