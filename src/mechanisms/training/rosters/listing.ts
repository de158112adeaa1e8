/** What the room's other features (checks, attendance, marks) ask of the current roster. */
export { listEnrolmentsById, listRoster, type RosterEntry } from './store.ts'
