import { Button } from 'antd'
import { GoLink, ProblemAlert, useCall, useLocale, useTell, useWords } from '../../../platform/ui/public.ts'
import { claimNotices } from './contract.ts'
import { textOf } from './rules.ts'
import { words } from './words.ts'
import './telling.css'

/** What one person is told, beside how it was decided: to be copied into a message, or printed. */
export function NoticePanel({ claimId, decisionId }: { claimId: string; decisionId: string }) {
  const say = useWords(words)
  const locale = useLocale()
  const tell = useTell()
  const { data, problem, retry } = useCall(claimNotices, { params: { claimId }, query: { person: decisionId } })
  const notice = data?.notices.find((each) => each.decisionId === decisionId)
  if (problem) return <ProblemAlert problem={problem} onRetry={retry} />
  if (!notice) return null
  const text = textOf(notice, locale)

  async function copy() {
    await navigator.clipboard.writeText(text).then(
      () => tell(words.copied),
      () => tell(words.notCopied),
    )
  }

  return (
    <>
      <h3>{say.panel}</h3>
      <p className="notice-small">{text}</p>
      <p className="sj-evidence">
        <Button size="small" onClick={() => void copy()}>
          {say.copy}
        </Button>{' '}
        <GoLink to={`/claims/${claimId}/notices`} query={{ person: decisionId }}>
          {say.printOne}
        </GoLink>
      </p>
    </>
  )
}
