import { Button, Input } from 'antd';
import { ArrowDown, ArrowUp, Plus, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { Bilingual } from '#kernel/texts.ts';
import { newId } from '#kernel/ids.ts';
import { useTexts } from '#kit/texts/use-texts.ts';
import { administrationTexts } from '../../administration.texts.ts';

/** A choice as edited; `value` is absent until the server has made one. */
export interface EditedChoice {
  readonly row: string;
  readonly value?: string;
  readonly label: Bilingual;
  readonly colour?: string;
  readonly retired?: boolean;
}

export const colours = ['ink', 'qing', 'green', 'hu', 'zhu', 'ju'] as const;

export const newChoice = (): EditedChoice => ({ row: newId(), label: { 'zh-CN': '', en: '' } });

export const editedChoices = (choices: readonly { value: string; label: Bilingual; colour?: string; retired?: boolean }[]): readonly EditedChoice[] =>
  choices.map((choice) => ({ ...choice, row: choice.value }));

/** As the server takes it; rows without a name are left out. */
export const sentChoices = (choices: readonly EditedChoice[]) => choices.filter((c) => c.label['zh-CN'].trim() !== '').map(({ value, label, colour, retired }) => ({
  ...(value === undefined ? {} : { value }), label: { 'zh-CN': label['zh-CN'].trim(), en: label.en.trim() || label['zh-CN'].trim() },
  ...(colour === undefined || colour === '' ? {} : { colour }), ...(retired === true ? { retired: true } : {}),
}));

interface EditorProps {
  readonly choices: readonly EditedChoice[];
  /** Rules of the program know these: no new ones. */
  readonly isFixed: boolean;
  onChange(choices: readonly EditedChoice[]): void;
}

function ColourPick({ choice, onChange }: { choice: EditedChoice; onChange: (colour: string) => void }) {
  const t = useTexts(administrationTexts);
  return (
    <select className={`choice-colour tag-${choice.colour ?? 'ink'}`} aria-label={t('choices.colourOf', { name: choice.label['zh-CN'] })} value={choice.colour ?? ''} onChange={(e) => onChange(e.target.value)}>
      <option value="">{t('choices.plain')}</option>
      {colours.map((colour) => <option key={colour} value={colour}>{t(`choices.colour.${colour}`)}</option>)}
    </select>
  );
}

/** Choices with name, colour and order. One that records may hold is never deleted, only retired. */
export function ChoicesEditor({ choices, isFixed, onChange }: EditorProps) {
  const t = useTexts(administrationTexts);
  const [added, setAdded] = useState<string>();
  const set = (row: string, part: Partial<EditedChoice>) => onChange(choices.map((c) => (c.row === row ? { ...c, ...part } : c)));
  const move = (at: number, step: number) => {
    const next = [...choices];
    const [taken] = next.splice(at, 1);
    if (taken) next.splice(at + step, 0, taken);
    onChange(next);
  };
  const add = () => {
    const choice = newChoice();
    setAdded(choice.row);
    onChange([...choices, choice]);
  };
  const drop = (choice: EditedChoice) => (choice.value === undefined ? onChange(choices.filter((c) => c.row !== choice.row)) : set(choice.row, { retired: true }));
  return (
    <div className="choices">
      <ol>
        {choices.map((choice, at) => (
          <li key={choice.row} className={choice.retired ? 'choice-line is-retired' : 'choice-line'}>
            <Input aria-label={t('choices.zh', { at: at + 1 })} placeholder={t('choices.zhPlaceholder')} value={choice.label['zh-CN']} maxLength={60} autoFocus={choice.row === added} onChange={(e) => set(choice.row, { label: { ...choice.label, 'zh-CN': e.target.value } })} />
            <Input aria-label={t('choices.en', { at: at + 1 })} placeholder={t('choices.enPlaceholder')} value={choice.label.en} maxLength={60} onChange={(e) => set(choice.row, { label: { ...choice.label, en: e.target.value } })} />
            <ColourPick choice={choice} onChange={(colour) => set(choice.row, { colour })} />
            <span className="choice-buttons">
              <button type="button" className="plain-button" aria-label={t('choices.up', { name: choice.label['zh-CN'] })} disabled={at === 0} onClick={() => move(at, -1)}><ArrowUp size={14} aria-hidden /></button>
              <button type="button" className="plain-button" aria-label={t('choices.down', { name: choice.label['zh-CN'] })} disabled={at === choices.length - 1} onClick={() => move(at, 1)}><ArrowDown size={14} aria-hidden /></button>
              {choice.retired
                ? <button type="button" className="plain-button" aria-label={t('choices.restore', { name: choice.label['zh-CN'] })} onClick={() => set(choice.row, { retired: false })}><Undo2 size={14} aria-hidden /></button>
                : <button type="button" className="plain-button" aria-label={t('choices.retire', { name: choice.label['zh-CN'] })} onClick={() => drop(choice)}><Trash2 size={14} aria-hidden /></button>}
            </span>
          </li>
        ))}
      </ol>
      {isFixed ? <p className="small muted">{t('choices.fixed')}</p> : <div className="row"><Button size="small" icon={<Plus size={14} aria-hidden />} onClick={add}>{t('choices.add')}</Button><span className="small muted">{t('choices.hint')}</span></div>}
    </div>
  );
}
