/** Why a chosen file is not worth sending; null when it is. What is in it, only the server can say. */
export function checkChosen(file: { name: string; size: number }, accept: string): 'wrongType' | 'empty' | null {
  const extensions = accept.split(',').map((each) => each.trim().toLowerCase())
  if (!extensions.some((extension) => file.name.toLowerCase().endsWith(extension))) return 'wrongType'
  return file.size === 0 ? 'empty' : null
}

/** A file's size for people: 812 B, 14.2 KB, 3.1 MB. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** Hands a downloaded file to the browser under its name. */
export function saveFile(content: Blob, fileName: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
