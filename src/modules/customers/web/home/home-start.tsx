import { FileUp, UserPlus } from 'lucide-react';
import { useModules } from '#kit/module/registry.tsx';
import { PageLink } from '#kit/shell/page-link.tsx';
import type { ObjectMeta } from '#meta/view-model.ts';
import { LoadDemoCard } from './load-demo-card.tsx';
import { useCustomersTexts } from '../use-customers-texts.ts';

/** The first day: three ways to fill the house, each with what it brings (PL-62). */
export function HomeStart({ customers }: { customers: ObjectMeta }) {
  const t = useCustomersTexts();
  const importing = useModules().flatMap((m) => m.listActions ?? []).find((a) => a.key.includes('import') && (a.object === '*' || a.object === customers.key));
  const mayCreate = customers.grants.create !== undefined;
  return (
    <section className="card home-start">
      <h2>{t('start.title')}</h2>
      <p className="muted">{t(mayCreate ? 'start.hint' : 'start.waiting')}</p>
      {mayCreate && (
        <ol>
          {importing && <li><FileUp size={22} aria-hidden /><PageLink to={importing.to(customers)}><b>{t('start.import')}</b></PageLink><p className="small muted">{t('start.importHint')}</p></li>}
          <li><UserPlus size={22} aria-hidden /><PageLink to="/customers?new=1"><b>{t('start.create')}</b></PageLink><p className="small muted">{t('start.createHint')}</p></li>
          <LoadDemoCard />
        </ol>
      )}
    </section>
  );
}
