/** The form that is signed on paper: the scan of an approval is a scan of it, wherever it was attached. */
export const APPROVAL_FORM = 'claim-approval'
