export { loadReference } from './load.ts'
export {
  type CalendarDay,
  type Code,
  type District,
  findOccupation,
  listCalendar,
  listCodes,
  listDistricts,
  listOccupations,
  listOccupationsById,
  listTowns,
  type Occupation,
  officialCalendar,
  saveDistrict,
  saveOccupations,
  type Town,
} from './store.ts'
