import { Both, documentOf } from './Document.html.tsx'
import type { ArchivedFile, Files } from './files.ts'
import { LISTED_ON_THE_INDEX, MOST_FILE_BYTES } from './rules.ts'
import { pageWords as words } from './words.ts'

/** Files one by one: each opened from here, or why it is not in the archive, and its hash. */
export function FileLines({ files, up }: { files: readonly ArchivedFile[]; up: string }) {
  return (
    <ul>
      {files.map(({ path, title, fate, sha256 }) => (
        <li key={sha256 + title.zh} className={fate === 'differs' ? 'wrong' : undefined}>
          {path === null ? <Both of={title} /> : <a href={`${up}${path}`}>{<Both of={title} />}</a>}
          <div>
            {fate === 'in' ? null : (
              <>
                <Both of={words.fates[fate]} />{' '}
              </>
            )}
            <small>SHA-256 {sha256}</small>
          </div>
        </li>
      ))}
    </ul>
  )
}

const FILES_PAGE = 'lists/files.html'

/** The files on the index: one by one where they are few. */
export function FileList({ files: { listed, ofOthers } }: { files: Pick<Files, 'listed' | 'ofOthers'> }) {
  if (listed.length + ofOthers === 0) return null
  return (
    <>
      <h2>
        <Both of={words.files} /> <small>{listed.filter(({ path }) => path !== null).length}</small>
      </h2>
      {ofOthers > 0 ? (
        <p>
          <Both of={words.ofOthers(ofOthers)} />
        </p>
      ) : null}
      {isLong(listed) ? (
        <p>
          <a href={FILES_PAGE}>
            <Both of={words.listed(listed.length)} />
          </a>
        </p>
      ) : (
        <FileLines files={listed} up="" />
      )}
    </>
  )
}

const isLong = (listed: readonly ArchivedFile[]) => listed.length > LISTED_ON_THE_INDEX

/** A page of all files where the index does not name them one by one. */
export function filesPage(listed: readonly ArchivedFile[]): { path: string; html: string } | undefined {
  if (!isLong(listed)) return undefined
  const body = (
    <>
      <p>
        <a href="../index.html">
          <Both of={words.back} />
        </a>
      </p>
      <h1>
        <Both of={words.files} /> <small>{listed.length}</small>
      </h1>
      <FileLines files={listed} up="../" />
    </>
  )
  return { path: FILES_PAGE, html: documentOf(words.files, body) }
}

/** Said at the top: what is not in the archive because it would hold too much. */
export function FilesLeftOut({ tooMuch: { count, bytes } }: { tooMuch: { count: number; bytes: number } }) {
  if (count === 0) return null
  return (
    <p className="wrong">
      <Both of={words.leftOut(count, megabytes(bytes), megabytes(MOST_FILE_BYTES))} />
    </p>
  )
}

const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024)
