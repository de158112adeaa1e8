export { PersonTimeline as default } from './TimelinePage.tsx'
