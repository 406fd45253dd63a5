import type { Translated } from '#kernel/texts.ts';
import type { zh } from './zh-CN.ts';

export const en: Translated<typeof zh> = {
  areas: {
    timeliness: 'Timeliness', flow: 'Flow', adaptability: 'Adaptability', anticipation: 'Anticipation', communication: 'Communication', feedback: 'Customer feedback', supervision: 'Organisation and supervision',
    appearance: 'Appearance', attitude: 'Attitude', attention: 'Attention', tact: 'Tact', guidance: 'Guidance', selling: 'Selling skill', problemSolving: 'Courteous problem solving',
  },
  faces: { procedural: 'Procedural', personal: 'Personal' },
  types: { cold: 'Cold', factory: 'Factory', friendly: 'Friendly', quality: 'Quality', none: 'No type' },
  states: { planned: 'Planned', running: 'Running', submitted: 'To confirm', confirmed: 'Confirmed', cancelled: 'Cancelled' },
  kinds: { mystery: 'Mystery shopper', phone: 'Phone audit' },
  answers: { yesNo: 'Yes or no', scale: '1 to 5', number: 'Number' },
  demands: { never: 'Not asked', failed: 'When missed', always: 'Always' },
  directions: { atMost: 'at most', atLeast: 'at least' },
  cancel: 'Cancel', save: 'Save', print: 'Print', unit: 'Unit',
  fill: {
    title: 'Fill in an audit', yes: 'Yes', no: 'No', none: 'N/A', atMost: 'Target: at most {target} {unit}', atLeast: 'Target: at least {target} {unit}', missing: 'Please answer', needsComment: 'Please comment', needsPhoto: 'Please take a photo', and: ', ',
    more: 'Add a comment or photo', comment: 'Comment', commentOn: 'Comment: {item}', photo: 'Photo', photoOf: '{item}, photo {at}', photoRemove: 'Remove photo {at}', note: 'Summary', progress: '{done} of {total} done', submit: 'Hand in', next: 'Next one missing',
    sent: 'Handed in, waiting for confirmation', queued: 'No network: kept on this device, handed in when it is back', kept: 'Kept on this device, also without network', unkept: 'This device cannot keep it: do not close the page', returned: 'Sent back: {reason}', denied: 'This audit cannot be filled in', deniedHint: 'Only its auditor fills it in, and not after handing in.',
    notHere: 'This audit is not on this device', notHereHint: 'Open it again with network.', waiting: 'Done, waiting for the network', waitingHint: 'It is handed in by itself.',
  },
  signal: { waiting: '{count} {count|audit|audits} to hand in', refused: '{count} {count|audit needs|audits need} a look', sent: 'Handed in: {title}' },
  desk: {
    title: 'Audits', hint: 'What is to do, by date; answers are kept on the phone first and survive a lost network.', plan: 'Plan audits', results: 'Results', records: 'All records', todo: 'To do', nothing: 'Nothing to audit now', nothingHint: 'What a supervisor plans for you appears here.', begin: 'Begin', goOn: 'Go on',
    done: 'Handed in', recent: 'Lately confirmed', report: 'Open', confirm: 'For you to confirm', look: 'Look and confirm', late: 'past its day', onDevice: 'On this device', waiting: 'Waiting for network', refused: 'Not accepted by the server', again: 'Hand in again', drop: 'Delete from device', dropTitle: 'Delete from device', dropHint: 'Answers and photos of {title} on this device are deleted for good.', by: 'Auditor {name}', draft: 'Half filled in', sendNow: 'Hand in now',
  },
  plan: {
    title: 'Plan audits', template: 'Template', places: 'Where', auditors: 'Who', days: 'From', months: 'Months in a row', hint: 'In turn, the one with the fewest first, nobody their own unit, not the same person twice running.', preview: 'Show who gets what', done: '{count} {count|audit|audits} planned', noTemplate: 'There is no template yet: load the library under service standards.', nobody: 'Nobody: all who are named work there',
    makes: 'Plan {count}', site: 'Sales site',
  },
  report: {
    title: 'Audit report', back: 'Audits', print: 'Print', fill: 'Fill in', confirm: 'Confirm', confirmHint: 'Then {unit} may read the result, and it is final.', confirmed: 'Confirmed', return: 'Send back', returnReason: 'Reason', returned: 'Sent back', cancel: 'Cancel audit', cancelHint: 'Then nobody has to do it.', cancelled: 'Cancelled', improve: 'Ask for improvement', done: 'Done', planned: 'Planned on', auditor: 'Auditor', confirmedBy: 'Confirmed by', template: 'Template', version: 'version {number}',
    score: '{points} of {weight} points, {items} {items|item|items}', leftOut: ', {count} not applicable and left out', line: 'target {target}%', below: 'below the target of {target}%', met: 'on target', area: 'Area', scoreHead: 'Score', made: 'How it was scored', item: 'Item', answer: 'Answer', weight: 'Weight', share: 'Reached', missed: 'Missed', notApplicable: 'N/A', yes: 'Yes', no: 'No', points: '{value} of 5', against: '{measured} (target: {direction} {target})', note: 'Summary', improvements: 'Improvements',
    noImprovement: 'Below target, and no improvement was asked for yet.', empty: 'Not filled in yet', photos: 'Photos', legend: 'The share of each item times its weight, added up and divided by the sum of weights; what does not apply is left out.',
  },
  improve: {
    title: 'Improvements', hint: 'What follows from audits below target; the next audit of the unit says whether it helped.', subject: 'What', plan: 'How', item: 'About', owner: 'Responsible', dueOn: 'Due on', save: 'Ask', done: 'Asked; the responsible person is told', general: 'The whole', overdue: 'overdue', due: 'due {day}', finish: 'Mark as done', finishTitle: 'Finish the improvement', result: 'What was done', finished: 'Noted', empty: 'No improvements', emptyHint: 'What is asked for in an audit report appears here.',
    effects: { pending: 'next audit will tell', improved: 'improved', notYet: 'still missed' }, open: 'Open', closed: 'Done', from: 'from {audit}', onlyOverdue: 'Overdue only', counts: '{open} open, {overdue} of them overdue',
  },
  results: {
    title: 'Audit results', hint: 'Confirmed audits: which type of service, where it goes, what is missed most.', map: 'Four types of service', mapLabel: 'Procedural and personal score of each place', trend: 'Trend', trendLabel: 'Score by month', bothFaces: 'Both faces', missed: 'Missed most often', empty: 'No confirmed audits in this time', emptyHint: 'Choose another time, or wait for confirmation.', month: 'Month', audits: 'Audits', place: 'Place', type: 'Type', range: 'Time', ranges: { quarter: '3 months', half: '6 months', year: '1 year', two: '2 years' },
    kind: 'Kind', allKinds: 'All kinds', allUnits: 'All units', rate: 'missed {failed} of {asked} times', axisX: 'Procedural (%) →', axisY: 'Personal (%) →', open: 'Latest', rows: 'By area', count: '{count} {count|audit|audits}',
  },
  library: {
    title: 'Service standards', hint: 'Seven procedural and seven personal areas; each item can be seen or measured.', load: 'Load the library', loaded: '{standards} standards, {templates} templates, {blueprints} circles added', loadHint: 'What is there stays; only what is missing is added.', add: 'New standard', empty: 'No service standards yet', emptyHint: 'Load the shipped standards, audit templates and service circles with one press, then make them your own.', templates: 'Audit templates', circles: 'Service circles', count: '{count} {count|item|items}', target: 'target {direction} {target} {unit}', weight: 'weight {weight}', retired: 'retired', draft: 'draft',
  },
  templates: {
    title: 'Audit templates', hint: 'Changed items make a new version; running audits finish on theirs.', add: 'New template', empty: 'No templates yet', items: '{count} {count|item|items}, version {number}', name: 'Name', kind: 'Kind', state: 'State', inUse: 'In use', retired: 'Retired', save: 'Save', saved: 'Saved, version {number}', addStandard: 'Add a standard', choose: 'Choose a standard', text: 'Item', weight: 'Weight', comment: 'Comment', photo: 'Photo', remove: 'Remove {item}', up: 'Move {item} up', down: 'Move {item} down', back: 'Audit templates', none: 'Add at least one standard', newName: 'New template',
  },
  circle: {
    title: 'Service circles', hint: 'Each step of the customer: moment of truth, expectation, standards, waits and audit score.', add: 'New circle', empty: 'No service circles yet', emptyHint: 'Load one under service standards, or make your own.', edit: 'Edit steps', view: 'Show circle', moment: 'Moment of truth', expectation: 'Customer expects', standards: 'Standards', wait: 'Wait', waitTarget: 'target {time}', measured: 'measured {time} ({count} times)', slow: 'over target', quick: 'within target', latest: 'latest audit {score}%', noScore: 'no audit yet', measure: 'Note a wait', seconds: 'Wait (seconds)', measuredOn: 'Day', measuredDone: 'Noted', name: 'Step', target: 'Target wait (seconds)', addStep: 'Add a step', remove: 'Remove {name}', up: 'Move {name} up', down: 'Move {name} down', drag: 'Drag to reorder, or Alt with the arrow keys', save: 'Save steps', saved: 'Saved', steps: '{count} {count|step|steps}', noSteps: 'No steps yet', back: 'Service circles', moved: '{name} is now step {at}', s: '{n} s', min: '{n} min', h: '{n} h', record: 'Details', newStep: 'New step', actual: 'Actual wait from', byHand: 'Noted by hand and by audits', taken: 'median of 90 days {time} ({count} times)', noneTaken: 'nothing in 90 days',
  },
};
