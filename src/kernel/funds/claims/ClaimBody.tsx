import { CHECKS_BY_LETTER } from '../../people/letters/rules.ts'
import { words as letterWords } from '../../people/letters/words.ts'
import {
  Callout,
  Figures,
  GoLink,
  SentenceText,
  useLocale,
  useViewer,
  useWords,
  Yuan,
} from '../../../platform/ui/public.ts'
import type { ClaimHead, ClaimPerson } from './contract.ts'
import { FrozenCallout } from '../cases/FrozenCallout.tsx'
import { ClaimRecoveries } from '../recoveries/ClaimRecoveries.tsx'
import { PeopleTable } from './PeopleTable.tsx'
import { words } from './words.ts'

type ClaimBodyProps = { claim: ClaimHead; narrow?: boolean; onPerson: (decisionId: string) => void }

/** What one looks at before deciding on a claim: the figures, what needs a person, and everybody. */
export function ClaimBody({ claim, narrow = false, onPerson }: ClaimBodyProps) {
  return (
    <>
      <ClaimFigures claim={claim} />
      <FrozenCallout frozen={claim.frozenBy ? [claim.frozenBy] : []} />
      {claim.status === 'paid' || claim.status === 'batched' ? <ClaimRecoveries claimId={claim.id} /> : null}
      <Supplement because={claim.supplementBecause} />
      <Replacement claim={claim} />
      <FactsChanged count={claim.changedPeople} />
      <BankProblems problems={claim.bankProblems} />
      <UnavailableChecks claim={claim} />
      <PeopleCallout claim={claim} standing="held" />
      <PeopleCallout claim={claim} standing="refused" />
      <PeopleTable people={claim.people} narrow={narrow} onPerson={onPerson} />
    </>
  )
}

function ClaimFigures({ claim }: { claim: ClaimHead }) {
  const say = useWords(words)
  const locale = useLocale()
  const { headCount, heldCount, refusedCount, line } = claim
  const figures = [
    { label: say.amount, value: <Yuan fen={claim.amountFen} unit /> },
    { label: say.heads, value: say.people3(headCount, heldCount, refusedCount) },
    { label: say.checksPassed, value: `${claim.checksPassed} / ${claim.checksAsked}` },
    ...(line
      ? [
          {
            label: say.balance(claim.fundName[locale]),
            value: (
              <GoLink to={`/budget/${line.id}`}>
                <Yuan fen={line.availableFen} unit />
              </GoLink>
            ),
          },
        ]
      : []),
  ]
  return <Figures figures={figures} />
}

/** That it pays what a decision given anew adds, beside the group's own claim. */
function Supplement({ because }: { because: ClaimHead['supplementBecause'] }) {
  const say = useWords(words)
  if (!because) return null
  return (
    <Callout tone="now" title={say.supplement}>
      <SentenceText sentence={because} />
    </Callout>
  )
}

/** What was told since the claim before this one, and what it changed for whom; or which claim took this one's place. */
function Replacement({ claim: { replaces, replacedBy } }: { claim: ClaimHead }) {
  const say = useWords(words)
  const locale = useLocale()
  if (replacedBy) {
    return (
      <Callout
        tone="attention"
        title={say.replacedBy(replacedBy.number, replacedBy.because[locale])}
        evidence={[
          <GoLink key={replacedBy.id} to={`/claims/${replacedBy.id}`}>
            {replacedBy.number}
          </GoLink>,
        ]}
      />
    )
  }
  if (!replaces) return null
  const standing = (of: ClaimPerson['standing'] | null) => (of === null ? say.notIncluded : say.standing[of])
  return (
    <Callout
      tone="now"
      title={say.replaces(replaces.number, replaces.because[locale])}
      evidence={[
        <GoLink key={replaces.id} to={`/claims/${replaces.id}`}>
          {replaces.number}
        </GoLink>,
      ]}
    >
      {replaces.changes.length === 0 ? (
        say.nobodyChanged
      ) : (
        <ul className="claim-told">
          {replaces.changes.map(({ position, maskedName, from, to }) => (
            <li key={position}>
              {say.place(position)} {maskedName}: {standing(from)} → {standing(to)}
            </li>
          ))}
        </ul>
      )}
    </Callout>
  )
}

function FactsChanged({ count }: { count: number }) {
  const say = useWords(words)
  return count === 0 ? null : <Callout tone="refused" title={say.factsChanged(count)} />
}

/** What the bank's list cannot hold: such a claim is returned or sent back, never passed or paid. */
function BankProblems({ problems }: { problems: ClaimHead['bankProblems'] }) {
  const say = useWords(words)
  if (problems.length === 0) return null
  return (
    <Callout tone="refused" title={say.bankListTitle(problems.length)}>
      <ul className="claim-told">
        {problems.map((problem) => (
          <li key={problem.zh}>
            <SentenceText sentence={problem} />
          </li>
        ))}
      </ul>
    </Callout>
  )
}

/** Checks without an answer are told one by one, with what the scheme says of them: they are never a silent pass. */
function UnavailableChecks({ claim }: { claim: ClaimHead }) {
  const say = useWords(words)
  const letters = useWords(letterWords)
  const { may } = useViewer()
  if (claim.unavailable.length === 0) return null
  const lacksAnswer =
    claim.groupKind === 'class' && claim.unavailable.some(({ checkId }) => CHECKS_BY_LETTER.includes(checkId))
  const isSettled = claim.unavailable.every(({ since }) => since !== null && since.answered === since.asked)
  return (
    <Callout
      tone={isSettled ? 'now' : 'attention'}
      title={(isSettled ? say.unavailableThen : say.unavailableTitle)(claim.unavailable.length)}
      evidence={
        lacksAnswer && may('letter.read') ? (
          <GoLink to={`/classes/${claim.groupId}`} query={{ tab: 'letters' }}>
            {letters.panel} ▸
          </GoLink>
        ) : undefined
      }
    >
      <ul className="claim-told">
        {claim.unavailable.map(({ checkId, title, people, then, since }) => (
          <li key={checkId}>
            {checkId} <SentenceText sentence={title} /> ·{' '}
            {then === 'note' ? say.unavailableNote(people) : say.unavailableHold(people)}
            {since ? say.answeredSince(since.asked, since.answered, since.passed) : null}
          </li>
        ))}
      </ul>
    </Callout>
  )
}

const reasonOf = (person: ClaimPerson, locale: 'zh' | 'en') =>
  person.reasons.map((reason) => reason.sentence[locale]).join(locale === 'zh' ? ';' : '; ')

/** Who is held or refused, each with every reason. */
function PeopleCallout({ claim, standing }: { claim: ClaimHead; standing: 'held' | 'refused' }) {
  const say = useWords(words)
  const locale = useLocale()
  const people = claim.people.filter((person) => person.standing === standing)
  if (people.length === 0) return null
  const title = standing === 'held' ? say.heldTitle(people.length) : say.refusedTitle(people.length)
  return (
    <Callout
      tone="attention"
      title={title}
      evidence={people.map((person) => (
        <GoLink key={person.decisionId} to={`/trail/decision/${person.decisionId}`}>
          {say.place(person.position)} {say.seeBasis}
        </GoLink>
      ))}
    >
      <ul className="claim-told">
        {people.map((person) => (
          <li key={person.decisionId}>
            {say.place(person.position)} {person.maskedName}: {reasonOf(person, locale)}
          </li>
        ))}
      </ul>
    </Callout>
  )
}
