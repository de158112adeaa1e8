import { Problem } from '../../../platform/contract/public.ts'
import type { Vault } from '../../../platform/crypto/public.ts'
import { httpWords, type Route, route } from '../../../platform/http/public.ts'
import { nextSerial, formatNumber } from '../../../platform/numbering/public.ts'
import {
  findOrganisation,
  hasOrganisationNamed,
  listOrganisations,
  saveOrganisation,
  savePersons,
} from '../../../kernel/people/public.ts'
import { parametersOn } from '../../../kernel/policy/public.ts'
import { recordAct } from '../../../kernel/record/public.ts'
import { listDistricts, listOccupationsById } from '../../../kernel/reference/public.ts'
import { checkUscc, civilDateOf, type CivilDate, type SkillLevel, yearOf } from '../../../kernel/values/public.ts'
import * as contract from './contract.ts'
import { readInstructor } from './instructor-given.ts'
import { getProvider } from './provider.ts'
import { problemsOfAgreement } from './rules.ts'
import { agreementsShown, instructorsOf, instructorsShown, sitesShown } from './shown.ts'
import {
  type AgreementRow,
  findAgreement,
  findSite,
  insertAgreement,
  insertInstructor,
  insertRoom,
  insertSite,
  listAgreements,
  listAgreementsOf,
  listSitesOf,
} from './store.ts'
import { words } from './words.ts'

