import { expect, it } from 'vitest'
import type { Tx } from '../../platform/db/public.ts'
import { walkingOf } from './walking.ts'

const OURS = '01900000-0000-7000-8000-000000000001'
const STEP = '01900000-0000-7000-8000-000000000002'
const line = (text: string) => ({ label: { zh: '说明', en: 'Found' }, value: { zh: text, en: text } })

it('tells an organisation what is for it to know of a step, and the bureau what it read', async () => {
  const walking = walkingOf(
    [
      {
        kind: 'decision',
        describe: async () => ({
          kind: 'decision',
          id: STEP,
          title: { zh: '政策决定', en: 'Decision' },
          says: [line('领取养老待遇')],
          saysToOrganisation: [line('原因只告知本人')],
          restsOn: [],
          leadsTo: [],
          organisationId: OURS,
        }),
      },
    ],
    [],
  )
  const told = async (organisationId: string | null) =>
    (await walking.step({} as Tx, { kind: 'decision', id: STEP }, organisationId))?.says.map(({ value }) => value.zh)
  expect(await told(null)).toEqual(['领取养老待遇'])
  expect(await told(OURS)).toEqual(['原因只告知本人'])
  expect(await told(STEP)).toBeUndefined()
})
