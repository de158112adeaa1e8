import { z } from 'zod'
import { PackOver, PackTemplate, SchemePack } from './pack.ts'

/** The JSON Schema of a scheme pack, for editors: a whole pack, one laid over another, or a template for others. */
export function packSchema(): unknown {
  const schema = z.toJSONSchema(z.union([SchemePack, PackOver, PackTemplate]), { io: 'input', reused: 'ref' })
  return { title: 'Shanjiang scheme pack', ...schema }
}
