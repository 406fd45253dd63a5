import { Popover } from 'antd';
import { MessageSquareText } from 'lucide-react';
import { useState } from 'react';
import { useSession } from '#kit/api/session.ts';
import { textOf } from '#kit/field/field-props.ts';
import { isNamedRef, type RecordData } from '#kit/records/record-types.ts';
import { useFindObject } from '#kit/records/use-meta.ts';
import { useRecords } from '#kit/records/use-records.ts';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { useCaseProcess, useCaseTexts } from '../use-case.ts';
import { fillReply } from './merge-fields.ts';

interface RepliesProps {
  readonly record: RecordData;
  onPick(text: string): void;
}

function useMergeFields(record: RecordData) {
  const format = useFormat();
  const { user } = useSession();
  const clocks = useCaseProcess(record.id).data?.clocks ?? [];
  const due = clocks.findLast((clock) => clock.kind === 'whole' && clock.stoppedAt === null)?.dueAt;
  const customer = isNamedRef(record['contact']) ? record['contact'].name : textOf(record['reporterName']) || (isNamedRef(record['customer']) ? record['customer'].name : '');
  return { customer, number: textOf(record['number']), agent: user.name, due: due === undefined ? '' : format.fullMoment(due) };
}

function ReplyList({ replies, record, onPick }: RepliesProps & { readonly replies: ObjectMeta }) {
  const t = useCaseTexts();
  const { locale } = useLocale();
  const fields = useMergeFields(record);
  const { records, isPending } = useRecords(replies, { sort: 'name' }, 100);
  // Those in one's own language come first.
  const sorted = records.toSorted((a, b) => Number(b['locale'] === locale) - Number(a['locale'] === locale));
  if (!isPending && sorted.length === 0) return <p className="small muted">{t('write.noReplies')}</p>;
  return (
    <ul className="case-replies">
      {sorted.map((reply) => {
        const body = fillReply(textOf(reply['body']), fields);
        return <li key={reply.id}><button type="button" className="case-reply" onClick={() => onPick(body)}><b>{textOf(reply['name'])}</b><span className="small muted truncate">{body.replaceAll('\n', ' ')}</span></button></li>;
      })}
    </ul>
  );
}

/** Canned replies, filled in for this case (SE-10); the one chosen is put into the text to be changed. */
export function CannedReplies({ record, onPick }: RepliesProps) {
  const t = useCaseTexts();
  const replies = useFindObject()('cannedReply');
  const [isOpen, setOpen] = useState(false);
  if (!replies) return null;
  const pick = (text: string) => {
    setOpen(false);
    onPick(text);
  };
  return (
    <Popover open={isOpen} onOpenChange={setOpen} trigger="click" placement="topLeft" arrow={false} destroyOnHidden content={<ReplyList replies={replies} record={record} onPick={pick} />}>
      <button type="button" className="plain-button" aria-expanded={isOpen}><MessageSquareText size={15} aria-hidden />{t('write.canned')}</button>
    </Popover>
  );
}
