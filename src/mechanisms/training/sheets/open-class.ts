import { Problem } from '../../../platform/contract/public.ts'
import type { CivilDate } from '../../../kernel/values/public.ts'
import type { ClassRow } from '../classes/public-to-room.ts'
import type { SheetKind } from './contract.ts'
import { refusals } from './words.ts'

/** Sheets are imported for a class that is filed and over, and until it is completed. */
export function refuseUnlessOpen({ status, endsOn }: ClassRow, kind: SheetKind, today: CivilDate): void {
  if (status === 'completed') throw new Problem('conflict', refusals.completed(kind), { code: 'class-completed' })
  if (status !== 'filed') throw new Problem('conflict', refusals.notFiled(kind), { code: 'class-not-filed' })
  if (endsOn > today) throw new Problem('conflict', refusals.notEnded(endsOn), { code: 'class-not-ended' })
}
