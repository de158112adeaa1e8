export { ProviderTimeline as default } from './TimelinePage.tsx'
