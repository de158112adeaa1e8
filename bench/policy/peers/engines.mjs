/**
 * The same scheme in three engines from npm. None of them knows a value that is not known, nor has a table of 9,000
 * rates: each case says of every value that is missing that it is below zero, and brings its rate with it.
 */
import { ZenEngine } from '@gorules/zen-engine'
import { Engine } from 'json-rules-engine'
import Publicodes from 'publicodes'

const INELIGIBLE = 1
const UNKNOWN = 2
const ELIGIBLE = 3

/** Conditions by name: a case's member, and the lowest and highest value that is met. */
const within = ({ youngest, oldest, leastMark, leastSessions, mostAYear, firstDay, lastDay }) => ({
  age: [youngest, oldest],
  ended: [firstDay, lastDay],
  mark: [leastMark, 100],
  sessions: [leastSessions, 20],
  thisYear: [0, mostAYear],
  sameLevel: [0, 0],
})

export function jsonRulesEngine(scheme) {
  const bounds = Object.entries(within(scheme))
  const refused = bounds.flatMap(([fact, [least, most]]) => [
    {
      all: [
        { fact, operator: 'greaterThanInclusive', value: 0 },
        { fact, operator: 'lessThan', value: least },
      ],
    },
    { fact, operator: 'greaterThan', value: most },
  ])
  const open = [...bounds.map(([fact]) => fact), 'receivedFen'].map((fact) => ({
    fact,
    operator: 'lessThan',
    value: 0,
  }))
  const engine = new Engine([
    { name: 'refused', conditions: { any: refused }, event: { type: 'refused' } },
    { name: 'open', conditions: { any: open }, event: { type: 'open' } },
  ])
  return async (given) => {
    const { events } = await engine.run(given)
    const types = events.map(({ type }) => type)
    if (types.includes('refused')) return [INELIGIBLE, 0]
    if (types.includes('open')) return [UNKNOWN, 0]
    const capped = Math.min(given.rateFen, scheme.capFen)
    return [ELIGIBLE, capped - Math.min(capped, given.receivedFen)]
  }
}

export function zenEngine(scheme, { explained }) {
  const bounds = Object.entries(within(scheme))
  const refused = bounds
    .map(([member, [least, most]]) => `(${member} >= 0 and ${member} < ${least}) or ${member} > ${most}`)
    .join(' or ')
  const open = [...bounds.map(([member]) => member), 'receivedFen'].map((member) => `${member} < 0`).join(' or ')
  const content = {
    contentType: 'application/vnd.gorules.decision',
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
      {
        id: 'scheme',
        type: 'expressionNode',
        name: 'scheme',
        position: { x: 1, y: 0 },
        content: {
          expressions: [
            { id: 'refused', key: 'refused', value: refused },
            { id: 'open', key: 'open', value: open },
            { id: 'kind', key: 'kind', value: `$.refused ? ${INELIGIBLE} : $.open ? ${UNKNOWN} : ${ELIGIBLE}` },
            { id: 'capped', key: 'capped', value: `min([rateFen, ${scheme.capFen}])` },
            { id: 'fen', key: 'fen', value: `$.kind == ${ELIGIBLE} ? $.capped - min([$.capped, receivedFen]) : 0` },
          ],
        },
      },
      { id: 'out', type: 'outputNode', name: 'out', position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: 'a', type: 'edge', sourceId: 'in', targetId: 'scheme' },
      { id: 'b', type: 'edge', sourceId: 'scheme', targetId: 'out' },
    ],
  }
  const decision = new ZenEngine().createDecision(content)
  return async (given) => {
    const { result } = await decision.evaluate(given, { trace: explained })
    return [result.kind, result.fen]
  }
}

export function publicodes(scheme) {
  const bounds = Object.entries(within(scheme))
  const rules = {
    ...Object.fromEntries([...bounds.map(([member]) => [member, null]), ['receivedFen', null], ['rateFen', null]]),
    refused: {
      'une de ces conditions': bounds.flatMap(([member, [least, most]]) => [
        { 'toutes ces conditions': [`${member} >= 0`, `${member} < ${least}`] },
        `${member} > ${most}`,
      ]),
    },
    open: { 'une de ces conditions': [...bounds.map(([member]) => `${member} < 0`), 'receivedFen < 0'] },
    capped: { valeur: 'rateFen', plafond: scheme.capFen },
    fen: { valeur: 'capped', abattement: 'receivedFen' },
  }
  const engine = new Publicodes(rules)
  const members = [...bounds.map(([member]) => member), 'receivedFen', 'rateFen']
  return (given) => {
    engine.setSituation(Object.fromEntries(members.map((member) => [member, given[member]])))
    if (engine.evaluate('refused').nodeValue) return [INELIGIBLE, 0]
    if (engine.evaluate('open').nodeValue) return [UNKNOWN, 0]
    return [ELIGIBLE, engine.evaluate('fen').nodeValue]
  }
}