export function agreementRoutes(needs: { vault: Vault }): Route[] {
  return [
    route(contract.listAgreements, async ({ tx, actor, query, now }) => {
      const filter = {
        organisationId: actor.organisationId ?? query.provider,
        occupationId: query.occupation,
        inForceOn: query.inForceOn,
      }
      const foreign =
        actor.organisationId !== null && query.provider !== undefined && query.provider !== actor.organisationId
      const rows = foreign ? [] : await listAgreements(tx, filter, query)
      return {
        items: await agreementsShown(tx, rows, civilDateOf(now)),
        next: rows.length === query.limit ? rows.at(-1)!.id : null,
      }
    }),

    route(contract.getAgreement, async ({ tx, actor, params, now }) => {
      const row = await findAgreement(tx, params.agreementId)
      if (!row || (actor.organisationId !== null && row.organisationId !== actor.organisationId))
        throw new Problem('not-found', httpWords.notFound)
      return (await agreementsShown(tx, [row], civilDateOf(now)))[0]!
    }),

    route(contract.makeAgreement, async ({ tx, actor, body, now, newId }) => {
      const today = civilDateOf(now)
      // The series row stays locked until the end, so that of two agreements made at once the second sees the first.
      const serial = await nextSerial(tx, 'agreement', yearOf(today))
      const provider = await findOrganisation(tx, body.organisationId)
      const known = {
        providerKnown: provider?.kind === 'provider',
        occupations: new Set(
          (
            await listOccupationsById(
              tx,
              body.items.map((item) => item.occupationId),
            )
          ).keys(),
        ),
        sites: new Set((await listSitesOf(tx, body.organisationId)).map((site) => site.id)),
        agreements: await listAgreementsOf(tx, body.organisationId),
      }

      const problems = problemsOfAgreement(body, known)
      if (problems.length > 0) throw new Problem('not-acceptable', words.notMade, { items: problems })
      const agreement: AgreementRow = {
        id: newId(),
        organisationId: body.organisationId,
        number: formatNumber(parametersOn(tx.district, today).get('numbering.agreement').value, {
          year: yearOf(today),
          serial,
        }),
        fromDate: body.fromDate as CivilDate,
        toDate: body.toDate as CivilDate,
        document: body.document,
        items: body.items.map((item) => ({ ...item, id: newId(), highestLevel: item.highestLevel as SkillLevel })),
      }

      await insertAgreement(tx, agreement, now)
      await recordAct(tx, {
        id: newId(),
        act: 'agreement.made',
        subjectKind: 'agreement',
        subjectId: agreement.id,
        actor,
        at: now,
        detail: { number: agreement.number },
      })
      return (await agreementsShown(tx, [agreement], today))[0]!
    }),

    route(contract.listProviders, async ({ tx, actor }) => {
      const all = await listOrganisations(tx, 'provider')
      const seen = all.filter((provider) => actor.organisationId === null || provider.id === actor.organisationId)
      return { providers: seen.map(({ id, name }) => ({ id, name })) }
    }),

    route(contract.registerProvider, async ({ tx, actor, body, now, newId }) => {
      const uscc = body.uscc === '' ? null : checkUscc(body.uscc)
      const items = [
        ...(uscc && !uscc.ok ? uscc.problems.map((why) => ({ at: 'body.uscc', sentence: why })) : []),
        ...((await hasOrganisationNamed(tx, body.name))
          ? [{ at: 'body.name', sentence: words.nameTaken(body.name) }]
          : []),
      ]
      if (items.length > 0) throw new Problem('not-acceptable', words.notRegistered, { items })

      const provider = { id: newId(), name: body.name }
      await saveOrganisation(tx, { ...provider, kind: 'provider', uscc: uscc?.ok ? uscc.value : null })
      await recordAct(tx, {
        id: newId(),
        act: 'provider.registered',
        subjectKind: 'organisation',
        subjectId: provider.id,
        actor,
        at: now,
        detail: { name: provider.name },
      })
      return provider
    }),

    route(contract.listSites, async ({ tx, actor, params }) => {
      await getProvider(tx, actor, params.organisationId)
      return { sites: await sitesShown(tx, params.organisationId) }
    }),

    route(contract.addSite, async ({ tx, actor, params, body, now, newId }) => {
      await getProvider(tx, actor, params.organisationId)
      const site = { id: newId(), organisationId: params.organisationId, ...body }
      await insertSite(tx, site)
      await recordAct(tx, {
        id: newId(),
        act: 'site.filed',
        subjectKind: 'organisation',
        subjectId: params.organisationId,
        actor,
        at: now,
        detail: { siteId: site.id },
      })
      return { ...site, rooms: [] }
    }),

    route(contract.addRoom, async ({ tx, actor, params, body, now, newId }) => {
      const site = await findSite(tx, params.siteId)
      if (!site) throw new Problem('not-found', httpWords.notFound)
      await getProvider(tx, actor, site.organisationId)
      const room = { id: newId(), siteId: site.id, ...body }
      await insertRoom(tx, room)
      await recordAct(tx, {
        id: newId(),
        act: 'room.filed',
        subjectKind: 'organisation',
        subjectId: site.organisationId,
        actor,
        at: now,
        detail: { roomId: room.id },
      })
      return room
    }),

    route(contract.listInstructors, async ({ tx, actor, params }) => {
      await getProvider(tx, actor, params.organisationId)
      return { instructors: await instructorsOf(tx, params.organisationId) }
    }),

    route(contract.fileInstructor, async ({ tx, actor, params, body, now, newId }) => {
      await getProvider(tx, actor, params.organisationId)
      const demonstration =
        (await listDistricts(tx.db)).find((each) => each.district === tx.district)?.demonstration ?? false

      const read = readInstructor(body, { today: civilDateOf(now), demonstration })
      if (!read.ok) throw new Problem('not-acceptable', words.instructor.notFiled, { items: read.problems })
      const { ok: _, ...person } = read

      const saved = await savePersons(tx, needs.vault, [{ id: newId(), ...person }])
      const instructor = {
        id: newId(),
        organisationId: params.organisationId,
        personId: saved.get(person.identityNumber)!,
        title: body.title,
      }
      await insertInstructor(tx, instructor)
      await recordAct(tx, {
        id: newId(),
        act: 'instructor.filed',
        subjectKind: 'organisation',
        subjectId: params.organisationId,
        actor,
        at: now,
        detail: { instructorId: instructor.id },
      })
      return (await instructorsShown(tx, [instructor]))[0]!
    }),
  ]
}
