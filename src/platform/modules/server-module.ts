import type { DecisionPoint, PolicyPack } from '#meta/decisions/decision-model.ts';
import type { ObjectDef } from '#meta/object.ts';
import type { ConfigurationPart } from '../configuration/configuration-part.ts';
import type { Route } from '../http/route.ts';
import type { WebPage } from '../http/web-pages.ts';
import type { RecordHooks } from '../context/context.ts';
import type { Services } from '../runtime/services.ts';
import type { Setting } from '../settings/setting.ts';
import type { ImportAdapter } from '../transfer/import/import-adapter.ts';
import type { ApprovalKind } from './approval-kind.ts';
import type { NotificationKind } from './notification-kind.ts';

/** What a module brings to the server. The one list of modules is in src/app/server-modules.ts. */
export interface ServerModule {
  readonly name: string;
  readonly objects?: readonly ObjectDef[];
  /** Fixed routes; they may close over the process's services. */
  readonly routes?: (services: Services) => readonly Route[];
  /** Pages beside the application, for people without an account (SE-31). */
  readonly pages?: (services: Services) => readonly WebPage[];
  /** What happens around the engine's writes of an object. */
  readonly hooks?: Readonly<Record<string, RecordHooks>>;
  /** What happens when records of an object are imported in bulk (CU-12). */
  readonly imports?: Readonly<Record<string, ImportAdapter>>;
  /** What a company may set of it, through `/admin/settings`. */
  readonly settings?: readonly Setting[];
  /** Where the module asks policies, and the packs that it ships (PL-40). */
  readonly decisionPoints?: readonly DecisionPoint[];
  readonly policyPacks?: readonly PolicyPack[];
  /** What of its rows goes out and in with the configuration (UX-14). */
  readonly configuration?: readonly ConfigurationPart[];
  /** What it tells people about (PL-44). */
  readonly notificationKinds?: readonly NotificationKind[];
  /** What of it needs approval (PL-42). */
  readonly approvalKinds?: readonly ApprovalKind[];
  /** Runs once at start, after migrations. */
  readonly start?: (services: Services) => Promise<void>;
  /** Runs when the graceful stop begins, before the server waits for open requests. */
  readonly beforeClose?: () => Promise<void>;
  /** Runs at the graceful stop. */
  readonly stop?: () => Promise<void>;
}
