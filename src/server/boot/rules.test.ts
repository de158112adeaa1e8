import { describe, expect, it } from 'vitest'
import { type BootFacts, bootFindings, oldServer } from './rules.ts'

const GB = 1024 ** 3
const SOUND: BootFacts = {
  database: {
    fsync: 'on',
    fullPageWrites: 'on',
    synchronousCommit: 'on',
    checksums: 'on',
    skewMs: 12,
    roleFaults: [],
    unfenced: [],
  },
  databaseUrl: 'postgresql://admin:4f1d9c@db.county.example/county?sslmode=verify-full',
  secretFiles: [{ path: 'data/keys.json', mode: 0o100600 }],
  secretFolder: { path: 'data', mode: 0o40755 },
  disks: [{ path: 'data', freeBytes: 50 * GB }],
  host: '127.0.0.1',
  demonstration: undefined,
}

const found = (changed: Partial<BootFacts>, accepted: string[] = []) =>
  bootFindings({ ...SOUND, ...changed }, accepted).map(({ check, weight }) => `${weight} ${check}`)
const database = (changed: Partial<BootFacts['database']>) => found({ database: { ...SOUND.database, ...changed } })
const address = (databaseUrl: string) => found({ databaseUrl })

describe('what is looked at before the program starts', () => {
  it('finds nothing where everything is sound', () => expect(found({})).toEqual([]))

  it.each([
    ['a server that does not flush', database({ fsync: 'off' }), 'refuse fsync'],
    ['one that writes half pages', database({ fullPageWrites: 'off' }), 'refuse full_page_writes'],
    ['one that answers before it wrote', database({ synchronousCommit: 'off' }), 'refuse synchronous_commit'],
    ['one without page checksums', database({ checksums: 'off' }), 'warn checksums'],
    ['a role that may everything', database({ roleFaults: ['role x is a superuser'] }), 'refuse role'],
    ['a table without its fence', database({ unfenced: ['a.b: …'] }), 'refuse row-security'],
    ['a clock five seconds off', database({ skewMs: -5_000 }), 'warn clock'],
    ['a clock an hour off', database({ skewMs: 3_600_000 }), 'refuse clock'],
    ['keys that a group may read', found({ secretFiles: [{ path: 'k', mode: 0o100640 }] }), 'refuse key-files'],
    ['keys that anybody could replace', found({ secretFolder: { path: 'd', mode: 0o40777 } }), 'refuse key-folder'],
    ['a disk that fills', found({ disks: [{ path: 'd', freeBytes: GB }] }), 'warn disk'],
    ['a disk that is full', found({ disks: [{ path: 'd', freeBytes: 1e8 }] }), 'refuse disk'],
    ['a way to the database that can be listened to', address('postgresql://a:4f1d9c@db.example/x'), 'warn tls'],
    ['one that only prefers not to be', address('postgresql://a:4f1d9c@db.example/x?sslmode=prefer'), 'warn tls'],
    [
      'everybody’s password to a database elsewhere',
      address('postgresql://a:postgres@db.example/x?sslmode=require'),
      'refuse default-secrets',
    ],
    ['the same on this machine', address('postgresql://a:a@localhost/x'), 'warn default-secrets'],
    [
      'everybody’s password to the demonstration, where others reach it',
      found({ databaseUrl: undefined, host: '0.0.0.0', demonstration: { password: '123456' } }),
      'refuse default-secrets',
    ],
    [
      'a demonstration beside real data',
      found({ host: '0.0.0.0', demonstration: { password: undefined } }),
      'warn default-secrets',
    ],
    ['a name of no check', found({}, ['fsnyc']), 'warn accept'],
  ])('finds %s', (_what, findings, expected) => expect(findings).toEqual([expected]))

  it('finds a server that is too old', () => {
    expect(oldServer(140_012)).toMatchObject({ check: 'version', weight: 'refuse' })
    expect(oldServer(150_000)).toBeUndefined()
  })

  it('is content with a socket of this machine', () =>
    expect(address('postgresql://a:4f1d9c@localhost/x?host=/var/run/postgresql')).toEqual([]))

  it('says everything at once, each in both languages with the value and what to do', () => {
    const findings = bootFindings(
      {
        ...SOUND,
        database: { ...SOUND.database, fsync: 'off', skewMs: 5_000 },
        secretFiles: [{ path: 'k', mode: 0o644 }],
      },
      [],
    )
    expect(findings.map(({ check }) => check)).toEqual(['fsync', 'clock', 'key-files'])
    expect(findings.map(({ sentence }) => sentence.zh).join()).toMatch(/fsync 是 off.*5 秒.*0644/s)
    for (const { sentence } of findings) {
      expect(sentence.zh).toMatch(/[一-鿿].*请/)
      expect(sentence.en).toMatch(/^[^一-鿿]+$/)
    }
  })

  it('only warns of what the operator accepts by name, except of an open fence', () => {
    const open = { ...SOUND, database: { ...SOUND.database, fsync: 'off', unfenced: ['a.b: …'] } }
    const weights = bootFindings(open, ['fsync', 'row-security']).map(({ check, weight }) => `${weight} ${check}`)
    expect(weights).toEqual(['warn fsync', 'refuse row-security'])
  })
})
