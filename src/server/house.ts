import fastify, { type FastifyInstance } from 'fastify'
import { accountHold } from '../kernel/access/retention/holds.ts'
import { accessRoutes } from '../kernel/access/routes.ts'
import {
  accessConstraintWords,
  accessPersonal,
  accessSealed,
  admissionOf,
  ALL_PERMISSIONS,
  authenticate,
  whyNobody,
  noteWhoIsSeen,
  whoOf,
} from '../kernel/access/public.ts'
import {
  credentialChecks,
  credentialConstraintWords,
  credentialEmptying,
  credentialHoldings,
  credentialRoutes,
  credentialsPersonal,
  credentialsSealed,
  credentialTimelines,
  credentialTrails,
  screenshotFiles,
} from '../kernel/credentials/room.ts'
import { readScreenshot } from '../kernel/credentials/public.ts'
import {
  markingConstraintWords,
  markingPersonal,
  markingSealed,
  markingTrails,
  markingWays,
  markSheetTeller,
  markingFiles,
} from '../kernel/marking/room.ts'
import {
  claimsFrozen,
  fundsChecks,
  fundsChores,
  fundsConstraintWords,
  fundsForms,
  fundsHandOvers,
  fundsHoldings,
  fundsHolds,
  fundsMatters,
  fundsPaperSubjects,
  fundsPersonal,
  fundsPopulations,
  fundsProofs,
  fundsReactions,
  fundsRoutes,
  fundsSealed,
  fundsTimelines,
  fundsTrails,
  fundsTrying,
  fundsWays,
  personOfClaim,
  redrawReviewers,
  tellingRoutes,
  fundsFiles,
  fundsEmptying,
  fundsNames,
} from '../kernel/funds/room.ts'
import { type Integrity, integrityOf } from '../kernel/integrity/public.ts'
import {
  integrityConstraintWords,
  integrityHandOvers,
  integrityHolds,
  integrityMatters,
  integrityPersonal,
  integrityRoutes,
  integritySealed,
  integrityTimelines,
  integrityTrails,
  integrityWays,
  integrityFiles,
} from '../kernel/integrity/room.ts'
import {
  heldOfPerson,
  heldOfProvider,
  correctionMatters,
  peopleChecks,
  peopleConstraintWords,
  peopleEmptying,
  peopleHoldings,
  peoplePersonal,
  peopleRegisters,
  peopleRoutes,
  peopleSealed,
  listTimelineSubjects,
  peopleTimelines,
  peopleTrails,
  peopleWays,
  restrictionHold,
  shareAPhone,
  peopleFiles,
} from '../kernel/people/room.ts'
import { type Register, registersOf } from '../kernel/people/public.ts'
import { policyConstraintWords, policyForms, policyPaperSubjects, policyRoutes } from '../kernel/policy/room.ts'
import {
  parametersOn,
  policyPersonal,
  policyProofs,
  policySealed,
  publishedProofs,
  registryProofs,
} from '../kernel/policy/public.ts'
import { makingOf } from '../kernel/record/archive/making.ts'
import { archiveRoutes } from '../kernel/record/archive/routes.ts'
import { classArchive, timelineArchive } from '../kernel/record/archive/subjects.ts'
import { paperRoutes } from '../kernel/record/paper/routes.ts'
import { paperConstraintWords } from '../kernel/record/paper/words.ts'
import {
  readingTimeline,
  type Timeline,
  type Trail,
  type TrailWays,
  type Walking,
  walkingOf,
  type StepFiles,
} from '../kernel/record/public.ts'
import { resealChore } from '../kernel/record/keys/resealing.ts'
import { keyRoutes } from '../kernel/record/keys/routes.ts'
import { gatherPersonal } from '../kernel/record/personal/declared.ts'
import { PLUMBING_PERSONAL, recordPersonal } from '../kernel/record/personal/own.ts'
import { sealedColumns } from '../kernel/record/personal/register.ts'
import { personalRoutes } from '../kernel/record/personal/routes.ts'
import { retentionRoutes } from '../kernel/record/retention/routes.ts'
import { emptyingChore, type Retaining } from '../kernel/record/retention/sweeping.ts'
import type { Revealing } from '../kernel/record/reveals/keeping.ts'
import { revealRoutes } from '../kernel/record/reveals/routes.ts'
import { gatherSealed } from '../kernel/record/sealing/declared.ts'
import { PLUMBING_UNSEALED, recordSealed } from '../kernel/record/sealing/own.ts'
import { type Sealing, sealingOf } from '../kernel/record/sealing/sealing.ts'
import type { Outside } from '../kernel/record/sealing/outside.ts'
import { sealingRoutes } from '../kernel/record/sealing/routes.ts'
import { timelineRoutes } from '../kernel/record/timelines/routes.ts'
import { recordRoutes } from '../kernel/record/routes.ts'
import { type District, listTowns } from '../kernel/reference/public.ts'
import { referenceRoutes } from '../kernel/reference/routes.ts'
import { civilDateOf, newId } from '../kernel/values/public.ts'
import {
  trainingAssessments,
  trainingCaseGroups,
  trainingCertificates,
  trainingChecks,
  trainingChores,
  trainingConstraintWords,
  trainingEmptying,
  trainingFiles,
  trainingForms,
  trainingGroupsOf,
  trainingHoldings,
  trainingGroups,
  trainingLetterSource,
  trainingMatters,
  trainingOverrides,
  trainingPaperSubjects,
  trainingPersonal,
  trainingPlaces,
  trainingPopulations,
  trainingRoutes,
  trainingSealed,
  trainingSuppliers,
  trainingTimelines,
  trainingTrails,
  trainingWays,
  trainingFilesOfSteps,
  classHold,
  trainingNames,
} from '../mechanisms/training/room.ts'
import type { Signer, Vault } from '../platform/crypto/public.ts'
import type { Db } from '../platform/db/public.ts'
import {
  answerBadAddress,
  answerBadHttp,
  answerProblems,
  bindRoutes,
  type ConstraintWords,
  type Route,
} from '../platform/http/public.ts'
import { factSupplies } from './fact-supplies.ts'
import { guardAnswers } from './headers.ts'
import { loggerAt, type LogLevel } from './log.ts'
import type { Sms, SmsGate } from '../platform/sms/public.ts'
import { type Background, type Chore, type Outbox, outboxOf, type Reaction } from '../platform/outbox/public.ts'
import { serveCards } from './card-pages.ts'
import { servePapers } from './paper-pages.ts'
import { troublePages } from './trouble-pages.ts'

