import type { Tx } from '../../../platform/db/public.ts'
import { listOrganisationNames, listPersons } from '../../../kernel/people/public.ts'
import { listOccupationsById, type Occupation } from '../../../kernel/reference/public.ts'
import type { Sentence } from '../../../platform/contract/public.ts'
import { levelName } from '../../../kernel/values/public.ts'
import type { Agreement, Instructor, Site } from './contract.ts'
import {
  type AgreementRow,
  type InstructorRow,
  listInstructorsOf,
  listRoomsAt,
  listSitesById,
  listSitesOf,
} from './store.ts'

/** An occupation as people say it: its trade where it has one. */
export function occupationName(occupation: Occupation | undefined, id: string): Sentence {
  if (!occupation) return { zh: id, en: id }
  const trade = occupation.tradeZh === '' ? '' : `(${occupation.tradeZh})`
  return { zh: `${occupation.nameZh}${trade}`, en: `${occupation.nameEn}${trade}` }
}

/** Agreements with the names of what they speak of. */
export async function agreementsShown(tx: Tx, rows: readonly AgreementRow[], today: string): Promise<Agreement[]> {
  const items = rows.flatMap((row) => row.items)
  const providers = await listOrganisationNames(
    tx,
    rows.map((row) => row.organisationId),
  )
  const occupations = await listOccupationsById(
    tx,
    items.map((item) => item.occupationId),
  )
  const sites = await listSitesById(
    tx,
    items.map((item) => item.siteId),
  )
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    provider: { id: row.organisationId, name: providers.get(row.organisationId) ?? '' },
    fromDate: row.fromDate,
    toDate: row.toDate,
    inForce: row.fromDate <= today && today <= row.toDate,
    document: row.document,
    items: row.items.map((item) => ({
      id: item.id,
      occupation: {
        id: item.occupationId,
        name: occupationName(occupations.get(item.occupationId), item.occupationId),
      },
      highestLevel: item.highestLevel,
      highestLevelName: levelName(item.highestLevel),
      site: { id: item.siteId, name: sites.get(item.siteId)?.name ?? '' },
    })),
  }))
}

/** A provider's sites with their rooms. */
export async function sitesShown(tx: Tx, organisationId: string): Promise<Site[]> {
  const sites = await listSitesOf(tx, organisationId)
  const rooms = await listRoomsAt(
    tx,
    sites.map((site) => site.id),
  )
  return sites.map(({ id, name, townZh, address }) => ({
    id,
    name,
    townZh,
    address,
    rooms: rooms
      .filter((room) => room.siteId === id)
      .map((room) => ({ id: room.id, name: room.name, seats: room.seats })),
  }))
}

/** Instructors, masked. */
export async function instructorsShown(tx: Tx, rows: readonly InstructorRow[]): Promise<Instructor[]> {
  const persons = await listPersons(
    tx,
    rows.map((row) => row.personId),
  )
  return rows.map((row) => {
    const person = persons.get(row.personId)
    return {
      id: row.id,
      maskedName: person?.maskedName ?? '',
      maskedIdentity: person?.maskedIdentity ?? '',
      title: row.title,
    }
  })
}

export async function instructorsOf(tx: Tx, organisationId: string): Promise<Instructor[]> {
  return instructorsShown(tx, await listInstructorsOf(tx, organisationId))
}
