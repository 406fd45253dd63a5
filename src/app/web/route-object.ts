import type { ObjectMeta } from '#meta/view-model.ts';
import { useMeta } from '#kit/records/use-meta.ts';
import { useMatches, useParams } from '@tanstack/react-router';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The object whose generic page stands at this address. */
    object?: string;
  }
}

/** The object that the present address shows; undefined when there is none that the person may see. */
export function useRouteObject(): ObjectMeta | undefined {
  const { objects } = useMeta();
  const object = useMatches({ select: (matches) => matches.at(-1)?.staticData.object });
  const params: Record<string, string | undefined> = useParams({ strict: false });
  return objects.find((o) => (object === undefined ? o.plural === params['plural'] : o.key === object));
}
