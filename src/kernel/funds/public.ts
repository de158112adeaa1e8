/** What other rooms may ask of funds: how a recorded fact says of itself what money needs to know. */
export { Claimable, type ClaimableGiven } from './deciding/claimable.ts'
