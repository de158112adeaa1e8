/** What the room's other features (checks, attendance, marks) ask of the current roster. */
export { listEnrolmentIdsOfPerson, listEnrolmentsById, listRoster, type RosterEntry } from './store.ts'
