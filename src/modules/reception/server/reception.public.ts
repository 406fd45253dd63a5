export { receptionModule } from './reception.module.ts';
export { readSite, type Site, siteMembers, type SiteMember } from './sites/read-site.ts';
export { assignTurn, type AssignedTurn, type TurnRequest } from './turns/assign-turn.ts';
export { refuseTurn, reverseTurn, type TurnReason } from './turns/give-back-turn.ts';
export { addTurnListener, type TurnEvent, type TurnListener } from './turns/turn-listeners.ts';
export { endTurn, readTurn, takeUpTurn, type Turn, turnsOf } from './turns/turn-steps.ts';
