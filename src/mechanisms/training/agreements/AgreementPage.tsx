import {
  type Column,
  DenseTable,
  GoLink,
  PageFrame,
  ProblemAlert,
  SentenceText,
  StateTag,
  useCall,
  usePageParams,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import { type Agreement, getAgreement } from './contract.ts'
import { OnFile } from './OnFile.tsx'
import { pageWords } from './page-words.ts'

type Item = Agreement['items'][number]

/** One agreement, and what its provider has on file: sites, rooms, instructors. */
export default function AgreementPage() {
  const say = useWords(pageWords)
  const { agreementId } = usePageParams<'agreementId'>()
  const reading = useCall(getAgreement, { params: { agreementId } })
  const agreement = reading.data?.id === agreementId ? reading.data : undefined
  const crumbs = [{ label: say.agreements, to: '/agreements' }]
  if (!agreement) {
    return (
      <PageFrame title={say.agreements} crumbs={crumbs}>
        <ProblemAlert problem={reading.problem} onRetry={reading.retry} />
        {reading.problem ? null : <Waiting />}
      </PageFrame>
    )
  }
  const columns: Column<Item>[] = [
    {
      key: 'occupation',
      title: say.occupation,
      show: (item) => (
        <GoLink to="/agreements" query={{ occupation: item.occupation.id }}>
          <SentenceText sentence={item.occupation.name} />
        </GoLink>
      ),
    },
    {
      key: 'level',
      title: say.highestLevel,
      width: 200,
      show: (item) => <SentenceText sentence={item.highestLevelName} />,
    },
    { key: 'site', title: say.site, show: (item) => item.site.name },
  ]
  return (
    <PageFrame
      title={agreement.number}
      crumbs={crumbs}
      meta={
        <>
          <StateTag tone={agreement.inForce ? 'good' : 'plain'}>
            {agreement.inForce ? say.inForce : say.notInForce}
          </StateTag>{' '}
          {[agreement.provider.name, `${agreement.fromDate} – ${agreement.toDate}`, agreement.document]
            .filter((part) => part !== '')
            .join(' · ')}
        </>
      }
    >
      <DenseTable
        label={say.items}
        columns={columns}
        rows={agreement.items}
        rowKey={(item) => item.id}
        empty={{ sentence: say.none }}
      />
      <h2>{say.onFile}</h2>
      <OnFile organisationId={agreement.provider.id} />
    </PageFrame>
  )
}
