import { Button } from 'antd'
import {
  localTime,
  PageFrame,
  ProblemAlert,
  useAct,
  useCall,
  useLocale,
  usePageParams,
  useViewer,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import { recordNoticePrinted, restrictionNotice } from './contract.ts'
import { NoticeSheet } from './NoticeSheet.tsx'
import { pageWords } from './page-words.ts'

/** What somebody restricted is told, ready for the printer; that it was printed is recorded. */
export default function NoticePage() {
  const say = useWords(pageWords)
  const locale = useLocale()
  const { may } = useViewer()
  const { restrictionId } = usePageParams<'restrictionId'>()
  const { data, problem, retry } = useCall(restrictionNotice, { params: { restrictionId } })
  const printing = useAct(recordNoticePrinted)

  async function print() {
    const done = await printing.act({ params: { restrictionId } })
    if (done.ok) window.print()
  }

  return (
    <PageFrame
      title={data ? data.notice.title[locale] : say.notice}
      crumbs={[{ label: say.title, to: '/restrictions' }]}
      meta={data ? (data.lastPrintedAt ? say.lastPrinted(localTime(data.lastPrintedAt)) : say.neverPrinted) : null}
      actions={
        data && may(recordNoticePrinted.may) ? (
          <Button type="primary" loading={printing.busy} onClick={() => void print()}>
            {say.print}
          </Button>
        ) : null
      }
    >
      <style>{'@page { size: A4; margin: 20mm; }'}</style>
      <ProblemAlert problem={printing.problem} takesFocus />
      {problem ? <ProblemAlert problem={problem} onRetry={retry} /> : null}
      {!data && !problem ? <Waiting rows={8} /> : null}
      {data ? <NoticeSheet notice={data.notice} /> : null}
    </PageFrame>
  )
}
