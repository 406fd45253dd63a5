import type { ServerModule } from '#platform/modules/server-module.ts';
import { readSetting } from '#platform/settings/read-setting.ts';
import { followCases } from './actions/take-chat.ts';
import { settleSilence } from './actions/settle-silence.ts';
import { chatAgentRoutes } from './chat-agent.routes.ts';
import { chatOriginsSetting, chatSetting, chatSettings } from './chat-settings.ts';
import { chatVisitorRoutes } from './chat-visitor.routes.ts';
import { VisitorStreams } from './live/visitor-streams.ts';

const SILENCE_JOB = 'chat.silence';
const open = new Set<VisitorStreams>();

followCases();

/** Online chat 在线客服 (SE-31): visitors of the company's sites talk with the people of one queue; each talk is a case. */
export const chatModule: ServerModule = {
  name: 'chat',
  settings: chatSettings,
  routes: (services) => {
    const streams = new VisitorStreams(services);
    open.add(streams);
    return [...chatVisitorRoutes(services, streams), ...chatAgentRoutes];
  },
  pages: (services) => [
    { path: '/chat', file: 'chat.html', frameAncestors: async () => ((await readSetting(services, chatSetting)) ? readSetting(services, chatOriginsSetting) : []) },
    // While the chat is closed no site shows its button.
    { path: '/chat.js', file: 'chat-widget.js', isForOtherSites: true, isThere: () => readSetting(services, chatSetting) },
  ],
  beforeClose: () => {
    for (const streams of open) streams.close();
    open.clear();
    return Promise.resolve();
  },
  start: (services) => {
    services.jobs.define({
      name: SILENCE_JOB,
      handler: async () => {
        await settleSilence(services);
        return 'done';
      },
    });
    services.jobs.every(SILENCE_JOB, 60);
    return Promise.resolve();
  },
};
