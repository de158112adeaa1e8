/** The outbox event that the province has newly paid people; claims and lists that speak of them are looked at again. */
export const PROVINCE_PAID = 'funds.province-paid'
