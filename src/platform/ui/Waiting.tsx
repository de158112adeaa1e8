import { useWords } from './language.tsx'
import { words } from './words.ts'

/** The shape of what is coming, in rows of the right height, so that nothing jumps. */
export function Waiting({ rows = 6 }: { rows?: number }) {
  const say = useWords(words)
  return (
    <div className="sj-waiting" role="status">
      <span className="sj-aloud">{say.loading}</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} aria-hidden style={{ width: `${92 - ((index * 17) % 40)}%` }} />
      ))}
    </div>
  )
}
