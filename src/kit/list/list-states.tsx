import type { ObjectMeta } from '#meta/view-model.ts';
import { Button } from 'antd';
import { Inbox, SearchX } from 'lucide-react';
import { EmptyState, ErrorState } from '../overlay/empty-state.tsx';
import { useAddress, useModules } from '../module/registry.tsx';
import { PageLink } from '../shell/page-link.tsx';
import { usePick, usePickInside } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';
import type { ListState } from './list-state.ts';

/** Rows' shapes while the first page loads: as high as rows, so that nothing moves. */
export function GridSkeleton() {
  return (
    <div className="grid-skeleton" aria-hidden>
      {Array.from({ length: 14 }, (_, i) => (
        <div key={i}><span className="skeleton" style={{ width: 120 + ((i * 37) % 90) }} /><span className="skeleton" style={{ width: 70 }} /><span className="skeleton" style={{ width: 90 }} /></div>
      ))}
    </div>
  );
}

/** Nothing to show: either nothing matches, or there is nothing yet and this is how to begin. */
export function ListEmpty({ object, state, onCreate }: { object: ObjectMeta; state: ListState; onCreate: (() => void) | undefined }) {
  const t = useKitTexts();
  const pick = usePick();
  const pickInside = usePickInside();
  const address = useAddress();
  const imports = useModules().flatMap((m) => m.listActions ?? []).filter((a) => a.object === object.key && (a.needs?.(object) ?? true));
  const name = pickInside(object.label.many);
  if (state.settings.filter !== undefined || state.q !== undefined) {
    const clear = <Button onClick={() => state.change({ filter: undefined, q: undefined })}>{t('list.clearAll')}</Button>;
    return <EmptyState icon={<SearchX size={32} />} title={t('list.none', { object: name })} hint={t('list.noneHint')} actions={clear} />;
  }
  const actions = (
    <>
      {onCreate && <Button type="primary" onClick={onCreate}>{t('form.createTitle', { object: pickInside(object.label.one) })}</Button>}
      {imports.map((a) => <PageLink key={a.key} to={a.to({ ...object, plural: address(object).replace(/^\//, '') })}>{pick(a.label)}</PageLink>)}
    </>
  );
  return <EmptyState icon={<Inbox size={32} />} title={t('list.empty', { object: name })} hint={onCreate ? t('list.emptyHint') : undefined} actions={actions} />;
}

export function ListError({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useKitTexts();
  return <ErrorState error={error} title={t('error.list')} onRetry={onRetry} />;
}
