import type { ReactNode } from 'react'
import { GoLink, SentenceText, useLocale, useWords, Yuan } from '../../../../platform/ui/public.ts'
import type { ClaimHead } from '../../claims/contract.ts'
import { HAND_WORDS } from '../../duties/words.ts'
import type { ApprovalSheet } from './contract.ts'
import { words } from './words.ts'

type SheetProps = { claim: ClaimHead; sheet: ApprovalSheet }

/** Head-count, sum, money, doubts and who proposes it: nothing else has to be opened. */
export function SheetBody({ claim, sheet }: SheetProps) {
  const say = useWords(words)
  const locale = useLocale()
  const { line } = claim
  return (
    <dl className="approval-sheet">
      <Row label={say.heads} big>
        {claim.headCount}
      </Row>
      <Row label={say.sum} big>
        <Yuan fen={claim.amountFen} unit />
      </Row>
      {line ? (
        <Row label={say.line}>
          {line.name} {line.year} · <SentenceText sentence={claim.fundName} />
          <small>
            {say.available} <Yuan fen={line.availableFen} unit /> ({say.availableNote})
          </small>
          {sheet.committed ? (
            <small>
              {say.committed} <Yuan fen={sheet.committed.beforeFen} unit /> →{' '}
              <Yuan fen={sheet.committed.afterFen} unit />
            </small>
          ) : null}
        </Row>
      ) : null}
      <Row label={say.doubts}>
        <Doubts claim={claim} sheet={sheet} />
      </Row>
      <Row label={say.proposal}>
        {sheet.confirmed ? (
          <small>{say.confirmedBy(sheet.confirmed.who.name, sheet.confirmed.on, sheet.confirmed.onPaper)}</small>
        ) : null}
        {sheet.proposals.map(({ duty, who, on, standingIn }) => (
          <small key={duty}>
            {say.passedBy(HAND_WORDS[duty][locale], `${who.name} (${who.post[locale]})`, on)}
            {standingIn ? say.standingIn : ''}
          </small>
        ))}
      </Row>
      <Row label={say.approvedBy}>
        <SentenceText sentence={sheet.band.posts} />
      </Row>
      <Row label={say.number}>
        <span className="sj-num">{claim.number}</span>
        <small>{say.contentBegins(claim.contentSha256.slice(0, 16))}</small>
      </Row>
    </dl>
  )
}

function Row({ label, big = false, children }: { label: string; big?: boolean; children: ReactNode }) {
  return (
    <div className={big ? 'approval-big' : undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Doubts({ claim, sheet }: SheetProps) {
  const say = useWords(words)
  const locale = useLocale()
  const { heldCount, refusedCount, unavailable } = claim
  const { held, refused, overrides, cases } = sheet
  const counted = (reasons: ApprovalSheet['held']) =>
    reasons.map(({ label, count }) => say.notMet(label[locale], count)).join(locale === 'zh' ? ';' : '; ')
  if (heldCount + refusedCount + unavailable.length + overrides.length + cases.length === 0) return say.noDoubts
  return (
    <>
      {heldCount > 0 ? (
        <p>
          <b>{say.held(heldCount)}</b> <small>{counted(held)}</small>
        </p>
      ) : null}
      {refusedCount > 0 ? (
        <p>
          <b>{say.refused(refusedCount)}</b> <small>{counted(refused)}</small>
        </p>
      ) : null}
      {unavailable.length > 0 ? (
        <p>
          <b>{say.unanswered(unavailable.length)}</b>{' '}
          <small>
            {unavailable
              .map(({ checkId, title, people }) => say.notAsked(`${checkId} ${title[locale]}`, people))
              .join(locale === 'zh' ? ';' : '; ')}
          </small>
        </p>
      ) : null}
      {overrides.length > 0 ? (
        <p>
          <b>{say.overrides(overrides.length)}</b>{' '}
          <small>
            {overrides
              .map(({ checkId, document, until }) => say.override(checkId, document, until))
              .join(locale === 'zh' ? ';' : '; ')}
          </small>
        </p>
      ) : null}
      {cases.length > 0 ? (
        <p>
          <b>{say.cases(cases.length)}</b>{' '}
          {cases.map(({ id, number, open }) => (
            <GoLink key={id} to={`/cases/${id}`}>
              {open ? say.caseOpen(number) : say.caseConcluded(number)}{' '}
            </GoLink>
          ))}
        </p>
      ) : null}
    </>
  )
}
