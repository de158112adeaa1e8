import { useEffect, useRef } from 'react'
import { CivilDate, Kbd, StateTag, type Tone, useLocale, useTell, useWords } from '../../../platform/ui/public.ts'
import type { CertificateShown } from './contract.ts'
import type { Mark } from './draft.ts'
import { DIFFERENCES, type Difference, LOOK_UP_OUTCOMES, type LookUpOutcome } from './rules.ts'
import { DIFFERENCE_WORDS, differencesText, OUTCOME_WORDS, words } from './words.ts'

const TONE = { agrees: 'good', differs: 'refused', 'not-found': 'refused' } as const satisfies Record<
  LookUpOutcome,
  Tone
>
const KEY_OF = { agrees: 'Y', differs: 'D', 'not-found': 'N' } as const satisfies Record<LookUpOutcome, string>

/** Puts a number where it can be pasted into a site's form; browsers allow it on secure addresses only. */
export function useCopy(): (number: string) => void {
  const tell = useTell()
  return (number) => void navigator.clipboard?.writeText(number).then(() => tell(words.copied))
}

/** What is known of a certificate so far. */
function Newest({ newest }: Pick<CertificateShown, 'newest'>) {
  const say = useWords(words)
  const locale = useLocale()
  if (!newest) return <span className="sj-meta">{say.notYet}</span>
  return (
    <>
      <StateTag tone={newest.tooOld ? 'attention' : TONE[newest.outcome]}>
        {OUTCOME_WORDS[newest.outcome][locale]}
        {newest.differing.length > 0 ? `: ${differencesText(newest.differing)[locale]}` : null}
      </StateTag>{' '}
      <small className="sj-meta">
        <CivilDate date={newest.lookedOn} />
        {newest.tooOld ? ` · ${say.tooOld}` : null}
      </small>
    </>
  )
}

type MarkingProps = {
  certificate: CertificateShown
  mark: Mark | undefined
  onMark: (outcome: LookUpOutcome | null) => void
  onToggle: (difference: Difference) => void
}

/** The three things a site can show, none chosen until somebody chooses. */
function Marking({ certificate, mark, onMark, onToggle }: MarkingProps) {
  const say = useWords(words)
  const locale = useLocale()
  const label = { agrees: say.agrees, differs: say.differs, 'not-found': say.notFound }
  return (
    <fieldset className="look-up-marks">
      <legend className="sj-aloud">
        {say.mark} {certificate.number}
      </legend>
      {LOOK_UP_OUTCOMES.map((outcome) => (
        <button
          key={outcome}
          type="button"
          className={`look-up-mark sj-tone-${TONE[outcome]}`}
          aria-pressed={mark?.outcome === outcome}
          onClick={() => onMark(mark?.outcome === outcome ? null : outcome)}
        >
          {label[outcome]} <Kbd>{KEY_OF[outcome]}</Kbd>
        </button>
      ))}
      {mark?.outcome === 'differs' ? (
        <span className="look-up-differing">
          {DIFFERENCES.map((difference, at) => (
            <label key={difference}>
              <input
                type="checkbox"
                checked={mark.differing.includes(difference)}
                onChange={() => onToggle(difference)}
              />
              {DIFFERENCE_WORDS[difference][locale]} <Kbd>{String(at + 1)}</Kbd>
            </label>
          ))}
        </span>
      ) : null}
    </fieldset>
  )
}

type RowProps = Omit<MarkingProps, 'onMark' | 'onToggle'> & {
  /** Where a class has one occupation, its title says it. */
  occupationShown: boolean
  current: boolean
  onCurrent: () => void
  marking: Pick<MarkingProps, 'onMark' | 'onToggle'> | null
}

function Row({ certificate, mark, occupationShown, current, onCurrent, marking }: RowProps) {
  const say = useWords(words)
  const locale = useLocale()
  const copy = useCopy()
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <tr ref={row} aria-current={current ? 'true' : undefined} onClick={onCurrent}>
      <td className="sj-num">{certificate.position}</td>
      <td>
        <b>{certificate.holder}</b> <small className="sj-meta sj-num">{certificate.identity}</small>
      </td>
      <td>
        <button
          type="button"
          className="sj-plain sj-num look-up-number"
          title={say.copyNumber}
          onClick={() => copy(certificate.number)}
        >
          {certificate.number}
        </button>
        {certificate.problems.length > 0 ? (
          <div className="look-up-wrong">
            {say.numberWrong}: {certificate.problems.map((problem) => problem[locale]).join(';')}
          </div>
        ) : null}
      </td>
      <td>
        {certificate.level[locale]}{' '}
        <small className="sj-meta">{occupationShown ? certificate.occupation[locale] : null}</small>
      </td>
      <td>
        <CivilDate date={certificate.issuedOn} />
      </td>
      <td>
        <Newest newest={certificate.newest} />
      </td>
      {marking ? (
        <td>
          <Marking certificate={certificate} mark={mark} {...marking} />
        </td>
      ) : null}
    </tr>
  )
}

type RowsProps = {
  label: string
  certificates: readonly CertificateShown[]
  marks: Readonly<Record<string, Mark>>
  at: string | undefined
  onAt: (certificateId: string) => void
  /** Absent for whoever may only read. */
  onMark: ((certificateId: string, outcome: LookUpOutcome | null) => void) | null
  onToggle: (certificateId: string, difference: Difference) => void
}

/** The certificates of a class, one line each, with what the site shows marked beside them. */
export function CertificateRows({ label, certificates, marks, at, onAt, onMark, onToggle }: RowsProps) {
  const say = useWords(words)
  const occupations = new Set(certificates.map((each) => each.occupation.zh))
  if (certificates.length === 0) return <p className="sj-empty">{say.noSuch}</p>
  return (
    <div className="look-up-scroll">
      <table className="look-up-table" aria-label={label}>
        <thead>
          <tr>
            <th>{say.no}</th>
            <th>{say.holder}</th>
            <th>{say.number}</th>
            <th>{say.level}</th>
            <th>{say.issuedOn}</th>
            <th>{say.newest}</th>
            {onMark ? <th>{say.mark}</th> : null}
          </tr>
        </thead>
        <tbody>
          {certificates.map((certificate) => (
            <Row
              key={certificate.id}
              certificate={certificate}
              mark={marks[certificate.id]}
              occupationShown={occupations.size > 1}
              current={onMark !== null && certificate.id === at}
              onCurrent={() => onAt(certificate.id)}
              marking={
                onMark && {
                  onMark: (outcome) => onMark(certificate.id, outcome),
                  onToggle: (difference) => onToggle(certificate.id, difference),
                }
              }
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
