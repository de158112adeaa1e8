import {
  GoLink,
  ProblemAlert,
  RunningText,
  ScrollBox,
  SentenceText,
  useCall,
  useWords,
  Waiting,
} from '../../../platform/ui/public.ts'
import { historyCoverage } from './contract.ts'
import { pageWords } from './page-words.ts'

/** Year by year and family by family, which days are known: the answer to “may we say he never received anything?”. */
export function CoverageGrid() {
  const say = useWords(pageWords)
  const coverage = useCall(historyCoverage)
  const { data, problem } = coverage
  if (!data) return problem ? <ProblemAlert problem={problem} onRetry={coverage.retry} /> : <Waiting />
  return (
    <>
      <h2>{say.coverage.title}</h2>
      <p className="sj-meta">
        <RunningText>{say.coverage.hint(data.since)}</RunningText>
      </p>
      <ScrollBox label={say.coverage.title} className="hist-grid">
        <table>
          <thead>
            <tr>
              <th scope="col">{say.columns.year}</th>
              {data.families.map((family) => (
                <th scope="col" key={family.code}>
                  <SentenceText sentence={family.label} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.years.map(({ year, cells }) => (
              <tr key={year}>
                <th scope="row" className="sj-num">
                  {year}
                </th>
                {cells.map((cell) => (
                  <td key={cell.family} className={`hist-grid-${cell.known}`}>
                    {say.coverage[cell.known]}
                    {cell.spans.map((span) => (
                      <small key={`${span.sourceId}${span.from}`} className="sj-num">
                        {cell.known === 'part' ? `${span.from.slice(5)}—${span.to.slice(5)} ` : ''}
                        {span.sourceId ? (
                          <GoLink to={`/history/${span.sourceId}`}>
                            <SentenceText sentence={span.source} />
                          </GoLink>
                        ) : (
                          <SentenceText sentence={span.source} />
                        )}
                      </small>
                    ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  )
}
