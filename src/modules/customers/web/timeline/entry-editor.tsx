import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Segmented } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { isProblem } from '#kit/api/api-problem.ts';
import { useUndo } from '#kit/overlay/use-undo.ts';
import { fieldOf } from '#kit/records/use-meta.ts';
import { useSave } from '#kit/records/use-save.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useKitTexts } from '#kit/texts/use-texts.ts';
import type { ObjectMeta } from '#meta/view-model.ts';
import { useCustomersTexts } from '../use-customers-texts.ts';
import { splitText } from './composer-model.ts';
import { detailText, type TimelineEntry } from './timeline-entry-data.ts';

interface EntryEditorProps {
  readonly activities: ObjectMeta;
  readonly entry: TimelineEntry;
  onClose(): void;
}

/** Corrects an entry where it stands: words and outcome; Ctrl+Enter saves, Esc leaves it as it was. */
export function EntryEditor({ activities, entry, onClose }: EntryEditorProps) {
  const t = useCustomersTexts();
  const kit = useKitTexts();
  const pick = usePick();
  const client = useQueryClient();
  const { patch } = useSave(activities);
  const undoable = useUndo();
  const was = detailText(entry, 'outcome');
  const [text, setText] = useState([entry.title, entry.body].filter(Boolean).join('\n'));
  const [outcome, setOutcome] = useState(was);
  const [failure, setFailure] = useState('');
  const save = async () => {
    const { subject, body } = splitText(text);
    if (subject === '') return setFailure(t('composer.needsWords'));
    const before = { subject: entry.title, body: entry.body || null, ...(was ? { outcome: was } : {}) };
    try {
      const saved = await patch(entry.recordId, entry.version, { subject, body: body || null, ...(outcome ? { outcome } : {}) });
      // The old words must not show again between the form and the stream.
      await client.invalidateQueries({ queryKey: ['records', 'activity', 'timeline'] });
      onClose();
      undoable(t('timeline.edited'), () => patch(entry.recordId, saved.version, before));
    } catch (problem) {
      setFailure(isProblem(problem) ? problem.detail : String(problem));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
  };
  const outcomes = (fieldOf(activities, 'outcome')?.choices ?? []).map((c) => ({ value: c.value, label: pick(c.label) }));
  return (
    <div className="entry-editor" role="presentation" onKeyDown={onKeyDown}>
      <Input.TextArea autoFocus aria-label={t('timeline.words')} value={text} autoSize={{ minRows: 2, maxRows: 12 }} maxLength={10_000} onChange={(e) => setText(e.target.value)} />
      {was !== '' && <Segmented aria-label={t('composer.outcome')} options={outcomes} value={outcome} onChange={(v) => setOutcome(v)} />}
      <div className="row"><span className="grow small danger" role="alert">{failure}</span>
        <Button size="small" onClick={onClose}>{kit('action.cancel')}</Button><Button size="small" type="primary" onClick={() => void save()}>{kit('action.save')}</Button>
      </div>
    </div>
  );
}
