export const en = {
  none: 'Nobody has signed in to the portal yet.', last: 'Last signed in {at}', own: 'The customer’s own address', papers: 'May see contracts and documents', sessions: 'Signed in {n} times', noSession: 'Not signed in now', seen: 'Last used {at}', end: 'End session', endAll: 'End all sessions',
  ended: 'Ended; they have to sign in again.', files: 'Shown in the portal', filesHint: 'Signed subscriptions show by themselves; other files one by one.', of: { customer: 'Customer', subscription: 'Subscription', deal: 'Deal' },
};
