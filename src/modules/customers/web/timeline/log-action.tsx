import { Button } from 'antd';
import { PenLine } from 'lucide-react';
import { useCustomersTexts } from '../use-customers-texts.ts';

/** The page's main button: to the composer, from wherever one stands on the page. */
function openComposer(): void {
  document.querySelector<HTMLElement>('#tab-timeline')?.click();
  // The tab may have to be drawn first.
  requestAnimationFrame(() => {
    const words = document.querySelector<HTMLElement>('.composer textarea');
    words?.scrollIntoView({ block: 'center' });
    words?.focus();
  });
}

export default function LogAction() {
  const t = useCustomersTexts();
  return <Button type="primary" icon={<PenLine size={15} aria-hidden />} onClick={openComposer}>{t('log.open')} <kbd className="log-key">{t('log.key')}</kbd></Button>;
}
