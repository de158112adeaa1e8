import type { Tx } from '../../../platform/db/public.ts'
import type { PackFile } from '../packs/policy-files.ts'
import { type DistrictSchemes, filesOfDistrict, schemesAmong, shippedSchemes } from '../packs/library.ts'
import { readPack } from '../packs/pack.ts'
import { findLastPublished, listPublished } from './store.ts'

/**
 * What was read last of each district, by the publication it goes up to. Publications are numbered one by one, so the last
 * one that a transaction sees names them all; one that was rolled back is named by nobody again.
 */
const kept = new Map<number, { readonly upTo: string; readonly schemes: DistrictSchemes }>()

/** The schemes of the district: those that come with the platform, and those it has published as this transaction sees them. */
export async function schemesOf(tx: Tx): Promise<DistrictSchemes> {
  const last = await findLastPublished(tx)
  if (!last) return shippedSchemes(tx.district)
  const known = kept.get(tx.district)
  if (known?.upTo === last.id) return known.schemes
  const published = (await listPublished(tx, last.number)).map(fileOf)
  const schemes = schemesAmong(tx.district, [...filesOfDistrict(tx.district), ...published])
  kept.set(tx.district, { upTo: last.id, schemes })
  return schemes
}

function fileOf({ document, id }: { document: unknown; id: string }): PackFile {
  const pack = readPack(document)
  return { path: `published/${id}`, document, pack }
}
