import type { zhCN } from './zh-CN.ts';

const usage = { active: 'In use', retired: 'Retired' };
const main = { main: 'Details' };

export const en: typeof zhCN = {
  objects: {
    skill: {
      one: 'Skill', many: 'Skills', groups: main, choices: { state: usage },
      fields: { code: 'Code', name: 'Name', about: 'About', needsCertificate: 'Certificate needed', validMonths: 'Valid for (months)', state: 'State' },
      help: { code: 'Case types, queues and service orders ask for a skill by its code or its name.', validMonths: 'Empty: for good. Granted by an exam it counts from that day.' },
    },
    staffSkill: {
      one: 'Skill of a person', many: 'Skills of people', groups: main, choices: { source: { entered: 'Entered', exam: 'Exam' } },
      fields: { subject: 'Name', skill: 'Skill', level: 'Level', certificateNumber: 'Certificate number', validFrom: 'Valid from', validUntil: 'Valid until', source: 'Source', exam: 'Exam', note: 'Note' },
      help: { level: '1 to 5, the higher the better.', validUntil: 'After this day the skill no longer counts.' },
    },
    shiftTemplate: {
      one: 'Shift pattern', many: 'Shift patterns', groups: main, choices: { state: usage, colour: { qing: 'Teal', hu: 'Amber', ju: 'Violet', green: 'Green', zhu: 'Red' } }, help: { ends: 'An end that is not after the start is on the next day.' },
      fields: { name: 'Name', shortName: 'Short name', starts: 'Starts', ends: 'Ends', breakMinutes: 'Break (minutes)', colour: 'Colour', position: 'Order', state: 'State' },
    },
    shiftUnit: {
      one: 'Unit with shifts', many: 'Units with shifts', groups: main, choices: {}, help: { isPlanned: 'Cases of a unit with shifts go only to people who are on shift.' }, fields: { subject: 'Unit', isPlanned: 'Assigns by shift', cover: 'People per shift' },
    },
    shiftPlan: {
      one: 'Shift plan', many: 'Shift plans', groups: main, choices: { state: { draft: 'Draft', published: 'Published' } }, help: {}, fields: { subject: 'Name', weekStart: 'Monday', state: 'State', publishedAt: 'Published at' },
    },
    shift: {
      one: 'Shift', many: 'Shifts', groups: main, choices: { state: { on: 'Planned', cancelled: 'Cancelled' } }, help: {},
      fields: { subject: 'Name', plan: 'Shift plan', template: 'Pattern', onDay: 'Day', startsAt: 'Starts', endsAt: 'Ends', breakMinutes: 'Break (minutes)', state: 'State' },
    },
    shiftSwap: {
      one: 'Swap request', many: 'Swap requests', groups: main, help: { partnerShift: 'Empty: the colleague takes the shift over.' },
      choices: { state: { asked: 'Waits for colleague', agreed: 'Waits for approval', approved: 'Approved', declined: 'Declined by colleague', refused: 'Not approved', withdrawn: 'Withdrawn' } },
      fields: { subject: 'Name', shift: 'My shift', partner: 'Colleague', partnerShift: 'In exchange for', reason: 'Reason', state: 'State', answer: 'Answer', decidedAt: 'Decided at', decidedBy: 'Decided by' },
    },
    absence: {
      one: 'Leave', many: 'Leave', groups: main, choices: { kind: { annual: 'Annual leave', sick: 'Sick leave', training: 'Training elsewhere', other: 'Other' } }, help: {}, fields: { kind: 'Kind', fromDay: 'From', toDay: 'To', note: 'Note' },
    },
    course: {
      one: 'Course', many: 'Courses', groups: main, choices: { kind: { classroom: 'Classroom', onTheJob: 'On the job', selfStudy: 'Self-study' }, state: usage }, help: {}, fields: { name: 'Name', kind: 'Way', about: 'Content', hours: 'Hours', state: 'State' },
    },
    trainingSession: {
      one: 'Training session', many: 'Training sessions', groups: main, choices: { state: { planned: 'Planned', held: 'Held', cancelled: 'Cancelled' } }, help: {},
      fields: { subject: 'Name', course: 'Course', startsAt: 'Starts', endsAt: 'Ends', place: 'Place', trainer: 'Trainer', seats: 'Seats', state: 'State' },
    },
    trainingPlace: {
      one: 'Training of a person', many: 'Training records', groups: main, choices: { attendance: { invited: 'Invited', attended: 'Attended', excused: 'Excused', absent: 'Absent' } }, help: {},
      fields: { subject: 'Course', session: 'Session', attendance: 'Attendance', note: 'Note' },
    },
    exam: {
      one: 'Exam', many: 'Exams', groups: main, choices: { state: { draft: 'Draft', active: 'Open', retired: 'Retired' } },
      help: { drawCount: 'Empty: all questions are asked.', passMark: 'Per cent of all points.' },
      fields: {
        name: 'Name', about: 'About', course: 'Course', minutes: 'Time limit (minutes)', passMark: 'Pass mark (%)', maxAttempts: 'Attempts', drawCount: 'Questions drawn', skill: 'Grants', skillLevel: 'Level granted', questionCount: 'Questions', edition: 'Edition', state: 'State',
      },
    },
    examAttempt: {
      one: 'Exam attempt', many: 'Exam attempts', groups: main, choices: { state: { running: 'In progress', marking: 'To be marked', passed: 'Passed', failed: 'Not passed' } }, help: {},
      fields: { subject: 'Name', exam: 'Exam', number: 'Attempt', edition: 'Edition', startedAt: 'Started', endsAt: 'Time ends', submittedAt: 'Handed in', state: 'Result', score: 'Score (%)', markedAt: 'Marked at', markedBy: 'Marked by' },
    },
    inductionPlan: {
      one: 'Induction plan', many: 'Induction plans', groups: main, choices: { state: usage }, help: {}, fields: { name: 'Name', about: 'About', steps: 'Steps', stepCount: 'Number of steps', state: 'State' },
    },
    induction: {
      one: 'Induction', many: 'Inductions', groups: main, choices: { state: { running: 'Running', done: 'Done', cancelled: 'Cancelled' } }, help: {},
      fields: { subject: 'Name', plan: 'Plan', mentor: 'Mentor', startedOn: 'Started', dueOn: 'Due', state: 'State', finishedAt: 'Finished', stepCount: 'Steps', doneCount: 'Steps done' },
    },
    inductionStep: {
      one: 'Induction step', many: 'Induction steps', groups: main, choices: { phase: { class: 'Class', practice: 'Practice', test: 'Test' }, state: { open: 'Open', done: 'Signed off' } }, help: {},
      fields: { title: 'Step', induction: 'Induction', position: 'Order', about: 'What matters', phase: 'Phase', dueOn: 'Due', state: 'State', exam: 'Exam', signedAt: 'Signed off at', signedBy: 'Signed off by', note: 'Remark' },
    },
  },
};
