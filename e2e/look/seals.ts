import { askForVerification, getSeals, type SealsShape } from '../../src/kernel/record/sealing/contract.ts'
import type { Player } from '../../demo/play.ts'
import type { Way } from './way.ts'

/** A verification is asked for, and waited for. */
async function verified(auditor: Player): Promise<SealsShape> {
  const { id } = await auditor(askForVerification)
  for (let tries = 0; tries < 200; tries += 1) {
    const seals = await auditor(getSeals)
    if (seals.last?.id === id) return seals
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  throw new Error('the verification did not end')
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
