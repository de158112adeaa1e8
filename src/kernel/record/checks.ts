import type { Sentence } from '../../platform/contract/public.ts'
import type { Tx } from '../../platform/db/public.ts'
import type { CivilDate, Period } from '../values/public.ts'

/** The county's parameters in force on a day, by name; policy resolves them. Throws for a name nobody set. */
export type ParametersInForce = { get(name: string): { readonly value: unknown } }

/** When a check is asked: at enrolment (a roster is read), filing, approval of the class, when money is claimed, and when it is about to be paid. */
export type Moment = 'enrolment' | 'filing' | 'approval' | 'claim' | 'payment'

/** What a failed check does: stop, let go on but withhold the money, or only tell. */
export type CheckAction = 'block' | 'hold' | 'flag'

export type Outcome = 'passed' | 'failed' | 'unavailable' | 'not-applicable'

/** What is asked about: an enrolment (a person in a class) or a class as a whole. */
export type CheckSubject = {
  readonly kind: 'enrolment' | 'class'
  readonly id: string
  readonly personId?: string
  /** Why public money may pay for the person, as the roster says it: a code of the list `person-groups`. */
  readonly groupCode?: string
  /** Who brings the group: the provider or the employer of the class. */
  readonly organisationId?: string
  /** What is learnt and proved: the occupation and the level. */
  readonly occupationId?: string
  readonly level?: string
  /** The account that would be paid. */
  readonly bankAccountId?: string
  /** Of a class: the fund it was filed under, a code of the list `funds`. */
  readonly fund?: string
  /** The certificate that money is claimed for. */
  readonly certificateId?: string
  readonly during: Period
  /** Set where no training is claimed for: only checks that say so are asked. */
  readonly outsideTraining?: true
}

export type CheckAsk = {
  readonly tx: Tx
  readonly moment: Moment
  /** The class. */
  readonly groupId: string
  /** Those of the group that the check's `subject` asks for. */
  readonly subjects: readonly CheckSubject[]
  readonly now: Date
  readonly today: CivilDate
  /** The county's parameters in force today. */
  readonly parameters: ParametersInForce
}

/** Something to look at: a link into the house (kind and id as in trails), or plain text. */
export type Evidence = { readonly label: Sentence; readonly kind?: string; readonly id?: string }

export type Finding = {
  readonly subjectId: string
  readonly outcome: Outcome
  /** What was found, in words the person concerned understands: which value, what is wrong, what to do. */
  readonly sentence: Sentence
  readonly evidence?: readonly Evidence[]
  /** Where this answer does something else than the check's own action: a county whose parameters cite a document. */
  readonly action?: CheckAction
}

/** A named check. It lives in the room that owns its data; integrity runs it, stores what it said, and never edits that. */
export type Check = {
  readonly id: string
  /** What it makes sure of. */
  readonly title: Sentence
  readonly subject: CheckSubject['kind']
  readonly moments: readonly Moment[]
  /** It asks about people or money, and not about a class: it is asked where no training is claimed for as well. */
  readonly outsideTraining?: true
  readonly action: CheckAction
  /** When a failed answer smells of fraud and opens a suspicion case; left out where it never does. */
  readonly suspicion?: readonly Moment[]
  /** What an unanswered check does where no scheme says otherwise. */
  readonly onUnavailable: 'hold' | 'note'
  /** Document and article, or whose practice it is. */
  readonly basis: Sentence
  /** The county's parameter it measures people by. A scheme's own failed condition on it has told the same already. */
  readonly parameter?: string
  /** Set where a failed answer tells what another office or an earlier payment knows of a person: a provider learns that it failed, and the person what was found. */
  readonly confidential?: true
  /** Why two people may not lift a failed answer of it (an override); without a reason they may. */
  readonly notLifted?: Sentence
  /** One finding per subject; all of the group at once, so that no check queries in a loop. */
  run(ask: CheckAsk): Promise<Finding[]>
}

/** Declares a check. */
export function defineCheck(check: Check): Check {
  return check
}

export const passed = (subjectId: string, sentence: Sentence = { zh: '通过', en: 'Passed' }): Finding => ({
  subjectId,
  outcome: 'passed',
  sentence,
})

export const failed = (subjectId: string, sentence: Sentence, evidence: readonly Evidence[] = []): Finding => ({
  subjectId,
  outcome: 'failed',
  sentence,
  evidence,
})

export const unavailable = (subjectId: string, sentence: Sentence): Finding => ({
  subjectId,
  outcome: 'unavailable',
  sentence,
})

/** The check asks nothing of this subject; why is said, and kept like every answer. */
export const notApplicable = (subjectId: string, sentence: Sentence): Finding => ({
  subjectId,
  outcome: 'not-applicable',
  sentence,
})