export type HouseNeeds = {
  readonly db: Db
  readonly vault: Vault
  readonly districts: readonly District[]
  readonly maxUploadBytes: number
  /** Who signs the seals, and where checkpoints are kept outside the database. */
  readonly signer: Signer
  readonly outside: Outside
  /** Connections with more patience, for who reads a whole district. */
  readonly slowDb?: Db
  /** Other offices' registers that are connected, besides the letters and lists that people itself keeps. */
  readonly registers?: readonly Register[]
  /** How much is logged; without it nothing. */
  readonly log?: LogLevel
  /** How this platform's addresses begin for those outside, as they stand in QR codes; without it, as a request came. */
  readonly origin?: string
  /** Where short messages go out; without it none do. */
  readonly sms?: SmsGate
  /** Reverse proxies that may say for whom they ask, by address. Without any, nobody may. */
  readonly trustProxy?: readonly string[]
}

export type House = {
  readonly app: FastifyInstance
  readonly routes: readonly Route[]
  readonly outbox: Outbox
  /** What the rooms do by themselves as days go by. */
  readonly chores: readonly Chore[]
  readonly integrity: Integrity
  readonly walking: Walking
  readonly timelines: readonly Timeline[]
  readonly sealing: Sealing
  readonly making: Background
  readonly trying: ReturnType<typeof fundsTrying>
  readonly retaining: Retaining
}

/** What every room has sealed, and what it has not and why. */
export const SEALED_TABLES = [
  recordSealed,
  PLUMBING_UNSEALED,
  accessSealed,
  peopleSealed,
  credentialsSealed,
  markingSealed,
  policySealed,
  integritySealed,
  fundsSealed,
  trainingSealed,
]

/** Every column that tells of a person, and those that tell of nobody. */
export const PERSONAL = gatherPersonal([
  peoplePersonal,
  trainingPersonal,
  markingPersonal,
  credentialsPersonal,
  policyPersonal,
  fundsPersonal,
  integrityPersonal,
  accessPersonal,
  recordPersonal,
  PLUMBING_PERSONAL,
])

/** What the rooms hold of a person, as they read it themselves. */
export const HOLDINGS = [peopleHoldings, trainingHoldings, credentialHoldings, fundsHoldings]

/** The files beside the steps of every room, for archives. */
export const STEP_FILES: readonly StepFiles[] = [
  trainingFilesOfSteps,
  markingFiles,
  screenshotFiles({ groups: trainingCertificates }),
  peopleFiles,
  integrityFiles,
  fundsFiles,
]

export { redrawReviewers }

