import {
  Callout,
  GoLink,
  PageFrame,
  ProblemAlert,
  useCall,
  useLocale,
  usePageParams,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import { paperByCode } from './contract.ts'
import { words } from './words.ts'

/** Where a QR on paper leads after signing in: what the paper is, and the way to its record. */
export default function PaperByCodePage() {
  const say = useWords(words)
  const locale = useLocale()
  const { code } = usePageParams<'code'>()
  const { data, problem, retry } = useCall(paperByCode, { params: { code } })
  return (
    <PageFrame title={say.byCode}>
      {data ? (
        <Callout
          tone={data.current ? 'good' : 'attention'}
          title={say.papersOf(data.title[locale], data.code, data.firstPrintedOn)}
          evidence={<GoLink to={data.page}>{say.toRecord} ▸</GoLink>}
        >
          {data.subject[locale]}
          <br />
          {data.current ? say.stillCurrent : say.noLonger}
        </Callout>
      ) : problem ? (
        <ProblemAlert problem={problem} onRetry={retry} />
      ) : (
        <Waiting />
      )}
    </PageFrame>
  )
}
