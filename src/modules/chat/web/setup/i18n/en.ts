export const en = {
  title: 'Chat set-up', hint: 'Put a snippet into your site and visitors talk with your desk. Each talk becomes a case.',
  open: { title: 'Open', switch: 'Chat is open', on: 'Visitors can begin a talk now.', off: 'Sites show no button and no talk opens.', noType: 'No service type can take talks yet. Open the service desk first.', go: 'Open it' },
  desk: { title: 'Who answers', type: 'Service type of the talks', auto: 'The first public type of enquiry', hint: 'The people of its queue answer; hours follow the working calendar of the queue’s unit.', people: 'People of the queue' },
  sites: { title: 'In your sites', list: 'Sites that may embed it, one a line', hint: 'Down to the domain only, such as https://www.example.com. Other sites cannot show the talk.', snippet: 'Copy it before </body>', side: 'It stands at the right; add data-side="left" for the left.', csp: 'If the site has a content security policy, add {origin} to script-src and frame-src.', page: 'Or give customers this address', bad: '“{line}” is no site. Write it like https://www.example.com.' },
  greeting: { title: 'Greeting', zh: 'In Chinese', en: 'In English' },
  blocked: { title: 'Blocked visitors', none: 'Nobody is blocked.', line: 'Blocked {at} by {by}', lift: 'Lift' },
  save: 'Save', saved: 'Saved',
};
