export { readProofToken, makeProofToken, PROOF_BITS } from './form/form-token.ts';
export { type HouseFacts, asHouse } from './portal-account.ts';
export { type CustomerMail, noteMail } from './notices/tell-customer.ts';
export { portalModule } from './portal.module.ts';
export { companyName } from './queries/name-of-house.ts';
export { type Limit, networkOf, takeLimit } from './take-limit.ts';
