import type { Sentence } from '../../../platform/contract/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { listCodes, listOccupationsById } from '../../../kernel/reference/public.ts'
import { levelName, type SkillLevel } from '../../../kernel/values/public.ts'
import { occupationName } from '../agreements/shown.ts'
import type { ClassRow } from '../classes/store.ts'
import { changedFields, type JudgedBy, type JudgedField, type PlanChange, planChanges } from './judged-by.ts'

/** How the plan of a class has changed since its roster was judged by it. */
export async function planChangesSince(tx: Tx, judgedBy: JudgedBy, row: ClassRow): Promise<PlanChange[]> {
  if (changedFields(judgedBy, row).length === 0) return []
  const occupations = await listOccupationsById(tx, [judgedBy.occupationId, row.occupationId])
  const codes = new Map(
    [...(await listCodes(tx, 'training-kinds')), ...(await listCodes(tx, 'funds'))].map(({ code, nameZh, nameEn }) => [
      code,
      { zh: nameZh, en: nameEn },
    ]),
  )
  const nameOf = (field: JudgedField, value: string): Sentence => {
    if (field === 'occupationId') return occupationName(occupations.get(value), value)
    if (field === 'level') return levelName(value as SkillLevel)
    return codes.get(value) ?? { zh: value, en: value }
  }
  return planChanges(judgedBy, row, nameOf)
}
