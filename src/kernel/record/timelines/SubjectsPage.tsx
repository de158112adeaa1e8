export { TimelineSubjects as default } from './TimelinePage.tsx'
