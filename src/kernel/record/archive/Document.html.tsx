import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Sentence } from '../../../platform/contract/public.ts'

const STYLE = `
body{font:16px/1.6 "Noto Sans SC","Microsoft YaHei","PingFang SC",sans-serif;color:#1f2328;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem;line-height:1.3;margin:0 0 1rem}h2{font-size:1.1rem;margin:2rem 0 .5rem;border-bottom:1px solid #c9ced6}
h3{font-size:1rem;margin:1rem 0 .25rem}small,.en{color:#59636e;font-size:.85em;font-weight:normal}
a{color:#0b57a4}table{border-collapse:collapse;width:100%;margin:0 0 1rem}th,td{border:1px solid #c9ced6;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{width:14rem;font-weight:600;background:#f5f6f8}ul{padding-left:1.25rem;margin:.25rem 0}code{background:#f5f6f8;padding:.1rem .3rem;overflow-wrap:anywhere}
.wrong{border-left:4px solid #b42318;padding:.25rem .75rem}
@media (max-width:40rem){th{width:40%}}
@media print{body{max-width:none;margin:0;font-size:11pt}a{color:inherit;text-decoration:none}h2,h3{break-after:avoid}tr,li{break-inside:avoid}}
`.replace(/\n/g, '')

/** A sentence in Chinese, its English beside it where that is another. */
export function Both({ of: { zh, en } }: { of: Sentence }) {
  return (
    <>
      {zh}
      {en === zh ? null : (
        <>
          {' '}
          <span className="en" lang="en">
            {en}
          </span>
        </>
      )}
    </>
  )
}

export function documentOf(title: Sentence, body: ReactNode): string {
  return `<!doctype html>${renderToStaticMarkup(
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <title>{title.zh}</title>
        <style>{STYLE}</style>
      </head>
      <body>{body}</body>
    </html>,
  )}`
}
