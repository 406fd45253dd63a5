import '#kit/tokens/tokens.css';
import '#kit/tokens/base.css';
import { VisitorChat } from '#modules/chat/web/chat.public.tsx';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const isDark = matchMedia('(prefers-color-scheme: dark)');
const follow = (): void => { document.documentElement.dataset['theme'] = isDark.matches ? 'dark' : 'light'; };
follow();
isDark.addEventListener('change', follow);

const root = document.getElementById('root');
if (root === null) throw new Error('chat.html has no #root');

createRoot(root).render(<StrictMode><VisitorChat /></StrictMode>);
