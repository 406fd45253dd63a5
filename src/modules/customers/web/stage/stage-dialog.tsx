import { Button, Input, Radio } from 'antd';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { textOf } from '#kit/field/field-props.ts';
import type { MoveDialogProps } from '#kit/module/web-module.ts';
import { Dialog } from '#kit/overlay/dialog.tsx';
import { fieldOf } from '#kit/records/use-meta.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useKitTexts } from '#kit/texts/use-texts.ts';
import { useCustomersTexts } from '../use-customers-texts.ts';
import { isStage, stageQuestion } from './stage-question.ts';
import './stage.css';

function useStageName(props: MoveDialogProps): (stage: string) => string {
  const pick = usePick();
  const choices = fieldOf(props.object, props.field)?.choices ?? [];
  return (stage) => {
    const choice = choices.find((c) => c.value === stage);
    return choice ? pick(choice.label) : stage;
  };
}

/** What a change of stage needs: the lost reason, words, or a second look where there is no way back (CU-6). */
export default function StageDialog(props: MoveDialogProps) {
  const { object, record, field, to, onDone } = props;
  const t = useCustomersTexts();
  const kit = useKitTexts();
  const pick = usePick();
  const nameOf = useStageName(props);
  const [lostReason, setLostReason] = useState('');
  const [words, setWords] = useState('');
  const [isTried, setTried] = useState(false);
  const from = record[field];
  if (!isStage(from) || !isStage(to)) return null;
  const question = stageQuestion(from, to);
  const isWordsNeeded = question.needsWords || lostReason === 'other';
  const lacksReason = question.asksLostReason && lostReason === '';
  const lacksWords = isWordsNeeded && words.trim() === '';
  const finish = () => {
    setTried(true);
    if (lacksReason || lacksWords) return;
    onDone({ ...(question.asksLostReason ? { lostReason } : {}), ...(words.trim() === '' ? {} : { _reason: words.trim() }) });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    finish();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish();
  };
  return (
    <Dialog
      title={t('stage.title', { stage: nameOf(to) })} width={460} onClose={() => onDone(null)}
      footer={<><Button onClick={() => onDone(null)}>{kit('action.cancel')}</Button><Button type="primary" onClick={finish}>{t('stage.confirm', { stage: nameOf(to) })}</Button></>}
    >
      <form className="stage-form" role="presentation" onSubmit={submit} onKeyDown={onKeyDown}>
        <p className="muted">{t('stage.fromTo', { name: textOf(record[object.title]), from: nameOf(from), to: nameOf(to) })}</p>
        {question.isOneWay && <p className="stage-note">{t('stage.oneWay', { from: nameOf(from), to: nameOf(to) })}</p>}
        {question.asksLostReason && (
          <fieldset className="stage-reasons">
            <legend>{t('stage.lostReason')}<span className="danger" aria-hidden> *</span></legend>
            <Radio.Group
              name="lost-reason" value={lostReason} onChange={(e) => setLostReason(String(e.target.value))}
              options={(fieldOf(object, 'lostReason')?.choices ?? []).filter((c) => c.retired !== true).map((c) => ({ value: c.value, label: pick(c.label) }))}
            />
            {isTried && lacksReason && <p className="small danger" role="alert">{t('stage.pickReason')}</p>}
          </fieldset>
        )}
        <div className="stage-words">
          <label htmlFor="stage-words">{t('stage.words')}{isWordsNeeded && <span className="danger" aria-hidden> *</span>}</label>
          <Input.TextArea
            id="stage-words" value={words} maxLength={1000} autoSize={{ minRows: 3, maxRows: 8 }} aria-required={isWordsNeeded}
            aria-invalid={isTried && lacksWords} aria-describedby="stage-words-hint" status={isTried && lacksWords ? 'error' : ''} onChange={(e) => setWords(e.target.value)}
          />
          <p id="stage-words-hint" className={isTried && lacksWords ? 'small danger' : 'small faint'}>{t(isWordsNeeded ? 'stage.wordsNeeded' : 'stage.wordsHint')}</p>
        </div>
      </form>
    </Dialog>
  );
}
