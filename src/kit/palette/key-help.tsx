import { Fragment } from 'react';
import { useModules, useNav } from '../module/registry.tsx';
import { Dialog } from '../overlay/dialog.tsx';
import { usePick } from '../texts/locale-provider.tsx';
import { useKitTexts } from '../texts/use-texts.ts';

function Keys({ keys }: { keys: string }) {
  return <dd className="row">{keys.split(' ').map((key) => <kbd key={key}>{key}</kbd>)}</dd>;
}

/** `?`: every key in one place (UX-5). */
export default function KeyHelp({ onClose }: { onClose: () => void }) {
  const t = useKitTexts();
  const pick = usePick();
  const general = [
    ['palette', 'Ctrl K'], ['search', '/'], ['create', 'C'], ['save', 'Ctrl Enter'], ['close', 'Esc'], ['next', 'J'], ['previous', 'K'], ['help', '?'],
  ] as const;
  const grid = [['move', '← ↑ ↓ →'], ['edit', 'Enter'], ['select', 'Space'], ['peek', 'P']] as const;
  const more = useModules().flatMap((m) => m.keys ?? []);
  const pages = useNav().flatMap((g) => g.entries).filter((e) => e.letter);
  return (
    <Dialog title={t('keys.title')} width={460} onClose={onClose}>
      <dl className="key-list">
        {general.map(([key, keys]) => <Fragment key={key}><dt>{t(`keys.${key}`)}</dt><Keys keys={keys} /></Fragment>)}
        {grid.map(([key, keys]) => <Fragment key={key}><dt>{t('keys.grid')}{t('app.colon')}{t(`keys.${key}`)}</dt><Keys keys={keys} /></Fragment>)}
        {more.map((entry) => <Fragment key={entry.label.en}><dt>{pick(entry.label)}</dt><Keys keys={entry.keys} /></Fragment>)}
        {pages.map((entry) => (
          <Fragment key={entry.key}>
            <dt>{t('keys.goTo', { page: pick(entry.label) })}</dt><Keys keys={`G ${(entry.letter ?? '').toUpperCase()}`} />
          </Fragment>
        ))}
      </dl>
    </Dialog>
  );
}
