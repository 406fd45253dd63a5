export const en = {
  mail: {
    subject: '{code} is your sign-in code · {company}',
    text: 'Hello,\n\nyou are signing in to the customer service of {company}. Your code is:\n\n{code}\n\nIt is valid for {minutes} minutes and works once. Do not pass it on.\nIf this was not you, ignore this mail.',
  },
  visit: { subject: 'Visit wished: {words}', wish: 'Wished time: {window}', parts: { morning: '{day}, morning', afternoon: '{day}, afternoon', evening: '{day}, evening' } },
  notice: {
    reply: { subject: 'A new answer to {number} · {company}', text: 'Hello,\n\nthere is a new answer to your request {number}. Read it in the customer portal:\n{link}\n\nThese mails can be switched off in the portal.\n{company}' },
    closed: { subject: '{number} is done · {company}', text: 'Hello,\n\nyour request {number} is done. See the result and rate it in the customer portal:\n{link}\n\nThese mails can be switched off in the portal.\n{company}' },
    chat: { subject: 'An answer to your message ({number}) · {company}', text: 'Hello,\n\nthe message that you left on our site ({number}) was answered:\n\n{body}\n\nTo go on, open the page where you wrote it, or:\n{link}\n{company}' },
  },
};
