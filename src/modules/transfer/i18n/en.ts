import type { Translated } from '#kernel/texts.ts';
import type { zhCN } from './zh-CN.ts';

export const en: Translated<typeof zhCN> = {
  title: 'Import',
  history: 'Imports and exports',
  historyHint: 'Progress and results of files; a whole import can be taken back at any time.',
  none: 'Nothing was imported yet',
  noneHint: 'Choose what to import and upload a CSV or Excel (.xlsx) file.',
  newImport: 'Import {object}',
  template: 'Download a template',
  upload: { drop: 'Drop the file here, or choose one', hint: 'CSV or Excel (.xlsx), any encoding, any number of rows', busy: 'Uploading {name}…', object: 'Import into' },
  steps: { upload: 'Upload', map: 'Columns', check: 'Check', run: 'Import', report: 'Result' },
  map: {
    column: 'Column of the file', sample: 'Samples', field: 'Goes to', ignore: 'Leave out', sure: 'Recognised', likely: 'Please check', sheet: 'Worksheet',
    mode: 'What to do', create: 'Only create', update: 'Only update', both: 'Update what exists, create the rest', matchBy: 'Find existing records by',
    duplicates: 'When a record exists already', skip: 'Skip the row', makeAnyway: 'Create it anyway', updateIt: 'Update the record',
    owner: 'Owner', me: 'Me', pool: 'Nobody yet (pool)', fromColumn: 'As the owner column says', check: 'Check every row', start: 'Import now', next: 'Save and check',
    newField: 'New field', rows: 'About {n} rows', encoding: 'Encoding {encoding}', reason: 'Reason (needed where stages change)',
  },
  check: {
    ready: '{n} {n|row|rows} ready', errors: '{n} {n|row|rows} with errors', duplicates: '{n} {n|duplicate|duplicates}', updates: '{n} {n|update|updates}', same: '{n} unchanged', row: 'Row {n}',
    all: 'All', onlyErrors: 'Errors', onlyDuplicates: 'Duplicates', clean: 'Every row can be imported', cleanHint: 'No errors and no duplicates were found.',
    fix: 'Save this row', fixed: 'Row {n} is corrected', stillBad: 'Row {n} still has a fault', back: 'Back to the columns', start: 'Start the import', more: 'Show more', likeness: 'Likeness {score}', existing: 'Existing records',
    skipHint: 'Rows with errors are left out; download, correct and import them afterwards.',
  },
  run: {
    checking: 'Checking', running: 'Importing', paused: 'Paused', undoing: 'Taking back', of: '{done} of {total} rows', done: '{done} rows',
    pause: 'Pause', resume: 'Go on', cancel: 'Stop', leave: 'You may leave this page: the import goes on in the background, also after a restart of the server.',
  },
  report: {
    done: 'The import is done', failed: 'The import stopped', cancelled: 'The import was stopped', undone: 'The import was taken back', created: 'Created', updated: 'Updated', unchanged: 'Unchanged',
    duplicates: 'Duplicates', errors: 'Errors', kept: 'Kept on undo', open: 'Show {object}', failedCsv: 'Rows left out (CSV)', failedXlsx: 'Rows left out (Excel)',
    undo: 'Take the whole import back', undoHint: 'New records go, changed ones become what they were; records that somebody changed since are kept and listed.', again: 'Import another file', resume: 'Go on with the import', keptRows: 'Records that were kept',
    problem: 'Reason: {problem}',
  },
  state: {
    draft: 'Draft', checking: 'Checking', checked: 'Checked', running: 'Importing', paused: 'Paused', done: 'Done', failed: 'Stopped', cancelled: 'Cancelled', undoing: 'Taking back', undone: 'Taken back',
  },
  export: {
    title: 'Export {object}', hint: 'Exports the {n} {n|record|records} of the list just as you see them; sensitive data stay masked.', format: 'File format', start: 'Export', excel: 'Excel (.xlsx)', csv: 'CSV',
    working: 'Making the file: {done} of {total}', ready: 'The file is ready', download: 'Download {name}', failed: 'The export did not finish. Try again.', history: 'Exports', keep: 'Files are kept for 7 days', columns: 'Columns', none: 'Nothing was exported yet',
    state: { running: 'Working', done: 'Ready', failed: 'Not finished', cancelled: 'Cancelled', expired: 'Expired' }, rows: '{n} {n|row|rows}',
  },
};
