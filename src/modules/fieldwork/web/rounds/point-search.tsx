import { Button, Input } from 'antd';
import { ScanLine } from 'lucide-react';
import { useState } from 'react';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { codeIn } from '../../rules/inspection.ts';
import { useFieldworkTexts } from '../use-fieldwork.ts';
import type { RoundSheet } from '../use-rounds.ts';

const bare = (code: string): string => codeIn(code).replaceAll(/[^0-9A-Z]/g, '');

/** Goes to the point whose sign was typed or scanned by a hand-held reader. */
export function PointSearch({ places, onFound }: { readonly places: RoundSheet['places']; onFound(point: string): void }) {
  const t = useFieldworkTexts();
  const pick = usePick();
  const [code, setCode] = useState('');
  const [said, setSaid] = useState<{ readonly isFound: boolean; readonly words: string }>();
  const find = () => {
    if (code.trim() === '') return;
    const place = places.find((each) => bare(each.code) === bare(code));
    setSaid(place ? { isFound: true, words: t('rounds.found', { point: pick({ 'zh-CN': place.name, en: place.nameEn }) }) } : { isFound: false, words: t('rounds.codeUnknown', { code: code.trim() }) });
    if (!place) return;
    setCode('');
    onFound(place.id);
  };
  return (
    <form className="order-area order-pad round-search" onSubmit={(event) => { event.preventDefault(); find(); }}>
      <div className="round-code">
        <Input aria-label={t('rounds.code')} placeholder={t('rounds.codeHint')} autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={200} value={code} onChange={(event) => setCode(event.target.value)} />
        <Button htmlType="submit" icon={<ScanLine size={16} aria-hidden />}>{t('rounds.find')}</Button>
      </div>
      <p className={`small ${said && !said.isFound ? 'danger' : 'muted'}`} role="status">{said?.words ?? t('rounds.orList')}</p>
    </form>
  );
}
