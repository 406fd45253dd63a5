import type { ServerModule } from '#platform/modules/server-module.ts';
import { articleObject } from '../objects/article.object.ts';
import { articleApproval } from './article-approval.ts';
import { knowledgeRoutes } from './knowledge.routes.ts';

/** The knowledge base 知识库: articles in versions, published by approval, internal and public (SE-34). */
export const knowledgeModule: ServerModule = { name: 'knowledge', objects: [articleObject], approvalKinds: [articleApproval], routes: () => knowledgeRoutes };
