import { useEffect, useRef, useState } from 'react';
import { textOf } from '#kit/field/field-props.ts';
import type { RecordSlotProps } from '#kit/module/web-module.ts';
import { reportProblem, useUndo } from '#kit/overlay/use-undo.ts';
import { useSave } from '#kit/records/use-save.ts';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { styleAdvice } from '../../rules/style-advice.ts';
import { useCustomersTexts } from '../use-customers-texts.ts';
import { StyleAdviceCard } from './style-advice-card.tsx';
import { isStyle } from './style-badge.tsx';
import { StyleGrid, type StylePoint } from './style-grid.tsx';

/** The point moves at once, the record when it has come to rest: twenty arrow presses are one change. */
const REST_MS = 700;

function useRest(save: (point: StylePoint) => void) {
  const [moving, setMoving] = useState<StylePoint>();
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    if (!moving) return;
    const timer = setTimeout(() => latest.current(moving), REST_MS);
    return () => clearTimeout(timer);
  }, [moving]);
  return { moving, setMoving };
}

const scoreOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** A contact's page: where the person stands on two scores, and how to talk with them (CU-4). */
export default function TalkPanel({ object, record }: RecordSlotProps) {
  const t = useCustomersTexts();
  const { locale } = useLocale();
  const { patch } = useSave(object);
  const undoable = useUndo();
  const assertiveness = scoreOf(record['assertiveness']);
  const responsiveness = scoreOf(record['responsiveness']);
  const point = assertiveness !== undefined && responsiveness !== undefined ? { assertiveness, responsiveness } : undefined;
  const style = record['style'];
  const mayEdit = record.capabilities?.includes('update') ?? object.grants.update !== undefined;
  const { moving, setMoving } = useRest((next) => {
    patch(record.id, record.version, { ...next }).then((saved) => {
      const before = { assertiveness: assertiveness ?? null, responsiveness: responsiveness ?? null };
      undoable(t('style.saved'), () => patch(record.id, saved.version, before));
    }, reportProblem).finally(() => setMoving(undefined));
  });
  return (
    <div className="talk">
      <div className="talk-advice">
        {isStyle(style) ? (
          <><h2 className="talk-title">{t('style.isOf', { name: textOf(record[object.title]), style: styleAdvice[locale][style].name })}</h2><StyleAdviceCard style={style} /></>
        ) : (
          <><h2 className="talk-title">{t('style.unknown')}</h2><p className="muted">{t(point ? 'style.onBorder' : 'style.unknownHint')}</p></>
        )}
      </div>
      <div>
        <StyleGrid point={moving ?? point} onPlace={mayEdit ? setMoving : undefined} />
        <p className="small faint">{t(mayEdit ? 'style.gridHint' : 'style.gridRead')}</p>
      </div>
    </div>
  );
}
