/** How long a person's timeline opens, page by page, after the reason for reading it was written down. */
export const READING_OPENS_MINUTES = 30
