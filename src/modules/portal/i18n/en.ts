export const en = {
  mail: {
    subject: '{code} is your sign-in code · {company}',
    text: 'Hello,\n\nyou are signing in to the customer service of {company}. Your code is:\n\n{code}\n\nIt is valid for {minutes} minutes and works once. Do not pass it on.\nIf this was not you, ignore this mail.',
  },
};
