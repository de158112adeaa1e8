/** What other rooms may ask of funds: how a recorded fact says of itself what money needs to know. */
export { Claimable, type ClaimableGiven } from './deciding/claimable.ts'
/** Whether what a group's facts rest on may still be amended, as far as its money goes. */
export { obstacleToAmending } from './claims/amending.ts'
