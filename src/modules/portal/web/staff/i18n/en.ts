export const en = {
  none: 'Nobody has signed in to the portal yet.', last: 'Last signed in {at}', own: 'The customer’s own address', papers: 'May see contracts and documents', sessions: '{n} signed in', noSession: 'Not signed in now', seen: 'Used {at}', end: 'Sign out', endAll: 'Sign out everywhere',
  ended: 'Signed out; they have to sign in again.', files: 'Shown in the portal', filesHint: 'Signed subscriptions show by themselves; other files one by one.', of: { customer: 'Customer', subscription: 'Subscription', deal: 'Deal' },
};
