/**
 * `fetch` for an upload that reports how much has been sent, from 0 to 1 (the browser's fetch cannot).
 * Takes only what the platform's client hands it.
 */
export function sendingWith(onSent: (share: number) => void): typeof fetch {
  return (address, init = {}) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      request.open(init.method ?? 'GET', address instanceof Request ? address.url : String(address))
      for (const [name, value] of Object.entries((init.headers ?? {}) as Record<string, string>)) {
        request.setRequestHeader(name, value)
      }
      request.responseType = 'blob'
      request.upload.onprogress = (sent) => sent.lengthComputable && onSent(sent.loaded / sent.total)
      request.onload = () => {
        const type = request.getResponseHeader('content-type') ?? ''
        resolve(new Response(request.response as Blob, { status: request.status, headers: { 'content-type': type } }))
      }
      request.onerror = () => reject(new TypeError('network'))
      request.ontimeout = request.onerror
      init.signal?.addEventListener('abort', () => request.abort())
      request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
      request.send((init.body ?? null) as XMLHttpRequestBodyInit | null)
    })
}
