import pg from 'pg'
import { newKeyRing, newSigner, vaultOf } from '../platform/crypto/public.ts'
import { schemaText, tablesText } from '../platform/db/catalogue.ts'
import { connect } from '../platform/db/public.ts'
import { openApiOf } from '../platform/http/public.ts'
import { freshDatabase } from '../platform/testing/database.ts'
import { outsideInMemory } from '../kernel/record/sealing/outside.ts'
import { registerPage } from '../kernel/record/personal/register.ts'
import { packSchema, parametersOn } from '../kernel/policy/public.ts'
import { civilDate } from '../kernel/values/public.ts'
import { cardFiles } from './cards/files.ts'
import { buildHouse, PERSONAL } from './house.ts'

/** A county that sets no years of its own: the national ones. */
const LIANDU = 331102

/** What the repository keeps a picture of, so that a change of it is seen in review: path and text. */
export async function snapshots(): Promise<Map<string, string>> {
  const fresh = await freshDatabase()
  const client = new pg.Client({ connectionString: fresh.ownerUrl })
  await client.connect()
  const connection = connect(fresh.appUrl)
  try {
    const house = buildHouse({
      db: connection.db,
      vault: vaultOf(newKeyRing()),
      districts: [],
      maxUploadBytes: 1,
      signer: newSigner(),
      outside: outsideInMemory(),
    })
    const openApi = openApiOf(
      house.routes.map((route) => route.endpoint),
      '0.1.0',
    )
    return new Map([
      ['db/schema.sql', await schemaText(client)],
      ['db/tables.ts', await tablesText(client)],
      ['docs/openapi.json', `${JSON.stringify(openApi, null, 2)}\n`],
      ['docs/scheme-pack.schema.json', `${JSON.stringify(packSchema(), null, 2)}\n`],
      [
        'docs/personal-data.md',
        registerPage(PERSONAL, parametersOn(LIANDU, civilDate('2026-01-01')).get('personal.retention').value),
      ],
      ...cardFiles(),
    ])
  } finally {
    await client.end()
    await connection.close()
    await fresh.drop()
  }
}
