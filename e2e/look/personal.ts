import type { Way } from './way.ts'

type Column = { values: number; old: number }
type Keys = { keys: { id: string; isCurrent: boolean; since: string | null; values: number }[]; columns: Column[] }

/** After `npm run rotate-keys`, while the first column has been written anew. */
function underWay(answer: unknown): Keys {
  const { keys, columns } = answer as Keys
  const all = columns.reduce((sum, { values }) => sum + values, 0)
  const done = columns[0]?.values ?? 0
  return {
    keys: [
      ...keys.map((key) => ({ ...key, isCurrent: false, values: all - done })),
      { id: 'k2', isCurrent: true, since: '2026-11-26T00:00:00.000Z', values: done },
    ],
    columns: columns.map((column, nth) => (nth === 0 ? column : { ...column, old: column.values })),
  }
}

/** What is held about people, and under which keys. */
export async function personalDataAreKept({ take }: Way): Promise<void> {
  await take([
    { name: 'keys', by: 'admin', path: '/record/keys' },
    {
      name: 'keys-under-way',
      by: 'admin',
      path: '/record/keys',
      answers: { path: /\/record\/keys$/, change: underWay },
    },
    { name: 'reveals', by: 'auditor', path: '/record/reveals' },
    { name: 'personal-register', by: 'auditor', path: '/personal-register' },
    { name: 'personal-register-none', by: 'auditor', path: '/personal-register?find=no-such-word' },
  ])
}
