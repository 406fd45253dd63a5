export { AdminCard, AdminPage } from './parts/admin-page.tsx';
export { ConfirmDialog } from './parts/confirm-dialog.tsx';
export { CopyBox } from './parts/copy-box.tsx';
export { RecordPicker } from './parts/record-picker.tsx';
export { refreshMeta } from './parts/refresh-meta.ts';
export { TabRow } from './parts/tab-row.tsx';
export { useSubmit } from './parts/use-submit.ts';
export { useRoleNames } from './users/use-account.ts';
