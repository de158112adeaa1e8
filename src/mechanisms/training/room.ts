import type { CertificateGroups } from '../../kernel/credentials/public.ts'
import type { CaseGroups, Integrity, OverrideSource, Population } from '../../kernel/integrity/public.ts'
import type { Assessment } from '../../kernel/marking/public.ts'
import type { LetterSource } from '../../kernel/people/public.ts'
import type { FactSupplier } from '../../kernel/policy/public.ts'
import type { Check, FileKind, Form, GroupTeller, PaperSubject, Trail } from '../../kernel/record/public.ts'
import { listCodes, officialCalendar } from '../../kernel/reference/public.ts'
import type { Vault } from '../../platform/crypto/public.ts'
import type { Chore } from '../../platform/outbox/public.ts'
import type { ConstraintWords, Route } from '../../platform/http/public.ts'
import { amendmentRoutes } from './amendments/routes.ts'
import { amendmentTrails } from './amendments/trails.ts'
import { constraintWords as amendmentConstraintWords } from './amendments/words.ts'
import { attendanceRoutes } from './attendance/routes.ts'
import { attendanceTrails } from './attendance/trails.ts'
import { constraintWords as attendanceConstraintWords } from './attendance/words.ts'
import { classCases } from './completion/case-groups.ts'
import { completionRoutes } from './completion/routes.ts'
import { personSupplier, trainingSupplier } from './completion/suppliers.ts'
import { completionTrails } from './completion/trails.ts'
import { classAssessment } from './evaluation/assessment.ts'
import { classCertificates } from './evaluation/certificate-groups.ts'
import { evaluationRoutes } from './evaluation/routes.ts'
import { employmentSupplier, issuedSupplier } from './evaluation/issued.ts'
import { certificateSupplier, marksSupplier } from './evaluation/suppliers.ts'
import { agreementRoutes } from './agreements/routes.ts'
import { agreementTrail } from './agreements/trail.ts'
import { agreementConstraintWords } from './agreements/words.ts'
import { documentRoutes } from './documents/routes.ts'
import { ageCheck } from './checks/a02-age.ts'
import { classChecks } from './checks/checks.ts'
import { classRoutes } from './classes/routes.ts'
import { classTeller } from './classes/group-teller.ts'
import { classTrail } from './classes/trail.ts'
import { classConstraintWords } from './classes/words.ts'
import { classOverrides } from './filing/overridden.ts'
import { filingRoutes } from './filing/routes.ts'
import { filingConstraintWords } from './filing/words.ts'
import { inspectionRoutes } from './inspections/routes.ts'
import { inspectionTrails } from './inspections/trails.ts'
import { constraintWords as inspectionConstraintWords } from './inspections/words.ts'
import { closeAndDraw } from './live/drawing.ts'
import { liveRoutes } from './live/routes.ts'
import { sweepLive } from './live/pass-store.ts'
import { liveTrails } from './live/trails.ts'
import { constraintWords as liveConstraintWords } from './live/words.ts'
import { classLetters } from './rosters/letters.ts'
import { rosterRoutes } from './rosters/routes.ts'
import { classFile, classForms, classSubject } from './paper/forms.ts'
import type { FormNeeds } from './paper/class-data.ts'
import { rosterTrails } from './rosters/trails.ts'
import { timetableRoutes } from './timetable/routes.ts'
import { classPopulation } from './samples/populations.ts'
import { sessionTrail } from './timetable/trail.ts'

export type TrainingNeeds = {
  readonly vault: Vault
  readonly integrity: Integrity
  readonly isDemonstration: (district: number) => boolean
}

/** What training answers. */
export function trainingRoutes({ vault, integrity, isDemonstration }: TrainingNeeds): Route[] {
  return [
    ...agreementRoutes({ vault }),
    ...documentRoutes(),
    ...classRoutes({ integrity }),
    ...timetableRoutes({ calendar: officialCalendar }),
    ...rosterRoutes({ vault, integrity, isDemonstration, personGroups: (tx) => listCodes(tx, 'person-groups') }),
    ...filingRoutes({ integrity }),
    ...attendanceRoutes({ vault }),
    ...liveRoutes({ vault }),
    ...evaluationRoutes({ vault }),
    ...completionRoutes(),
    ...inspectionRoutes({ vault }),
    ...amendmentRoutes({ vault }),
  ]
}

/** What training makes sure of. */
export function trainingChecks(): Check[] {
  return [ageCheck, ...classChecks({ calendar: officialCalendar })]
}

export const trainingTrails: readonly Trail[] = [
  agreementTrail,
  classTrail,
  sessionTrail,
  ...rosterTrails,
  ...attendanceTrails,
  ...liveTrails,
  ...inspectionTrails,
  ...amendmentTrails,
  ...completionTrails,
]

/** What training does by itself: sessions left open are closed when their time is over, and sheets are drawn. */
export function trainingChores({ vault }: Pick<TrainingNeeds, 'vault'>): Chore[] {
  return [
    { name: 'close live sessions', everyMs: 60_000, run: (tx) => closeAndDraw(tx, vault) },
    { name: 'sweep live attendance', everyMs: 3_600_000, run: sweepLive },
  ]
}

export const trainingPopulations: readonly Population[] = [classPopulation]
export { trainingTimelines } from './timeline/timelines.ts'
export { trainingWays } from './ways.ts'

/** Whom comparison letters can ask about: the people of classes. */
export const trainingLetterSource: LetterSource = classLetters

/** What overrides can be about: classes and the people on them. */
export const trainingOverrides: OverrideSource = classOverrides

/** What suspicion cases can be about: classes. */
export const trainingCaseGroups: CaseGroups = classCases

/** What training knows of a recorded completion. */
export const trainingSuppliers: readonly FactSupplier[] = [
  trainingSupplier,
  personSupplier,
  marksSupplier,
  certificateSupplier,
  issuedSupplier,
  employmentSupplier,
]

/** The groups that training keeps together: classes. */
export const trainingGroups: readonly GroupTeller[] = [classTeller]

/** What training prints. */
export function trainingForms(needs: FormNeeds & { readonly vault: Vault }): Form[] {
  return classForms(needs)
}

/** What papers of training are about, and what is kept together as one file: classes. */
export const trainingPaperSubjects: readonly PaperSubject[] = [classSubject]

export function trainingFiles(needs: FormNeeds): FileKind[] {
  return [classFile(needs)]
}

/** What is marked in training: classes. */
export const trainingAssessments: readonly Assessment[] = [classAssessment]

/** Whose the certificates are that training's mark sheets tell of. */
export const trainingCertificates: CertificateGroups = classCertificates

export const trainingConstraintWords: ConstraintWords = {
  ...agreementConstraintWords,
  ...classConstraintWords,
  ...filingConstraintWords,
  ...attendanceConstraintWords,
  ...liveConstraintWords,
  ...inspectionConstraintWords,
  ...amendmentConstraintWords,
}

export { trainingPersonal } from './personal.ts'
export { trainingSealed } from './sealed.ts'

export { trainingEmptying } from './retention/emptying.ts'
export { trainingGroupsOf, trainingMatters, trainingPlaces } from './places/places.ts'
export { trainingHoldings } from './own/holdings.ts'
export { trainingFilesOfSteps } from './files/step-files.ts'
export { classHold } from './retention/holds.ts'
export { trainingNames } from './names/reach.ts'
