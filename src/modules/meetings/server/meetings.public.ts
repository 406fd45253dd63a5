export { type MeetingDraft, callMeeting, openMeetingsAbout } from './actions/call-meeting.ts';
export { type ActionWish, addAction, finishActionsAbout } from './actions/meeting-actions.ts';
export { type MeetingListener, type MeetingOutcome, addMeetingListener } from './meeting-listeners.ts';
export { meetingsModule } from './meetings.module.ts';
