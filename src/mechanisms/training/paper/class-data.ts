import type { Tx } from '../../../platform/db/public.ts'
import { listRecordedNames } from '../../../kernel/people/public.ts'
import { type FormName, parametersOn, type WordedForm, wordedForm } from '../../../kernel/policy/public.ts'
import type { District } from '../../../kernel/reference/public.ts'
import { civilDate } from '../../../kernel/values/public.ts'
import { listInstructorsById, listSitesById } from '../agreements/store.ts'
import type { TrainingClass } from '../classes/contract.ts'
import { classShown } from '../classes/shown.ts'
import { type ClassRow, findClass } from '../classes/store.ts'

export type FormNeeds = { readonly districtOf: (district: number) => District }

/** What the forms of a class have in common. An office's form gives names in full, where screens mask them. */
export type ClassOnPaper = {
  readonly row: ClassRow
  readonly shown: TrainingClass
  readonly place: string
  readonly teachers: ReadonlyMap<string, { readonly name: string; readonly title: string }>
  readonly worded: (name: FormName) => WordedForm
}

/** A class as its forms need it; worded as the county words forms on the class's first day. */
export async function classOnPaper(tx: Tx, needs: FormNeeds, classId: string): Promise<ClassOnPaper> {
  const row = await findClass(tx, classId)
  if (!row) throw new Error('a form of a class that does not exist')
  const shown = await classShown(tx, row)
  const site = (await listSitesById(tx, [row.siteId])).get(row.siteId)
  const instructors = await listInstructorsById(tx, [
    row.instructorId,
    ...shown.sessions.map((session) => session.instructorId),
  ])
  const names = await listRecordedNames(
    tx,
    [...instructors.values()].map((each) => each.personId),
  )
  const { nameZh, bureauZh } = needs.districtOf(tx.district)
  const places = { county: nameZh, bureau: bureauZh, provider: shown.provider.name, class: shown.title.zh }
  const parameters = parametersOn(tx.district, civilDate(row.startsOn))
  return {
    row,
    shown,
    place: [site?.townZh, site?.address, site?.name, shown.room.name].filter(Boolean).join(' '),
    teachers: new Map(
      [...instructors].map(([id, { personId, title }]) => [id, { name: names.get(personId)?.name ?? '', title }]),
    ),
    worded: (name) => wordedForm(parameters, name, places),
  }
}
