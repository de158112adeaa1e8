import { listSexesAndBirths, type SexAndBirth } from '../../../kernel/people/public.ts'
import { type Facts, type FactSupplier, known, type PolicyFact, slotOf } from '../../../kernel/policy/public.ts'
import { listSitesById } from '../agreements/store.ts'
import { listClassesById } from '../classes/store.ts'
import { CERTIFICATE_ISSUED } from './certificates.ts'
import { CompletionBody, TRAINING_COMPLETED } from './fact-body.ts'

/** What training itself knows of a completion: the class, the roster, and what attendance came to. */
export const trainingSupplier: FactSupplier = {
  name: 'training',
  keys: [
    'training.kind',
    'training.startedOn',
    'training.endedOn',
    'class.level',
    'class.town',
    'person.group',
    'training.hours',
    'training.attendedRatio',
  ],
  triggers: [TRAINING_COMPLETED],
  async supply(tx, facts) {
    const bodies = facts.map((fact) => ({ fact, body: CompletionBody.parse(fact.body) }))
    const classes = await listClassesById(
      tx,
      bodies.map(({ body }) => body.classId),
    )
    const sites = await listSitesById(
      tx,
      [...classes.values()].map(({ siteId }) => siteId),
    )
    return new Map(
      bodies.map(({ fact, body }): [string, Facts] => {
        const filed = { source: `class:${body.classId}`, asOf: body.during.from }
        const enrolled = { source: `enrolment:${body.enrolmentId}`, asOf: body.during.from }
        const group = known(body.groupCode, enrolled)
        const { theoryHours, practiceHours, siteId } = classes.get(body.classId)!
        const town = sites.get(siteId)?.townZh
        const attended = { numerator: body.attendedSessions, denominator: body.plannedSessions }
        return [
          fact.id,
          {
            'training.kind': known(body.kind, filed),
            'training.startedOn': known(body.during.from, filed),
            'training.endedOn': known(body.during.to, filed),
            'class.level': known(body.level, filed),
            ...(town === undefined ? {} : { 'class.town': known(town, filed) }),
            // The roster says it of enrolment and of the training alike; of later moments it says nothing.
            'person.group': group,
            [slotOf('person.group', 'enrolment')]: group,
            [slotOf('person.group', 'training')]: group,
            'training.hours': known(theoryHours + practiceHours, filed),
            'training.attendedRatio': known(attended, {
              source: `muster:${body.musterId}`,
              asOf: body.attendanceAt,
            }),
          },
        ]
      }),
    )
  },
}

/** What the identity number says of whoever a fact is about; of who was emptied nothing. */
export const personSupplier: FactSupplier = {
  name: 'people',
  keys: ['person.sex', 'person.bornOn'],
  triggers: [TRAINING_COMPLETED, CERTIFICATE_ISSUED],
  async supply(tx, facts) {
    const people = await listSexesAndBirths(
      tx,
      facts.map(({ personId }) => personId),
    )
    return new Map(facts.map((fact, index): [string, Facts] => [fact.id, bornAs(people[index] ?? null, fact)]))
  },
}

function bornAs(person: SexAndBirth | null, { personId, occurredOn }: PolicyFact): Facts {
  if (!person) return {}
  const from = { source: `person:${personId}`, asOf: occurredOn }
  return { 'person.sex': known(person.sex, from), 'person.bornOn': known(person.birthDate, from) }
}
