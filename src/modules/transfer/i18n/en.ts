import type { Translated } from '#kernel/texts.ts';
import type { zhCN } from './zh-CN.ts';

export const en: Translated<typeof zhCN> = {
  title: 'Imports',
  history: 'Imports and exports',
  historyHint: 'Progress and results of files. A whole import can be taken back; exported files can be downloaded again until they expire.',
  none: 'Nothing was imported yet',
  noneHint: 'Choose what to import and upload a CSV or Excel (.xlsx) file.',
  newImport: 'Import: {object}',
  startImport: 'New import…',
  template: 'Download a template',
  templateHint: 'It holds every column that you may fill; those with * are required.',
  upload: { drop: 'Drop the file here, or choose one', hint: 'CSV or Excel (.xlsx), any encoding, any number of rows', busy: 'Uploading {name}…', forbidden: 'You may not import: {object}', forbiddenHint: 'Ask an administrator to add “Import” to your role.' },
  steps: { upload: 'Upload', map: 'Columns', check: 'Check', run: 'Import', report: 'Result' },
  map: {
    column: 'Column of the file', sample: 'Samples', noSample: 'This column is empty', field: 'Goes to', fieldOf: '“{column}” goes to', ignore: 'Leave out', newField: '+ New field', sure: 'Recognised', likely: 'Please check', sheet: 'Worksheet',
    remembered: 'Columns as you chose them last time', guessAgain: 'Recognise anew', how: 'How to import', missing: 'Required fields are missing: {fields}. Choose a column for each, or give a default.', checkHint: 'Checking writes nothing.',
    mode: 'What to do', create: 'Only create', update: 'Only update', both: 'Update what exists, create the rest', matchBy: 'Find existing records by', noKey: 'First choose a column for the code, name, phone or email',
    duplicates: 'When a record exists already', skip: 'Skip the row', makeAnyway: 'Create it anyway', updateIt: 'Update the record',
    owner: 'Owner', me: 'Me', person: 'One person', whichPerson: 'Choose the owner', pool: 'Nobody yet (pool)', fromColumn: 'As the owner column says', check: 'Check every row', start: 'Import now',
    rows: 'About {n} {n|row|rows}', encoding: 'Encoding {encoding}', reason: 'Reason (needed where stages change)',
    defaults: 'Defaults: what new records get where the file says nothing', defaultAdd: 'Add a default', defaultField: 'Field', defaultFor: 'Default for {field}', defaultRemove: 'Remove the default for {field}',
  },
  newField: {
    title: 'New field for “{column}”', zh: 'Chinese name', en: 'English name', enHint: 'Same as the Chinese name when empty', type: 'Type', make: 'Create and use it', cancel: 'Cancel',
    choiceHint: 'The choices come from this column; they can be changed later under Objects and fields.', tooMany: 'This column holds too many different values for a list. Use a line of text.',
    types: {
      text: 'Line of text', longText: 'Several lines', choice: 'One of a list', multiChoice: 'Tags', number: 'Number', integer: 'Whole number', money: 'Money', date: 'Date', boolean: 'Yes / no', phone: 'Phone', email: 'Email', url: 'Web address',
    },
  },
  check: {
    ready: '{n} to create', errors: '{n} with errors', duplicates: '{n} {n|duplicate|duplicates} left out', updates: '{n} to update', same: '{n} unchanged', row: 'Row {n}', rowReady: 'Ready',
    which: 'Which rows to show', onlyErrors: 'Errors', onlyDuplicates: 'Duplicates and similar', onlyDoubles: 'Duplicates', noErrors: 'No errors', noDuplicates: 'No duplicates', clean: 'Every row can be imported', cleanHint: 'No errors and no duplicates were found.',
    fix: 'Save this row', fixed: 'Row {n} is corrected', stillBad: 'Row {n} still has a fault', back: 'Back to the columns', start: 'Start the import', more: 'Show more', likeness: 'Likeness {score}',
    skipHint: 'Correct rows right here. Those that stay wrong are left out; download, correct and import them afterwards.',
    forAll: 'All duplicates:', all: { skip: 'Skip all', update: 'Update all', create: 'Create all anyway' }, do: { skip: 'Skip', update: 'Update', create: 'Create' }, decisionOf: 'What to do with row {n}',
    several: '{n} records are like this row. Compare with:', whichRecord: 'Which record to compare with', unseen: 'It repeats a record that you may not see. Ask an administrator.', sameBody: 'The registration number or code is the same: it is the same body and cannot be created again.',
    field: 'Column', inFile: 'In the file', inSystem: 'In the system', differs: ' (differs)', empty: 'empty', allColumns: 'Show all {n} columns', lessColumns: 'Only what differs',
  },
  run: {
    checking: 'Checking', running: 'Importing', paused: 'Paused', undoing: 'Taking back', of: '{done} of {total} rows', done: '{done} {done|row|rows}',
    pause: 'Pause', resume: 'Go on', cancel: 'Stop', leave: 'You may leave this page: the work goes on in the background, also after a restart of the server.', pausedHint: 'What was imported stays; go on from here at any time.',
  },
  report: {
    done: 'The import is done', failed: 'The import stopped', cancelled: 'The import was stopped', undone: 'The import was taken back', created: 'Created', updated: 'Updated', unchanged: 'Unchanged',
    duplicates: 'Duplicates', errors: 'Errors', kept: 'Kept on undo', open: 'Show {object}', failedCsv: 'Rows left out (CSV)', failedXlsx: 'Rows left out (Excel)',
    undo: 'Take the whole import back', undoHint: 'New records go, changed ones become what they were; records that somebody changed since are kept and listed.', undoAsk: '{created} new {created|record|records} will be removed, {updated} changed {updated|one|ones} put back.', undoCreated: '{created} new {created|record|records} will be removed.', undoNow: 'Take it back', undoKeep: 'Keep the import',
    again: 'Import another file', toHistory: 'All imports and exports', resume: 'Go on with the import', keptRows: 'Records that were kept', problem: 'Reason: {problem}',
  },
  state: {
    draft: 'Draft', checking: 'Checking', checked: 'Checked', running: 'Importing', paused: 'Paused', done: 'Done', failed: 'Stopped', cancelled: 'Cancelled', undoing: 'Taking back', undone: 'Taken back',
  },
  export: {
    title: 'Export {object}', hint: 'Exports {n} {n|record|records}, filtered and sorted like the list.', format: 'File format', encoding: 'Encoding', start: 'Export', close: 'Close', excel: 'Excel (.xlsx)', csv: 'CSV',
    chosen: '{n} of {total} columns', asListed: 'As in the list', allColumns: 'All', noColumns: 'None', masked: 'Masked', maskedHint: 'Columns marked “Masked” stay masked in the file.',
    full: 'Masked columns with their full values', fullHint: 'Your password is asked again; who, why, which columns and how many rows go into the audit trail.', reason: 'Reason for the export', isFull: 'Full sensitive values',
    working: 'Making the file: {done} of {total}', ready: 'The file is ready: {n} {n|row|rows}.', download: 'Download {name}', failed: 'The export did not finish. Try again.', history: 'Exports', keep: 'Files are kept for 7 days.', until: 'The file is kept until {date}.', untilShort: 'until {date}',
    columns: 'Columns to export', none: 'Nothing was exported yet', noneHint: 'Choose records in a list, then Export.', direct: 'Downloaded at once',
    state: { running: 'Working', done: 'Ready', failed: 'Not finished', cancelled: 'Cancelled', expired: 'Expired' }, rows: '{n} {n|row|rows}',
  },
};
