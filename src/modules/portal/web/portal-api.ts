import type { CustomerState } from '../rules/customer-state.ts';

export interface PortalState { readonly isOpen: boolean; readonly isFormOpen: boolean; readonly company: string; readonly isMailReady: boolean }
export interface PublicType { readonly id: string; readonly name: string; readonly kind: string }
export interface PortalMe { readonly email: string; readonly isMailOn: boolean; readonly hasPapers: boolean; readonly mayBook: boolean; readonly parties: readonly { readonly customer: string; readonly name: string }[]; readonly types: readonly PublicType[] }
export interface PortalFile { readonly id: string; readonly name: string; readonly isPicture: boolean }
export interface PortalCaseRow {
  readonly id: string; readonly number: string; readonly type: string; readonly subject: string; readonly state: CustomerState; readonly receivedAt: string; readonly dueAt: string | null;
}
export interface PortalMessage { readonly id: string; readonly from: 'you' | 'us'; readonly name: string | null; readonly body: string; readonly at: string; readonly files: readonly PortalFile[] }
export interface PortalCase extends PortalCaseRow {
  readonly description: string | null; readonly place: string | null; readonly pictures: readonly PortalFile[]; readonly joinedTo: { readonly id: string; readonly number: string } | null;
  readonly mayWrite: boolean; readonly mayRate: boolean; readonly rating: { readonly score: number; readonly isSolved: boolean } | null; readonly messages: readonly PortalMessage[];
}
export interface FormOffer { readonly token: string; readonly bits: number; readonly types: readonly PublicType[]; readonly company: string }
export interface PortalContract {
  readonly id: string; readonly number: string; readonly customer: string; readonly about: string; readonly price: string; readonly currency: string; readonly signedAt: string | null;
  readonly contractNumber: string | null; readonly dealOn: string | null; readonly state: 'signed' | 'contracted' | 'delivered';
}
export interface PortalPapers { readonly contracts: readonly PortalContract[]; readonly documents: readonly { readonly id: string; readonly name: string; readonly size: number; readonly at: string; readonly customer: string }[] }
