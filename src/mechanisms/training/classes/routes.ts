import { Problem } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { type Route, route } from '../../../platform/http/public.ts'
import type { Integrity } from '../../../kernel/integrity/public.ts'
import { recordAct } from '../../../kernel/record/public.ts'
import { listCodes, listOccupations, listOccupationsById } from '../../../kernel/reference/public.ts'
import type { CivilDate, SkillLevel } from '../../../kernel/values/public.ts'
import { instructorsOf, occupationName, sitesShown } from '../agreements/shown.ts'
import { listAgreementsOf, listInstructorsOf, listRoomsAt, listSitesOf } from '../agreements/store.ts'
import { changedFields } from '../rosters/judged-by.ts'
import { listRoster } from '../rosters/listing.ts'
import { rosterSubjects } from '../rosters/subjects.ts'
import * as contract from './contract.ts'
import { getClassRow, lockClass, permit } from './public-to-room.ts'
import { type OnFile, problemsOfPlan } from './rules.ts'
import { classesShown, classShown } from './shown.ts'
import { findClass, insertClass, insertEvent, listClasses, type PlanColumns, updatePlan } from './store.ts'
import { words } from './words.ts'

/** More occupations than one search for a class needs. */
const OCCUPATIONS_SEARCHED = 200

const codesOf = async (tx: Tx, list: string) =>
  (await listCodes(tx, list)).map((code) => ({ code: code.code, name: { zh: code.nameZh, en: code.nameEn } }))

async function onFile(tx: Tx, organisationId: string, plan: contract.ClassPlan): Promise<OnFile> {
  const sites = await listSitesOf(tx, organisationId)
  const rooms = await listRoomsAt(
    tx,
    sites.map((site) => site.id),
  )
  const codes = async (list: string) => new Set((await codesOf(tx, list)).map((each) => each.code))
  return {
    occupations: new Set((await listOccupationsById(tx, [plan.occupationId])).keys()),
    kinds: await codes('training-kinds'),
    certificateKinds: await codes('certificate-kinds'),
    funds: await codes('funds'),
    sites: new Set(sites.map((site) => site.id)),
    siteOfRoom: new Map(rooms.map((room) => [room.id, room.siteId])),
    instructors: new Set((await listInstructorsOf(tx, organisationId)).map((instructor) => instructor.id)),
  }
}

/** The plan, when nothing keeps it from being saved. */
async function savable(tx: Tx, organisationId: string, plan: contract.ClassPlan): Promise<PlanColumns> {
  const problems = problemsOfPlan(plan, await onFile(tx, organisationId, plan))
  if (problems.length > 0) throw new Problem('not-acceptable', words.notSaved, { items: problems })
  return {
    ...plan,
    level: plan.level as SkillLevel,
    startsOn: plan.startsOn as CivilDate,
    endsOn: plan.endsOn as CivilDate,
  }
}

export function classRoutes(needs: { integrity: Integrity }): Route[] {
  return [
    route(contract.listClasses, async ({ tx, actor, query }) => {
      const occupations = query.search
        ? await listOccupations(tx, { search: query.search, limit: OCCUPATIONS_SEARCHED })
        : []
      const search = query.search
        ? { text: query.search, occupationIds: occupations.map((each) => each.id) }
        : undefined
      const foreign =
        actor.organisationId !== null && query.provider !== undefined && query.provider !== actor.organisationId
      const filter = {
        organisationId: actor.organisationId ?? query.provider,
        status: query.status,
        occupationId: query.occupation,
        search,
      }
      const rows = foreign ? [] : await listClasses(tx, filter, query)
      return { items: await classesShown(tx, rows), next: rows.length === query.limit ? rows.at(-1)!.id : null }
    }),

    route(contract.classChoices, async ({ tx, actor }) => {
      if (actor.organisationId === null) throw new Problem('forbidden', words.onlyProviders)
      const agreements = await listAgreementsOf(tx, actor.organisationId)
      const occupations = await listOccupationsById(
        tx,
        agreements.flatMap(({ items }) => items.map((item) => item.occupationId)),
      )
      return {
        kinds: await codesOf(tx, 'training-kinds'),
        certificateKinds: await codesOf(tx, 'certificate-kinds'),
        funds: await codesOf(tx, 'funds'),
        agreed: agreements.flatMap((agreement) =>
          agreement.items.map((item) => ({
            agreement: agreement.number,
            fromDate: agreement.fromDate,
            toDate: agreement.toDate,
            occupation: {
              id: item.occupationId,
              name: occupationName(occupations.get(item.occupationId), item.occupationId),
            },
            highestLevel: item.highestLevel,
            siteId: item.siteId,
          })),
        ),
        sites: await sitesShown(tx, actor.organisationId),
        instructors: await instructorsOf(tx, actor.organisationId),
      }
    }),

    route(contract.getClass, async ({ tx, actor, params }) =>
      classShown(tx, await getClassRow(tx, actor, params.classId)),
    ),

    route(contract.draftClass, async ({ tx, actor, body, now, newId }) => {
      if (actor.organisationId === null) throw new Problem('forbidden', words.onlyProviders)

      const plan = await savable(tx, actor.organisationId, body)

      const [id, eventId] = [newId(), newId()]
      await insertClass(tx, { ...plan, id, organisationId: actor.organisationId })
      const { accountId, personId } = actor
      await insertEvent(tx, {
        id: eventId,
        classId: id,
        statusFrom: null,
        statusTo: 'draft',
        reasons: [],
        checks: null,
        accountId,
        personId,
        businessAt: now,
        submissionId: null,
      })
      await recordAct(tx, { id: eventId, act: 'class.drafted', subjectKind: 'class', subjectId: id, actor, at: now })
      return classShown(tx, (await findClass(tx, id))!)
    }),

    route(contract.changePlan, async ({ tx, actor, params, body, now, newId }) => {
      const row = await lockClass(tx, actor, params.classId)

      permit(row, 'change')
      const plan = await savable(tx, row.organisationId, body)

      await updatePlan(tx, row.id, plan)
      // Whoever is on the roster was judged by the former plan: they are judged again now, not only when it is filed.
      if (row.rosterImportId !== null && changedFields(row, plan).length > 0) {
        const subjects = rosterSubjects({ ...row, ...plan }, await listRoster(tx, row.id))
        await needs.integrity.run(tx, { moment: 'enrolment', groupId: row.id, subjects, now })
      }
      await recordAct(tx, {
        id: newId(),
        act: 'class.changed',
        subjectKind: 'class',
        subjectId: row.id,
        actor,
        at: now,
      })
      return classShown(tx, (await findClass(tx, row.id))!)
    }),
  ]
}
