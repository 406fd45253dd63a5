export const en = {
  case: { subject: 'Chat: {words}', visitor: 'Visitor' },
  greeting: 'Hello, how can we help?',
};
