import { askForVerification, getSeals, type SealsShape } from '../../src/kernel/record/sealing/contract.ts'
import type { Player } from '../../demo/play.ts'
import { until } from '../until.ts'
import type { Way } from './way.ts'

/** A verification is asked for, and waited for. */
async function verified(auditor: Player): Promise<SealsShape> {
  const { id } = await auditor(askForVerification)
  return until(async () => {
    const seals = await auditor(getSeals)
    return seals.last?.id === id ? seals : undefined
  }, 'the verification ends')
}

/** The record is verified, and verified again once somebody has changed rows past the platform. */
export async function recordIsVerified({ take, stage }: Way): Promise<void> {
  const auditor = await stage.play('auditor')
  await take([{ name: 'seals-never', by: 'auditor', path: '/record/seals' }])
  await verified(auditor)
  await take([{ name: 'seals-well', by: 'auditor', path: '/record/seals' }])
  for (const [table, set] of [
    ['record.acts', `detail = '{}'`],
    ['funds.transfers', 'amount_fen = amount_fen + 100'],
    ['marking.marks', `sheet_row = sheet_row + 1`],
  ])
    await stage.byDatabaseOwner(`update ${table} set ${set} where id = (
      select row_key::uuid from record.leaves where source = '${table}' order by position limit 1)`)
  await verified(auditor)
  await take([{ name: 'seals-differ', by: 'auditor', path: '/record/seals' }])
}
