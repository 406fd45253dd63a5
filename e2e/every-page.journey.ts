import { tryEveryPage } from './harness/every-page.ts';

tryEveryPage({ locale: 'zh-CN', colorScheme: 'light', width: 1440 });
