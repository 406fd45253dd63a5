import { Segmented } from 'antd';
import { useLocale } from '#kit/texts/locale-provider.tsx';
import { useKitTexts, useTexts } from '#kit/texts/use-texts.ts';
import { useLook } from '#kit/tokens/look-provider.tsx';
import { identityWebTexts } from '../identity-web.texts.ts';
import { AdminCard } from '../parts/admin-page.tsx';

/** Language, theme, density: at once, for this person on this device. */
export function LookCard() {
  const t = useTexts(identityWebTexts);
  const kit = useKitTexts();
  const { locale, setLocale } = useLocale();
  const { preferences, setPreferences } = useLook();
  return (
    <AdminCard title={t('account.look')}>
      <div className="look-lines">
        <fieldset>
          <legend>{kit('nav.language')}</legend>
          <Segmented block value={locale} onChange={setLocale} options={[{ value: 'zh-CN', label: '中文' }, { value: 'en', label: 'English' }]} />
        </fieldset>
        <fieldset>
          <legend>{kit('nav.theme')}</legend>
          <Segmented block value={preferences.theme} onChange={(theme) => setPreferences({ theme })} options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: kit(`nav.${value}`) }))} />
        </fieldset>
        <fieldset>
          <legend>{kit('nav.density')}</legend>
          <Segmented block value={preferences.density} onChange={(density) => setPreferences({ density })} options={(['comfortable', 'compact'] as const).map((value) => ({ value, label: kit(`nav.${value}`) }))} />
        </fieldset>
      </div>
    </AdminCard>
  );
}
