import type { Translated } from '#kernel/texts.ts';
import type { zh } from './zh-CN.ts';

export const en: Translated<typeof zh> = {
  title: 'Policies', denied: 'You may not see this', deniedHint: 'It needs the right "See policies and decisions". Ask your administrator.', always: 'always in force', since: 'from {day}', comma: '; ',
  inForce: 'v{number} in force ({since})', notInForce: 'Not in force', next: 'v{number} {since}', nameZh: 'Chinese name', nameEn: 'English name', undo: 'Undo', redo: 'Redo',
  open: { draft: 'Draft v{number}', submitted: 'Submitted v{number}' },
  tab: { label: 'Pages of the policy', table: 'Table', whatIf: 'What if', simulation: 'Simulation', history: 'Versions' },
  save: { saved: 'Saved', waiting: 'Editing', saving: 'Saving', lost: 'Not saved yet, will try again', conflict: 'Changed by somebody else' },
  draft: { start: 'Draft a change', started: 'Draft v{number} begun. The version in force stays as it is' },
  packs: {
    hint: "The company's written rules; every result names its clause. A change begins as a draft, is simulated and approved, and decides from a chosen day on. Past decisions stay.", policy: 'Policy', inForce: 'In force', change: 'Changes', rows: 'Rows', next: 'Next {since}', shipped: 'Shipped',
    part: '{used} of {total} policies in use', addRest: 'Add the rest', addRestTitle: 'Add the rest of {pack}', addRestHint: '{count} {count|policy|policies} will be in force at once. Those in use stay as the company wrote them.', restAdded: '{count} {count|policy|policies} added to {pack}', whoInstalls: 'Somebody who may approve policies puts it into use.',
    offered: 'Packs you can use', count: '{count} {count|policy|policies}', install: 'Put into use', installTitle: 'Put "{pack}" into use', installHint: 'Its {count} {count|policy takes|policies take} effect at once. Each can be changed afterwards, with approval.', installed: '"{pack}" is in use',
    none: 'No policies yet', noneHint: 'Import a pack from a file, or ask an administrator to put a shipped pack into use.', noneOffered: 'Put one of the packs below into use and adapt it to your wording, or import a pack from a file.', noPolicies: 'This pack has no policies.', menuOf: 'More for "{pack}"',
    export: 'Export to a file', copy: 'Copy', compareWith: 'Compare with "{pack}"', copyTitle: 'Copy the pack', copyName: '{pack} (copy)', copied: 'Copied as "{pack}"; its policies are drafts', key: 'Key', keyHint: 'Begins with a small letter; digits and hyphens are allowed. Cannot be changed later.',
    import: 'Import a pack', importDo: 'Import', drop: 'Drop a file here, or press to choose', dropHint: 'A .json file exported by this product', read: '"{pack}": {count} {count|policy|policies}, {rows} {rows|row|rows}. They begin as drafts and decide once approved.', imported: '"{pack}" imported; its policies are drafts', place: '{path}: {message}',
    fault: { 'not-json': 'This file is not JSON; the download may be incomplete. Export it again.', 'not-a-pack': 'This file is not a policy pack. These places do not fit:' },
  },
  hit: { U: 'Unique', A: 'Any', F: 'First', P: 'Priority', R: 'Rule order', O: 'Output order', C: 'Collect', sum: 'Sum', number: 'Count', least: 'Least', most: 'Most' },
  table: { conditions: 'Conditions', results: 'Results', spread: 'Show columns', fold: 'Fold conditions', 
    hit: 'Hit policy: {policy} ({code})', rows: '{count} {count|row|rows}', overlap: '{count} {count|overlap|overlaps}', noOverlap: 'no overlap', gap: 'a gap', noGap: 'no gap', faulty: '{count} to correct', unchecked: 'too large to check wholly', settings: 'Table', hitLabel: 'Hit policy',
    hitHint: 'Unique: exactly one row applies to any case. First: the first row from the top that applies.', remove: 'Delete this table', empty: 'No rows yet. Add one and say which case gives which result.', keys: 'Arrows move, Enter edits, Alt+Up/Down moves the row, Ctrl+Z undoes', add: 'Add another table', newName: 'Helper table', newResult: 'Result',
  },
  row: { otherwise: 'Anything else', more: 'Add a condition', add: 'Add a row', insert: 'Insert below', copy: 'Duplicate', up: 'Move up', down: 'Move down', remove: 'Delete row', menu: 'Actions for row {row}', grip: 'Drag row {row}', numbered: 'Row {row}, ', noClause: 'none', cellOf: '{column}: ' },
  column: {
    left: 'Move left', right: 'Move right', remove: 'Delete column', add: 'Add', addLong: 'Add a condition', noOffers: 'All known facts are in the table.', newResult: 'Add a result', name: 'Name', type: 'Type', source: { offered: 'offered', derived: 'derived', table: 'earlier table' },
  },
  type: { boolean: 'Yes / no', number: 'Number', text: 'Text', date: 'Date', choice: 'Choice', choices: 'Choices', dateTime: 'Date and time' },
  cell: {
    yes: 'Yes', no: 'No', unknown: 'Not known', empty: 'Leave empty', done: 'Done', reset: 'Reset', mode: 'Condition', operator: 'Comparison', value: 'Value', from: 'From', to: 'To', including: 'included', lines: 'One a line', anyHint: 'Applies whatever it is.',
    modes: { any: 'Any', oneOf: 'One of', not: 'Not', compare: 'Compare', range: 'Range', feel: 'FEEL' }, sign: { lt: 'less than (before)', le: 'at most', gt: 'more than (after)', ge: 'at least' },
    feel: 'FEEL expression', feelHint: 'For those who know DMN; ? is the value of this column.', feelWrong: 'This is no FEEL that can run. It is kept as typed.', valueWrong: 'This does not fit the type of the column. It is kept as typed.',
  },
  clause: {
    title: 'Clause', all: 'Clauses', key: 'Number', zh: 'Chinese wording', en: 'English wording', interpretation: 'This is our interpretation', interpretationHint: 'For what the source leaves open and the company settles by its own reading.', mark: 'Interpretation', taken: 'There is a clause with this number.', noText: 'The wording has not been written down.', none: 'This row cites no clause.',
    choose: 'Cite another clause', edit: 'Edit', new: 'New clause', uncited: 'cited by no row', remove: 'Delete', noClauses: 'No clauses yet.',
  },
  parts: { parameters: 'Parameters', derived: 'Derived facts', addDerived: 'Add', noDerived: 'Facts computed from others, such as the months between two dates.', newDerived: 'New fact', expression: 'FEEL expression', editOf: 'Edit "{name}"', remove: 'Delete' },
  finding: {
    gap: 'Gap: no row applies to this case. {example}', overlap: 'Overlap: rows {rows} all apply to this case. {example}', unreachable: 'Row {rows} can never decide.', unchecked: 'Too many combinations to check; split the table in two.', value: '{column}: {value}', holds: '{column} meets {cell}', holdsNot: '{column} does not meet {cell}',
    row: 'Row {row}', jump: 'Row {row}',
  },
  fault: {
    'name-taken': 'The name {text} is used twice.', 'bad-name': '{text} cannot be a FEEL name.', 'row-length': '{place} has another number of cells than the table has columns.', 'not-feel': '{place}: "{text}" is no FEEL that can run.', 'unknown-name': '{place}: there is no fact named {text}.', 'wrong-type': '{place}: "{text}" does not fit the type of the column.',
    'not-a-choice': '{place}: "{text}" is not among the choices.', 'unknown-clause': '{place} cites no clause.', 'wrong-sum': '{place}: the shares add up to {text}, not 100.', 'no-table': 'This policy has no table yet.', 'runs-later': '{text} comes from a later table and is not known here.',
  },
  pointFault: { 'fact-not-offered': 'The product cannot tell the fact {name}. Delete the column that uses it.', 'fact-type': 'The fact {name} has another type than the product tells.', 'result-missing': 'The result {name} that the product needs is missing.', 'result-type': 'The result {name} has another type than the product needs.', 'result-unknown': 'The product does not know the result {name}.' },
  cases: {
    title: 'Test cases', passed: '{passed} / {total} passed', waiting: 'not run', none: 'Write cases that you are sure of; every change is checked against them.', add: 'Add a case', one: 'Test case', name: 'Description', facts: 'Facts', must: 'Must give', pickClause: 'Choose', take: 'Take this', remove: 'Delete', expected: 'Expected: {clause}, {results}', found: 'Found: {found}',
    foundDecided: '{clause}, {results}', foundMissing: '{facts} missing', foundNothing: 'no clause applies', foundFault: 'cannot decide', foundNow: 'The table as it is: {clause}, {results}', foundNone: 'The table as it is gives no result for these facts yet.',
  },
  submit: {
    open: 'Submit', title: 'Submit draft v{number}', do: 'Submit', day: 'In force from', tomorrow: 'Tomorrow', month: 'First of next month', note: 'Why the change', hint: 'What happens from the first minute of that day is decided by the new version; earlier decisions stay.', blocked: '{count} {count|point|points} to correct before it can be submitted.', done: 'v{number} submitted, waiting for approval',
  },
  settle: {
    waiting: 'Waits for approval', approve: 'Approve', return: 'Return', approveTitle: 'Approve v{number}', approveHint: 'It decides {since}. An approved version never changes; a correction is a new version.', note: '{who}: {note}', returnTitle: 'Return v{number}', reason: 'What should change', approved: 'v{number} approved', returned: 'v{number} returned; it is a draft again',
  },
  conflict: { title: 'Somebody else changed this draft', hint: 'Struck is theirs, marked is yours. Nothing is lost either way: after taking theirs, undo leads back to yours.', mine: 'Save mine', theirs: 'Take theirs', show: 'Compare both' },
  compare: {
    title: 'Compare', versions: '{policy}: v{a} and v{b}', packs: 'Compare packs', packsHint: 'Paired by what they decide, row by row.', before: 'Before', after: 'After', choose: 'Choose', chooseHint: 'Choose two packs at the top right.', same: 'The two are the same.', change: 'Change', rows: '{count} {count|row|rows} differ, {hidden} the same', hit: 'Hit policy changed from {before} to {after}.',
    columnsAdded: 'Columns added: {columns}', columnsRemoved: 'Columns removed: {columns}', texts: 'Clauses, parameters and derived facts', otherPart: 'The wording in the other language, or its mark, differs.', onlyAfter: 'Only in the newer pack.', onlyBefore: 'Only in the older pack.', kind: { added: 'added', removed: 'removed', changed: 'changed' },
  },
  ask: {
    facts: 'What is known', answer: 'Decision', day: 'Day of the event', draft: 'Try the draft v{number}', version: 'Decided by v{number} ({since})', noVersion: 'No version was in force on this day', noVersionHint: 'Choose another day, or try the draft.', next: 'OK', change: 'Answer "{fact}" anew', clear: 'Clear "{fact}"', again: 'Start again', enough: 'This is enough to decide; nothing else matters.',
    waiting: 'At most {count} {count|question|questions} to go.', refused: 'These facts do not fit: {facts}', faulty: 'Cannot decide: {message}', conflict: 'several rows apply at once', broken: 'This version has cells that cannot run. Correct them first.', keep: 'Keep as a test case', keepDo: 'Keep', keepHint: 'Goes into the open draft.', keepDraftHint: 'A draft is begun for it; the version in force stays as it is.', kept: 'Kept as a case of draft v{number}',
  },
  sim: {
    title: 'Simulation', cardOf: 'Simulation: {from} to {to}', cardHint: 'Past decisions run through this draft: which results would differ.', lastMonths: 'Simulate the last 6 months', again: 'Run again', more: 'See the list', changed: '{count|decision|decisions} would change, of {total}', amount: '{amount} would move, {people} {people|person|people}', version: 'Version', from: 'From', to: 'To', run: 'Simulate',
    begin: 'Choose a period and simulate', hint: 'Decisions of the period are run again for comparison. Nothing is changed.', list: 'Decisions that would change', subject: 'About', day: 'Day', results: 'Result', people: 'People', gained: '{count} more', lost: '{count} fewer', nothing: 'no clause applies', same: 'Every result stays the same.', noDecisions: 'No decisions in this period', noDecisionsHint: 'Try another period.', moreLines: 'Show more ({count} left)',
  },
  history: {
    title: 'All versions', hint: 'Tick two versions to compare them.', compare: 'Compare', drop: 'Give the draft up', dropTitle: 'Give draft v{number} up', dropHint: 'It is folded away under "given up"; a new draft can still begin from it.', dropped: 'Draft v{number} given up', withdrawn: '{count} {count|version|versions} given up', choose: 'Choose v{number} to compare', draftFrom: 'Draft from this', basedOn: 'from v{number}',
    draftedBy: 'drafted by {who}', submittedBy: 'submitted by {who}', approvedBy: 'approved by {who}, {at}', changed: 'last changed {at}', decisions: '{count} {count|decision|decisions}', dmnExport: 'Export v{number} as DMN', dmnImport: 'Replace the draft by a DMN file', dmnImported: 'Draft v{number} now holds what is in the file', dmnNotes: 'Notes on the import', state: { draft: 'Draft', submitted: 'Submitted', withdrawn: 'Given up', inForce: 'In force', coming: 'Coming', superseded: 'Superseded' },
  },
  decisions: { title: 'Decisions', hint: 'Every result that came from a policy can be asked why.', all: 'All policies', when: 'When', why: 'Why', who: 'By', system: 'The system', none: 'No decisions yet', noneHint: 'Once policies are in use, each decision of the product is written down here.', noneFound: 'No decision fits', noneFoundHint: 'Widen the conditions.', more: 'Earlier decisions' },
  subject: { nameless: '{object} (no name recorded)' },
};
