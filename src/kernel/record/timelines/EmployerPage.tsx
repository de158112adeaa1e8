export { EmployerTimeline as default } from './TimelinePage.tsx'