/** Puts the rooms together: their routes, checks, trails, reactions and words. Two that claim one name stop the house. */
export function buildHouse(needs: HouseNeeds): House {
  const districts = new Map(needs.districts.map((district) => [district.district, district]))
  const districtOf = (district: number) => {
    const found = districts.get(district)
    if (!found) throw new RangeError(`No district ${district}`)
    return found
  }
  const { db, vault } = needs
  const registers = registersOf([...peopleRegisters({ parametersOn }), ...(needs.registers ?? [])])
  const credentials = { vault, parametersOn, groups: trainingCertificates }
  const groups = trainingCaseGroups
  const integrity = integrityOf(
    [
      ...peopleChecks({ vault, registers }),
      ...trainingChecks(),
      ...credentialChecks(credentials),
      ...fundsChecks({ vault }),
    ],
    groups,
  )
  const isDemonstration = (district: number) => districtOf(district).demonstration
  const overriding = { checks: integrity.checks, source: trainingOverrides }
  const trails: Trail[] = [
    ...peopleTrails({ source: trainingLetterSource }),
    ...trainingTrails,
    ...markingTrails({ assessments: trainingAssessments }),
    ...credentialTrails({ ...credentials, tellers: [markSheetTeller(trainingAssessments)] }),
    ...integrityTrails({ groups, ...overriding }),
    ...fundsTrails({ checks: integrity.checks }),
  ]
  const ways: TrailWays[] = [trainingWays, markingWays, peopleWays, integrityWays(integrity.checks), fundsWays]
  const timelines = [
    ...trainingTimelines,
    ...peopleTimelines,
    ...credentialTimelines(credentials),
    ...integrityTimelines({ checks: integrity.checks, source: trainingOverrides }),
    ...fundsTimelines,
    readingTimeline(whoOf),
  ]
  const populations = once([...trainingPopulations, ...fundsPopulations], ({ kind }) => kind, 'population')
  const walking = walkingOf(
    once(trails, (trail) => trail.kind, 'trail'),
    ways,
  )
  const funds = { integrity, vault, isDemonstration, suppliers: trainingSuppliers, groups: trainingGroups }
  const reactions: Reaction[] = [...fundsReactions(funds)]
  const constraintWords: ConstraintWords = {
    ...accessConstraintWords,
    ...paperConstraintWords,
    ...peopleConstraintWords,
    ...integrityConstraintWords,
    ...fundsConstraintWords,
    ...trainingConstraintWords,
    ...markingConstraintWords,
    ...credentialConstraintWords,
    ...policyConstraintWords,
    ...integrityConstraintWords,
  }
  const papers = {
    forms: once(
      [...trainingForms({ vault, districtOf }), ...fundsForms({ districtOf }), ...policyForms({ districtOf })],
      (form) => form.id,
      'form',
    ),
    subjects: [...trainingPaperSubjects, ...fundsPaperSubjects, ...policyPaperSubjects],
    files: trainingFiles({ districtOf }),
  }
  const printing = { papers, vault, origin: needs.origin ?? null }
  const today = (district: number) => parametersOn(district, civilDateOf(new Date()))
  const access = {
    vault,
    districtOf,
    // Signing in is of real time, also where a demonstration is on another day.
    secondFactorTerms: (district: number) => today(district).get('access.secondFactor').value,
    dailyLimits: (district: number) => today(district).get('access.dailyLimits').value,
    emergencyTerms: (district: number) => today(district).get('access.emergency').value,
    tell: (sms: Sms) => {
      setImmediate(() => {
        needs.sms?.send(sms).catch((error: unknown) => app.log.error({ err: error }, 'a short message was not sent'))
      })
    },
  }
  const revealing: Revealing = {
    matters: [integrityMatters(trainingGroupsOf), fundsMatters, correctionMatters, trainingMatters],
    places: trainingPlaces({ vault }),
    sharedPhone: shareAPhone,
  }
  const retaining: Retaining = {
    rules: once(
      [...trainingEmptying, ...credentialEmptying(credentials), ...fundsEmptying, ...peopleEmptying],
      ({ code }) => code,
      'emptying',
    ),
    holds: [restrictionHold, accountHold, ...integrityHolds, ...fundsHolds, classHold],
    retention: (district, on) => parametersOn(district, on).get('personal.retention'),
  }
  const sealing = sealingOf({
    db,
    slowDb: needs.slowDb ?? db,
    sealed: gatherSealed(SEALED_TABLES),
    proofs: once(
      [...policyProofs, ...publishedProofs, ...registryProofs, ...fundsProofs({ vault })],
      (proof) => proof.name,
      'proof',
    ),
    signer: needs.signer,
    outside: needs.outside,
  })
  const archiving = {
    db,
    files: STEP_FILES,
    slowDb: needs.slowDb ?? db,
    walking,
    sealing,
    papers,
    vault,
    whoOf,
    subjects: {
      class: classArchive(walking),
      person: timelineArchive('person', timelines, (tx, id, inFull) => heldOfPerson(tx, id, inFull ? vault : null)),
      provider: timelineArchive('provider', timelines, heldOfProvider),
    },
    personOfClaim,
    keptDays: (district: number) => today(district).get('record.archiveDays').value,
    failed: (error: unknown, id: string) => app.log.error({ err: error, instance: id }, 'an archive was not made'),
  }
  const making = makingOf(archiving)
  const trying = fundsTrying({
    db,
    slowDb: needs.slowDb ?? db,
    suppliers: trainingSuppliers,
    keptDays: (district: number) => today(district).get('funds.trialDays').value,
    failed: (error: unknown, id: string) => app.log.error({ err: error, instance: id }, 'a trial was not finished'),
  })
  const routes: Route[] = [
    ...accessRoutes({ ...access, classes: groups, handOvers: [...fundsHandOvers, ...integrityHandOvers] }),
    ...referenceRoutes(),
    ...peopleRoutes({
      vault,
      districtOf,
      parametersOn,
      source: trainingLetterSource,
      whoOf,
      readPaper: readScreenshot,
      names: [trainingNames, fundsNames],
    }),
    ...trainingRoutes({ vault, integrity, isDemonstration }),
    ...credentialRoutes(credentials),
    ...integrityRoutes({ vault, groups, frozenBy: claimsFrozen, walking, populations, ...overriding }),
    ...policyRoutes({ supplies: factSupplies }),
    ...fundsRoutes(funds),
    ...tellingRoutes({ districtOf }),
    ...paperRoutes(printing),
    ...timelineRoutes({ timelines, personOfClaim, subjects: listTimelineSubjects, revealing }),
    ...revealRoutes({
      whoOf,
      revealTerms: (district) => today(district).get('access.revealSigns').value,
      alertTerms: (district) => today(district).get('access.revealAlerts').value,
      townNames: async (tx) =>
        new Map((await listTowns(tx)).map(({ nameZh, nameEn }) => [nameZh, { zh: nameZh, en: nameEn }])),
    }),
    ...keyRoutes({ vault, sealedColumns: sealedColumns(PERSONAL) }),
    ...personalRoutes({ register: PERSONAL, retention: (district) => today(district).get('personal.retention') }),
    ...retentionRoutes(retaining),
    ...sealingRoutes({ sealing, walking, whoOf }),
    ...archiveRoutes(archiving),
    ...recordRoutes({
      walking,
      sealing,
      reactions: once(reactions, (reaction) => reaction.name, 'reaction'),
    }),
  ]
  for (const { endpoint } of once(routes, ({ endpoint }) => `${endpoint.method} ${endpoint.path}`, 'route')) {
    if (endpoint.may !== 'anyone' && endpoint.may !== 'signed-in' && !ALL_PERMISSIONS.has(endpoint.may))
      throw new Error(`Nobody holds the permission ${endpoint.may}, which ${endpoint.path} asks for.`)
  }
  const app = fastify({
    logger: needs.log ? loggerAt(needs.log) : false,
    bodyLimit: 1024 * 1024,
    frameworkErrors: answerBadAddress,
    clientErrorHandler: answerBadHttp,
    trustProxy: needs.trustProxy && needs.trustProxy.length > 0 ? [...needs.trustProxy] : false,
    // What comes in over an open connection while the process stops is told so by `stopping.ts`, in our own words.
    return503OnClosing: false,
  })
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  guardAnswers(app)
  answerProblems(app, constraintWords, needs.maxUploadBytes, troublePages(needs.districts))
  bindRoutes(app, routes, {
    db,
    knowsDistrict: (district) => districts.has(district),
    authenticate,
    whyNobody,
    newId,
    maxUploadBytes: needs.maxUploadBytes,
    ...admissionOf(access),
    keyed: (sha256) => vault.lookup('http.request', sha256.toString('hex')),
  })
  noteWhoIsSeen(app, db)
  servePapers(app, { ...printing, db, districts })
  serveCards(app, { db, districts, origin: printing.origin })
  const outbox = outboxOf(db, reactions, (error, { id, district, what, event, gaveUp, waits }) => {
    if (waits) return app.log.warn({ err: error, instance: id }, 'background work waits for the database')
    app.log.error(
      { err: error, instance: id, district, what, event: event?.kind, eventId: event?.id, subject: event?.subjectId },
      gaveUp ? 'a reaction failed and gave up' : 'background work failed',
    )
  })
  return {
    app,
    routes,
    outbox,
    chores: [
      ...fundsChores,
      ...trainingChores({ vault }),
      ...sealing.chores,
      ...making.chores,
      ...trying.chores,
      resealChore({ vault, columns: sealedColumns(PERSONAL) }),
      emptyingChore(retaining),
    ],
    integrity,
    walking,
    timelines,
    sealing,
    making,
    trying,
    retaining,
  }
}

/** The things as they are; throws when two of them claim one name. */
function once<T>(things: readonly T[], nameOf: (thing: T) => string, what: string): readonly T[] {
  const names = things.map(nameOf)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new Error(`Two rooms claim the ${what} ${twice}.`)
  return things
}
