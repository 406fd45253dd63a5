import { tryEveryPage } from './harness/every-page.ts';

tryEveryPage({ locale: 'en', colorScheme: 'dark', width: 360 });
