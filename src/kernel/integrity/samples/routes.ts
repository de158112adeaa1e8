import { Problem, type ProblemItem } from '../../../platform/contract/public.ts'
import type { Vault } from '../../../platform/crypto/public.ts'
import type { Tx } from '../../../platform/db/public.ts'
import { findFile, keepFile } from '../../../platform/files/public.ts'
import { type Actor, type Route, route } from '../../../platform/http/public.ts'
import { formatNumber, nextSerial } from '../../../platform/numbering/public.ts'
import { whoOf } from '../../access/public.ts'
import { listOrganisations } from '../../people/public.ts'
import { parametersOn, schemesOf } from '../../policy/public.ts'
import { recordAct, sealOver, type Walking } from '../../record/public.ts'
import { civilDate, civilDateOf, keptText, yearOf } from '../../values/public.ts'
import { listFindingsAbout } from '../findings/store.ts'
import * as contract from './contract.ts'
import { drawingFile, drawn, populationSha256, populationText, readPopulation } from './drawing.ts'
import { gather, strataNames, MOST_CANDIDATES, type Population, type PopulationFilter } from './populations.ts'
import {
  findItem,
  findSample,
  insertDraw,
  insertMark,
  insertSample,
  listItems,
  listMarks,
  listSamples,
  type SampleRow,
} from './store.ts'
import { words } from './words.ts'

export type SampleNeeds = {
  readonly walking: Walking
  readonly vault: Vault
  readonly populations: readonly Population[]
}

/** A sample is looked at by people. */
const MOST_ITEMS = 1000

type Asked = {
  readonly population: string
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly organisation?: string | undefined
  readonly scheme?: string | undefined
  readonly state?: string | undefined
  readonly leastFen?: string | undefined
  readonly mostFen?: string | undefined
  readonly stratifiedBy?: 'organisation' | 'scheme' | 'state' | null
}

const SAMPLES = 'integrity.samples'
const by = ({ personId, accountId }: Actor) => ({ personId, accountId })

