import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useMeta } from '#kit/records/use-meta.ts';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { transferTexts } from '../../transfer.texts.ts';
import { ExportList } from './export-list.tsx';
import { ImportList } from './import-list.tsx';
import '../import/transfer.css';

/** Every import with its result, and the files that were taken out. */
export default function ImportHistoryPage() {
  const t = useTexts(transferTexts);
  const pick = usePick();
  const navigate = useNavigate();
  const objects = useMeta().objects.filter((object) => object.grants.import !== undefined && object.writes === 'records');
  return (
    <div className="page">
      <header className="page-head import-top">
        <div className="grow"><h1>{t('history')}</h1><p className="muted small">{t('historyHint')}</p></div>
        {objects.length > 0 && (
          <Select className="import-start" placeholder={t('startImport')} aria-label={t('startImport')} value={null} showSearch={{ optionFilterProp: 'label' }}
            options={objects.map((object) => ({ value: object.key, label: t('newImport', { object: pick(object.label.one) }) }))}
            onChange={(key: string | null) => { if (key) void navigate({ to: `/imports/new/${key}` }); }} />
        )}
      </header>
      <section className="stack" aria-label={t('title')}><h2>{t('title')}</h2><ImportList /></section>
      <section className="stack" aria-label={t('export.history')}><h2>{t('export.history')}</h2><ExportList /></section>
    </div>
  );
}
