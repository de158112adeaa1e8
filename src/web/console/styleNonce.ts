/*
 * The answer's content policy allows styles inside the page by its nonce alone. Ant Design writes such styles, some of
 * its parts without a way to name the nonce (the lock against scrolling behind a dialog), so every style element that a
 * script of ours makes carries it. Nothing is opened by this: scripts are ours alone, and what came in as markup is not
 * made here. A page cannot read the nonce as an attribute, only as this property.
 */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce

if (nonce) {
  const create = document.createElement.bind(document)
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const made = create(name, options)
    if (made instanceof HTMLStyleElement) made.nonce = nonce
    return made
  }
}
