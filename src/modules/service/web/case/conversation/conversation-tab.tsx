import { useEffect, useMemo, useRef } from 'react';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { EmptyState, ErrorState, SkeletonLines } from '#kit/overlay/empty-state.tsx';
import { isNamedRef } from '#kit/records/record-types.ts';
import { dayIn } from '#kit/texts/dates.ts';
import { useFormat } from '#kit/texts/use-format.ts';
import { useCaseProcess, useCaseTexts, useMessages } from '../use-case.ts';
import { byDay } from './message-days.ts';
import { MessageLine } from './message-line.tsx';
import { MessageComposer } from './message-composer.tsx';
import '../case.css';

/** What was said to and by the customer and among colleagues, oldest first, and below it what is said next (SE-1). */
export default function ConversationTab({ record }: RecordSlotProps) {
  const t = useCaseTexts();
  const format = useFormat();
  const list = useRef<HTMLDivElement>(null);
  const found = useMessages(record.id);
  const mayWrite = useCaseProcess(record.id).data?.mayWrite === true;
  const messages = useMemo(() => found.data?.data ?? [], [found.data]);
  const last = messages.at(-1)?.id;
  useEffect(() => {
    const box = list.current;
    if (box && last !== undefined) box.scrollTop = box.scrollHeight;
  }, [last]);
  if (found.error && !found.data) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <div className="card-body"><SkeletonLines count={5} /></div>;
  const description = typeof record['description'] === 'string' ? record['description'] : '';
  const customer = typeof record['reporterName'] === 'string' ? record['reporterName'] : isNamedRef(record['customer']) ? record['customer'].name : '';
  const today = format.today();
  return (
    <div className="case-conversation">
      <div ref={list} className="case-messages" role="region" aria-live="polite" aria-label={t('message.title')} tabIndex={0}>
        {description !== '' && <div className="case-told"><p className="small muted">{t('message.told', { who: customer || t('message.customer'), at: format.moment(String(record['receivedAt'])) })}</p><p className="case-words">{description}</p></div>}
        {messages.length === 0 && description === '' && <EmptyState title={t('message.empty')} />}
        {byDay(messages, (iso) => dayIn(iso, format.zone).day).map(({ day, messages: some }) => (
          <section key={day} aria-label={format.date(day)}>
            <p className="case-day small faint"><span>{day === today ? t('message.today') : format.date(day)}</span></p>
            <ul className="stack">{some.map((message) => <MessageLine key={message.id} caseId={record.id} message={message} customer={customer} />)}</ul>
          </section>
        ))}
      </div>
      {mayWrite && record['state'] !== 'merged' && <MessageComposer record={record} messages={messages} />}
    </div>
  );
}
