import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ParameterLayer, readParameters } from '../parameters/parameters.ts'
import { type FindLayer, isTemplate, layered } from './layers.ts'
import { readPack, type SchemePack } from './pack.ts'

/** The packs and parameters that come with the platform. */
export const POLICIES = fileURLToPath(new URL('../../../../policies/', import.meta.url))

/** A pack as it lies on disk, laid over what it extends: its document is what is hashed, stored and compiled. */
export type PackFile = { readonly path: string; readonly document: unknown; readonly pack: SchemePack }

export type PolicyFolder = {
  readonly packs: readonly PackFile[]
  readonly layers: ReadonlyMap<string, ParameterLayer>
  /** Every version as it is written, templates too. */
  readonly find: FindLayer
}

/**
 * Reads `<region>/parameters.json` and `<region>/<scheme>/<version>.json`. A document that does not validate, or that
 * says another region, scheme or version than its place does, is refused by name. What its packs extend and it does not
 * have itself is looked for in `others`.
 */
export function readPolicies(root: string = POLICIES, others: FindLayer = () => undefined): PolicyFolder {
  const written = new Map<string, unknown>()
  const layers = new Map<string, ParameterLayer>()
  for (const region of foldersIn(root)) {
    for (const file of jsonFilesIn(join(root, region))) {
      if (file !== 'parameters.json')
        throw new Error(`policies/${region}/${file} is neither parameters.json nor in a scheme's folder`)
      const layer = readParameters(jsonOf(join(root, region, file)))
      if (layer.region !== region)
        throw new Error(`policies/${region}/${file} says that it is of region ${layer.region}`)
      layers.set(region, layer)
    }
    for (const scheme of foldersIn(join(root, region))) {
      for (const file of jsonFilesIn(join(root, region, scheme)))
        written.set(`${region}/${scheme}/${file}`, jsonOf(join(root, region, scheme, file)))
    }
  }
  const documents = [...written.values()] as { scheme?: unknown; version?: unknown }[]
  const find: FindLayer = (scheme, version) =>
    documents.find((each) => each.scheme === scheme && each.version === version) ?? others(scheme, version)
  const packs = [...written].filter(([, document]) => !isTemplate(document))
  return { packs: packs.map(([path, document]) => readPackFile(path, layered(document, find))), layers, find }
}

/** The layers that apply in a county, weakest first. Regions without a file define nothing of their own. */
export function layersOf(folder: PolicyFolder, regions: readonly string[]): ParameterLayer[] {
  return regions.flatMap((region) => folder.layers.get(region) ?? [])
}

function readPackFile(path: string, document: unknown): PackFile {
  const pack = readPack(document)
  const [region, scheme, file] = path.split('/') as [string, string, string]
  const place = { region, scheme, version: basename(file, '.json') }
  const said = { region: pack.region, scheme: pack.scheme.split('.').at(-1), version: pack.version }
  if (place.region !== said.region || place.scheme !== said.scheme || place.version !== said.version) {
    throw new Error(`policies/${path} says that it is ${said.region}/${said.scheme}/${said.version}`)
  }
  return { path, document, pack }
}

function jsonOf(path: string): unknown {
  const text = readFileSync(path, 'utf8')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error })
  }
}

function foldersIn(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

function jsonFilesIn(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => entry.name)
    .sort()
}
