import type { Card } from './card.ts'
import { ADMINISTRATOR } from './cards/administrator.ts'
import { AUDITOR } from './cards/auditor.ts'
import { CLERK } from './cards/clerk.ts'
import { ENTERPRISE } from './cards/enterprise.ts'
import { FINANCE } from './cards/finance.ts'
import { INSTRUCTOR } from './cards/instructor.ts'
import { LEADER } from './cards/leader.ts'
import { PROVIDER } from './cards/provider.ts'
import { REVIEWER } from './cards/reviewer.ts'
import { TRAINEE } from './cards/trainee.ts'
import { VILLAGE } from './cards/village.ts'

export const CARDS: readonly Card[] = [
  CLERK,
  REVIEWER,
  LEADER,
  FINANCE,
  AUDITOR,
  ADMINISTRATOR,
  PROVIDER,
  INSTRUCTOR,
  ENTERPRISE,
  VILLAGE,
  TRAINEE,
]

export const findCard = (id: string): Card | undefined => CARDS.find((each) => each.id === id)

/** The card of somebody with these roles: that of the first. */
export const cardOf = (roles: readonly string[]): Card | undefined =>
  roles.map((role) => CARDS.find((each) => each.roles.some((own) => own === role))).find((each) => each !== undefined)