/** The auditor plans a sample, draws it by a seed nobody chose, and marks what was seen. */
export function sampleRoutes({ walking, vault, populations }: SampleNeeds): Route[] {
  function populationOf(asked: Asked, at: 'query' | 'body'): { population: Population; filter: PopulationFilter } {
    const population = populations.find(({ kind }) => kind === asked.population)
    const { from, to, leastFen, mostFen } = asked
    const ofMoney = [asked.scheme, leastFen, mostFen].some((each) => each !== undefined)
    const wrong: ProblemItem[] = [
      ...(population
        ? []
        : [{ at: `${at}.population`, sentence: words.unknownPopulation(keptText(asked.population)) }]),
      ...(population && asked.state !== undefined && !Object.hasOwn(population.states, asked.state)
        ? [{ at: `${at}.state`, sentence: words.unknownState(keptText(asked.state)) }]
        : []),
      ...(population && !population.ofMoney && (ofMoney || asked.stratifiedBy === 'scheme')
        ? [{ at: `${at}.scheme`, sentence: words.noMoney }]
        : []),
      ...(from && to && from > to ? [{ at: `${at}.from`, sentence: words.datesTurned(from, to) }] : []),
      ...(leastFen && mostFen && BigInt(leastFen) > BigInt(mostFen)
        ? [{ at: `${at}.leastFen`, sentence: words.amountsTurned }]
        : []),
    ]
    if (!population || wrong.length > 0) throw new Problem('not-acceptable', wrong[0]!.sentence, { items: wrong })
    return {
      population,
      filter: {
        from: from ? civilDate(from) : null,
        to: to ? civilDate(to) : null,
        organisationId: asked.organisation ?? null,
        scheme: asked.scheme ?? null,
        state: asked.state ?? null,
        leastFen: leastFen ? BigInt(leastFen) : null,
        mostFen: mostFen ? BigInt(mostFen) : null,
      },
    }
  }

  async function shown(tx: Tx, rows: readonly SampleRow[]): Promise<contract.Sample[]> {
    const who = await whoOf(
      tx,
      rows.flatMap(({ accountId, draw }) => (draw ? [accountId, draw.accountId] : [accountId])),
    )
    const all: contract.Sample[] = []
    for (const row of rows) {
      const { draw } = row
      const population = populations.find(({ kind }) => kind === row.population)
      all.push({
        id: row.id,
        number: row.number,
        purpose: row.purpose,
        population: { kind: row.population, name: population?.name ?? { zh: row.population, en: row.population } },
        filter: row.filter as contract.Sample['filter'],
        stratifiedBy: row.stratifiedBy,
        take: row.take,
        candidates: row.candidates,
        populationSha256: row.populationSha256.toString('hex'),
        by: who(row.accountId),
        at: row.businessAt.toISOString(),
        sealed: draw !== null || (await sealOver(tx, SAMPLES, row.id)) !== undefined,
        draw: draw && {
          seed: draw.seed,
          sealNumber: draw.sealNumber,
          by: who(draw.accountId),
          at: draw.businessAt.toISOString(),
        },
        items: row.items,
        marked: row.marked,
        findings: row.findings,
      })
    }
    return all
  }

  async function keptPopulation(tx: Tx, sample: SampleRow): Promise<string> {
    const text = Buffer.from((await findFile(tx, vault, sample.fileId))?.bytes ?? []).toString('utf8')
    if (!populationSha256(text).equals(sample.populationSha256))
      throw new Problem('conflict', words.spoiled, { code: 'population-changed' })
    return text
  }

  return [
    route(contract.samplingChoices, async ({ tx }) => ({
      populations: populations.map(({ kind, name, dated, ofMoney, states }) => ({
        kind,
        name,
        dated,
        ofMoney,
        states: Object.entries(states).map(([id, each]) => ({ id, name: each })),
      })),
      organisations: (await listOrganisations(tx, 'provider')).map(({ id, name }) => ({ id, name })),
      schemes: (await schemesOf(tx)).titles().map(({ scheme, title }) => ({ id: scheme, name: title })),
      most: MOST_CANDIDATES,
    })),

    route(contract.countCandidates, async ({ tx, query }) => {
      const { population, filter } = populationOf(query, 'query')
      return { candidates: (await gather(tx, population, filter, null))?.length ?? null }
    }),

    route(contract.listSamples, async ({ tx, query }) => {
      const found = await listSamples(tx, { after: query.after, limit: query.limit + 1 })
      const page = found.slice(0, query.limit)
      return { items: await shown(tx, page), next: found.length > page.length ? page.at(-1)!.id : null }
    }),

    route(contract.getSample, async ({ tx, params }) => (await shown(tx, [await getSample(tx, params.sampleId)]))[0]!),

    route(contract.planSample, async ({ tx, actor, body, now, newId }) => {
      const { population, filter } = populationOf(body, 'body')
      const { stratifiedBy, take, purpose, ...asked } = body
      const candidates = await gather(tx, population, filter, stratifiedBy)
      if (!candidates) throw new Problem('not-acceptable', words.tooMany(MOST_CANDIDATES), { code: 'too-many' })
      if (candidates.length === 0) throw new Problem('not-acceptable', words.nobody, { code: 'nobody' })
      const counts = new Map<string, number>()
      for (const { stratum } of candidates) counts.set(stratum, (counts.get(stratum) ?? 0) + 1)
      const items = [...counts.values()].reduce((sum, each) => sum + Math.min(each, take), 0)
      if (items > MOST_ITEMS)
        throw new Problem('not-acceptable', words.tooLarge(items, MOST_ITEMS), { code: 'too-large' })

      const id = newId()
      const text = populationText(candidates)
      const year = yearOf(civilDateOf(now))
      const template = parametersOn(tx.district, civilDateOf(now)).get('numbering.sample').value
      const serial = await nextSerial(tx, 'sample', year)
      const number = formatNumber(template, { year, serial, district: tx.district })
      const file = { name: `${number}.csv`, mediaType: 'text/csv', bytes: Buffer.from(text) }
      const kept = await keepFile(tx, vault, { ...file, id: newId(), createdBy: actor.accountId })
      const sample = { id, number, purpose: keptText(purpose), population: population.kind, filter: asked }
      await insertSample(tx, {
        ...sample,
        stratifiedBy,
        take,
        candidates: candidates.length,
        populationSha256: populationSha256(text),
        fileId: kept.id,
        ...by(actor),
        businessAt: now,
      })
      const act = { act: 'sample.planned', subjectKind: 'sample', subjectId: id }
      await recordAct(tx, { ...act, id: newId(), actor, at: now, detail: { number, candidates: candidates.length } })
      return (await shown(tx, [await getSample(tx, id)]))[0]!
    }),

    route(contract.drawSample, async ({ tx, actor, params, now, newId }) => {
      const sample = await getSample(tx, params.sampleId)
      if (sample.draw) throw new Problem('conflict', words.drawnAlready, { code: 'drawn' })
      const seal = await sealOver(tx, SAMPLES, sample.id)
      if (!seal) throw new Problem('conflict', words.notSealed, { code: 'not-sealed-yet' })

      const seed = seal.root.toString('hex')
      const chosen = drawn(readPopulation(await keptPopulation(tx, sample)), seed, sample.take)
      const items = []
      for (const [at, { id, stratum }] of chosen.entries()) {
        const subject = await walking.about(tx, { kind: sample.population, id })
        const subjectTitle = subject?.title ?? { zh: id, en: id }
        items.push({ id: newId(), nth: at + 1, stratum, subjectKind: sample.population, subjectId: id, subjectTitle })
      }
      await insertDraw(tx, sample.id, { seed, sealNumber: seal.number, ...by(actor), businessAt: now }, items)
      const act = { act: 'sample.drawn', subjectKind: 'sample', subjectId: sample.id }
      await recordAct(tx, { ...act, id: newId(), actor, at: now, detail: { seal: seal.number, items: items.length } })
      return (await shown(tx, [await getSample(tx, sample.id)]))[0]!
    }),

    route(contract.samplePopulation, async ({ tx, params }) => {
      const sample = await getSample(tx, params.sampleId)
      const told = { number: sample.number, take: sample.take, sha256: sample.populationSha256 }
      const text = drawingFile(told, sample.draw, await keptPopulation(tx, sample))
      return { fileName: `抽样总体-${sample.number}.csv`, bytes: Buffer.from(text) }
    }),

    route(contract.listSampleItems, async ({ tx, params, query }) => {
      const sample = await getSample(tx, params.sampleId)
      const after = Number(/^\d{1,6}$/.exec(query.after ?? '')?.[0] ?? 0)
      const found = await listItems(tx, params.sampleId, { after, limit: query.limit + 1 })
      const page = found.slice(0, query.limit)
      const marks = await listMarks(
        tx,
        page.map(({ id }) => id),
      )
      const who = await whoOf(
        tx,
        [...marks.values()].map(({ accountId }) => accountId),
      )
      const nameOf = await strataNames(
        tx,
        populations.find(({ kind }) => kind === sample.population),
        sample.stratifiedBy,
        page,
      )
      const items: contract.SampleItem[] = []
      for (const item of page) {
        const mark = marks.get(item.id)
        const subject = { kind: item.subjectKind, id: item.subjectId }
        items.push({
          id: item.id,
          nth: item.nth,
          stratum: item.stratum,
          stratumName: nameOf(item.stratum),
          subject: { ...subject, title: item.subjectTitle },
          mark: mark
            ? {
                verdict: mark.verdict,
                note: mark.note,
                findingId: mark.findingId,
                by: who(mark.accountId),
                at: mark.businessAt.toISOString(),
              }
            : null,
          findings: await listFindingsAbout(tx, subject),
        })
      }
      return { items, next: found.length > page.length ? String(page.at(-1)!.nth) : null }
    }),

    route(contract.markSampleItem, async ({ tx, actor, params, body, now, newId }) => {
      const sample = await getSample(tx, params.sampleId)
      const item = await findItem(tx, sample.id, params.itemId)
      if (!item) throw new Problem('not-found', words.noItem)
      const about = await listFindingsAbout(tx, { kind: item.subjectKind, id: item.subjectId })
      const names = about.some(({ id }) => id === body.findingId)
      if (body.verdict === 'finding' && !names)
        throw new Problem('not-acceptable', words.noFinding, {
          items: [{ at: 'body.findingId', sentence: words.noFinding }],
        })

      const last = (await listMarks(tx, [item.id])).get(item.id)
      const said = { verdict: body.verdict, note: keptText(body.note) }
      const findingId = body.verdict === 'finding' ? body.findingId : null
      const id = newId()
      const mark = { ...said, id, itemId: item.id, nth: (last?.nth ?? 0) + 1, findingId, ...by(actor), businessAt: now }
      await insertMark(tx, sample.id, mark)
      const act = { act: 'sample.marked', subjectKind: 'sample', subjectId: sample.id }
      await recordAct(tx, { ...act, id: newId(), actor, at: now, detail: { item: item.id, verdict: body.verdict } })
      return (await shown(tx, [await getSample(tx, sample.id)]))[0]!
    }),
  ]
}

async function getSample(tx: Tx, id: string): Promise<SampleRow> {
  const sample = await findSample(tx, id)
  if (!sample) throw new Problem('not-found', words.missing)
  return sample
}
