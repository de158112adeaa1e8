import type { ProblemItem, Sentence } from '../../../platform/contract/public.ts'
import { isSkillLevel } from '../../../kernel/values/public.ts'
import type { ClassPlan } from './contract.ts'
import { words } from './words.ts'

/** What the bureau has on file of a provider, and the platform's lists. */
export type OnFile = {
  readonly occupations: ReadonlySet<string>
  readonly kinds: ReadonlySet<string>
  readonly certificateKinds: ReadonlySet<string>
  readonly funds: ReadonlySet<string>
  /** The provider's rooms, and the site of each. */
  readonly siteOfRoom: ReadonlyMap<string, string>
  readonly sites: ReadonlySet<string>
  readonly instructors: ReadonlySet<string>
}

/**
 * Everything that keeps a plan from being saved even as a draft: names of what does not exist, dates and hours that
 * cannot be. Whether it keeps to the agreement and to the county's rules is asked when it is submitted.
 */
export function problemsOfPlan(plan: ClassPlan, onFile: OnFile): ProblemItem[] {
  const problems: ProblemItem[] = []
  const against = (field: keyof ClassPlan, sentence: Sentence) => problems.push({ at: `body.${field}`, sentence })
  const say = words.plan
  if (!onFile.kinds.has(plan.kind)) against('kind', say.unknownCode(plan.kind))
  if (!onFile.certificateKinds.has(plan.certificateKind))
    against('certificateKind', say.unknownCode(plan.certificateKind))
  if (!onFile.funds.has(plan.fund)) against('fund', say.unknownCode(plan.fund))
  if (!onFile.occupations.has(plan.occupationId)) against('occupationId', say.unknownOccupation(plan.occupationId))
  if (!isSkillLevel(plan.level)) against('level', say.unknownLevel(plan.level))
  if (!onFile.sites.has(plan.siteId)) against('siteId', say.foreignSite)
  else if (onFile.siteOfRoom.get(plan.roomId) !== plan.siteId) against('roomId', say.foreignRoom)
  if (!onFile.instructors.has(plan.instructorId)) against('instructorId', say.foreignInstructor)
  if (plan.endsOn < plan.startsOn) against('endsOn', say.endsBeforeItBegins(plan.startsOn, plan.endsOn))
  if (plan.theoryHours + plan.practiceHours === 0) against('theoryHours', say.noHours)
  return problems
}
